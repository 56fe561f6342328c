// kioskctl invite: a signed ticket for each registration, as a picture and a line for mail merge.

#include <filesystem>
#include <iostream>

#include "kiosk/session/attendance.h"
#include "kiosk/session/tickets.h"
#include "printing/qr.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

struct InviteOptions {
    std::string out, person;
};

// Children come in by an adult's code: a household is one registration more often than not.
tl::expected<std::vector<const event::Person*>, std::string> people_to_invite(const Session& session,
                                                                              const std::string& only) {
    if (!only.empty()) {
        auto person = find_person(session, only);
        if (!person) return tl::unexpected(person.error());
        return std::vector{*person};
    }
    std::vector<const event::Person*> people;
    for (const auto* person : session.state().people()) {
        if (!person->is_child) people.push_back(person);
    }
    if (people.empty()) return refuse("nobody is registered yet; import a roster first");
    return people;
}

Outcome write_picture(const std::filesystem::path& file, const std::string& ticket) {
    constexpr int pixels_a_module = 8;
    auto picture = printing::qr_png(ticket, pixels_a_module);
    if (!picture) return refuse("a ticket could not be drawn: " + picture.error().detail);
    auto written = kiosk::session::write_whole_file(file, *picture, false);
    if (!written) return refuse(written.error());
    return {};
}

Outcome invite(const EventOptions& where, const InviteOptions& options) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    auto people = people_to_invite(**session, options.person);
    if (!people) return refuse(people.error());
    std::vector<event::PersonId> ids;
    for (const auto* person : *people) ids.push_back(person->id);
    auto tickets = kiosk::session::issue_tickets(**session, ids);
    if (!tickets) return refuse(tickets.error());

    std::error_code error;
    std::filesystem::create_directories(options.out, error);
    if (error) return refuse(options.out + ": " + error.message());
    std::vector<std::vector<std::string>> rows = {
        {"person", "full_name", "email", "phone_e164", "language", "picture", "ticket"}};
    for (const auto& [id, ticket] : *tickets) {
        const auto* person = (*session)->state().person(id);
        const std::string name = id.text() + ".png";
        if (auto drawn = write_picture(std::filesystem::path(options.out) / name, ticket); !drawn)
            return drawn;
        rows.push_back(
            {id.text(), person->full_name, person->email, person->phone, person->language, name, ticket});
    }
    auto written = kiosk::session::write_whole_file(std::filesystem::path(options.out) / "invitations.csv",
                                                    kiosk::session::csv_text(rows), false);
    if (!written) return refuse(written.error());
    std::cerr << tickets->size() << " invitations in " << options.out << "\n";
    return {};
}

}  // namespace

void add_invite_command(CLI::App& app, Run& run) {
    auto* command = app.add_subcommand("invite", "make signed tickets: ID.png each, and invitations.csv");
    auto where = add_event_options(*command);
    auto options = std::make_shared<InviteOptions>();
    command->add_option("--out", options->out, "the folder to write to, made if missing")->required();
    command->add_option("--person", options->person, "only this person's id");
    command->callback([=, &run] { run = [=] { return invite(*where, *options); }; });
}

}  // namespace welcome::tools::kioskctl
