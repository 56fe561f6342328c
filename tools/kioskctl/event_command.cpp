// kioskctl event create, unlock, lock.

#include <iostream>

#include "kiosk/session/iso_time.h"
#include "tools/kioskctl/command.h"
#include "tools/kioskctl/event_config.h"

namespace welcome::tools::kioskctl {

namespace {

struct CreateOptions {
    std::string folder, name, starts, zone, config, passphrase_file;
};

Outcome create(const CreateOptions& options) {
    if (!kiosk::session::is_time_zone(options.zone))
        return refuse(options.zone + " is no time zone; use one like America/New_York");
    const auto starts = kiosk::session::parse_iso_time(options.starts, options.zone);
    if (!starts) return refuse(options.starts + " is no time; write it like 2026-12-03T18:00");
    event::EventOpened opened{.name = options.name, .starts = *starts, .time_zone = options.zone};
    if (!options.config.empty()) {
        if (auto read = read_event_config(options.config, opened); !read) return refuse(read.error());
    }
    std::optional<std::string> passphrase;
    if (!options.passphrase_file.empty()) {
        auto secret = read_secret(options.passphrase_file);
        if (!secret) return refuse(secret.error());
        passphrase = *secret;
    }
    auto session = Session::create({options.folder}, opened, passphrase);
    if (!session) return refuse(session.error());
    std::cout << (*session)->event_id().text() << "\n";
    std::cerr << "Print " << (*session)->folder().card_picture().string()
              << " and keep it safe: it opens every tablet of this event. Then take it off this machine.\n";
    return {};
}

Outcome unlock(const EventOptions& options) {
    auto session = open_event(options);
    if (!session) return refuse(session.error());
    auto kept = sync::keep_in_keyring((*session)->event_id(), (*session)->key());
    if (!kept) return refuse("this machine has no usable keyring; give --card with each command");
    std::cerr << "unlocked until power-off or `kioskctl lock`\n";
    return {};
}

Outcome lock(const std::string& folder) {
    const auto file = kiosk::session::read_event_file({folder});
    if (!file) return refuse(file.error());
    if (auto gone = sync::forget_in_keyring(file->event);
        !gone && gone.error().fault != sync::Fault::not_found)
        return refuse(gone.error());
    return {};
}

}  // namespace

void add_event_commands(CLI::App& app, Run& run) {
    auto* event_command = app.add_subcommand("event", "make an event")->require_subcommand(1);
    auto* create_command = event_command->add_subcommand("create", "make a new event and its unlock card");
    auto options = std::make_shared<CreateOptions>();
    create_command->add_option("--event", options->folder, "the event's folder, made if missing")->required();
    create_command->add_option("--name", options->name, "the event's name")->required();
    create_command->add_option("--starts", options->starts, "when it starts, ISO 8601")->required();
    create_command->add_option("--timezone", options->zone, "its time zone, like America/New_York")
        ->required();
    create_command->add_option("--config", options->config,
                               "a TOML file: place, room limit, childcare rooms");
    create_command->add_option("--passphrase-file", options->passphrase_file,
                               "a file with a passphrase that also opens the event, - for standard input");
    create_command->callback([options, &run] { run = [options] { return create(*options); }; });

    auto* unlock_command =
        app.add_subcommand("unlock", "keep the event's key in this machine's keyring (RAM)");
    auto unlocked = add_event_options(*unlock_command);
    unlock_command->callback([unlocked, &run] { run = [unlocked] { return unlock(*unlocked); }; });

    auto* lock_command = app.add_subcommand("lock", "forget the event's key");
    auto folder = std::make_shared<std::string>();
    lock_command->add_option("--event", *folder, "the event's folder")->required();
    lock_command->callback([folder, &run] { run = [folder] { return lock(*folder); }; });
}

}  // namespace welcome::tools::kioskctl
