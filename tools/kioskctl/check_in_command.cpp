// kioskctl check-in: one durable check-in, without a screen.

#include <iostream>

#include "kiosk/session/iso_time.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

struct CheckInOptions {
    std::string ticket, person, at;
};

tl::expected<const event::Person*, std::string> by_ticket(const Session& session,
                                                          const std::string& scanned) {
    const auto read = event::read_ticket(scanned, session.event_id(), session.ticket_key());
    std::string ticket;
    if (const auto* fault = std::get_if<event::TicketFault>(&read)) {
        switch (*fault) {
            case event::TicketFault::too_long:
                return refuse("that code is too long to be a ticket");
            case event::TicketFault::not_text:
                return refuse("that code is no text; scan a ticket");
            case event::TicketFault::damaged:
                return refuse("that code is damaged; scan it again");
            case event::TicketFault::other_event:
                return refuse("that ticket is for another event");
            case event::TicketFault::wrong_signature:
                return refuse("that ticket was not made by this event");
        }
    } else if (const auto* ours = std::get_if<event::OurTicket>(&read)) {
        ticket = ours->id;
    } else {
        ticket = std::get<event::ForeignTicket>(read).text;
    }
    const auto* person = session.state().by_ticket(ticket);
    if (!person)
        return refuse("nobody on this tablet has that ticket; import the roster, or check in by --person");
    return person;
}

Outcome check_in(const EventOptions& where, const CheckInOptions& options) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto person = options.ticket.empty() ? find_person(**session, options.person)
                                               : by_ticket(**session, options.ticket);
    if (!person) return refuse(person.error());
    std::optional<sync::Instant> at;
    if (!options.at.empty()) {
        at = kiosk::session::parse_iso_time(options.at, (*session)->state().event().time_zone);
        if (!at) return refuse(options.at + " is no time; write it like 2026-12-03T18:04");
    }
    const auto drafts = event::decide_check_in((*session)->state(), {{(*person)->id}},
                                               event::CheckInMethod::command, at, Session::context());
    if (!drafts && drafts.error() == event::Refusal::already_in) {
        std::cout << (*person)->id.text() << "\talready in\n";
        return {};
    }
    if (!drafts) return refuse(sentence_for(drafts.error()));
    auto facts = (*session)->commit(*drafts);
    if (!facts) return refuse(facts.error());
    std::cout << (*person)->id.text() << "\tchecked in\n";
    return {};
}

}  // namespace

void add_check_in_command(CLI::App& app, Run& run) {
    auto* command = app.add_subcommand("check-in", "check one person in");
    auto where = add_event_options(*command);
    auto options = std::make_shared<CheckInOptions>();
    auto* who = command->add_option_group("who")->require_option(1);
    who->add_option("--ticket", options->ticket, "the text of the ticket's code");
    who->add_option("--person", options->person, "the person's id");
    command->add_option("--at", options->at, "when it happened, ISO 8601; now if left out");
    command->callback([=, &run] { run = [=] { return check_in(*where, *options); }; });
}

}  // namespace welcome::tools::kioskctl
