// kioskctl staff add: a person who may work the volunteer screens, with a personal PIN.

#include <iostream>

#include "kiosk/event/pin_rule.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

struct StaffOptions {
    std::string name, role = "volunteer", pin_file = "-";
};

tl::expected<event::StaffRole, std::string> role_of(const std::string& word) {
    for (const auto role :
         {event::StaffRole::volunteer, event::StaffRole::childcare, event::StaffRole::lead}) {
        if (event::text_of(role) == word) return role;
    }
    return refuse("a role is volunteer, childcare or lead");
}

Outcome add(const EventOptions& where, const StaffOptions& options) {
    const auto role = role_of(options.role);
    if (!role) return refuse(role.error());
    const auto pin = read_secret(options.pin_file);
    if (!pin) return refuse(pin.error());
    const auto flaw = event::flaw_of_pin(*pin);
    if (flaw == event::PinFlaw::too_short) return refuse("a PIN has at least six digits and nothing else");
    if (flaw == event::PinFlaw::weak) return refuse("that PIN is too easy to guess; choose another");
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    auto hash = sync::hash_pin(*pin);
    if (!hash) return refuse(hash.error());
    const event::StaffId id(sync::new_uuid());
    auto added = (*session)->commit(
        {event::draft(sync::FactId(sync::new_uuid()), event::StaffAdded{id, options.name, *role, *hash})});
    if (!added) return refuse(added.error());
    std::cout << id.text() << "\n";
    return {};
}

}  // namespace

void add_staff_command(CLI::App& app, Run& run) {
    auto* staff = app.add_subcommand("staff", "who may work the volunteer screens")->require_subcommand(1);
    auto* command = staff->add_subcommand("add", "add a person with a personal PIN");
    auto where = add_event_options(*command);
    auto options = std::make_shared<StaffOptions>();
    command->add_option("--name", options->name, "the person's name")->required();
    command->add_option("--role", options->role, "volunteer, childcare or lead");
    command->add_option("--pin-file", options->pin_file,
                        "a file with the PIN; - (the default) for standard input");
    command->callback([=, &run] { run = [=] { return add(*where, *options); }; });
}

}  // namespace welcome::tools::kioskctl
