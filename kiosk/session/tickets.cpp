#include "kiosk/session/tickets.h"

#include <sodium.h>

namespace welcome::kiosk::session {

namespace {

// 128 random bits: a UUIDv7 would tell when it was made (shared/field.md, 3.2, 15).
sync::Uuid random_ticket() {
    sync::Uuid ticket;
    randombytes_buf(ticket.bytes.data(), ticket.bytes.size());
    return ticket;
}

std::optional<sync::Uuid> ticket_of(const event::Person& person) {
    for (const auto& text : person.tickets) {
        if (auto ticket = sync::Uuid::parse_hex(text)) return ticket;
    }
    return std::nullopt;
}

}  // namespace

sync::Result<std::vector<std::pair<event::PersonId, std::string>>> issue_tickets(
    Session& session, const std::vector<event::PersonId>& people) {
    const auto seed = session.key().ticket_seed();
    std::vector<std::pair<event::PersonId, std::string>> issued;
    std::vector<sync::Draft> drafts;
    for (const auto& id : people) {
        const auto* person = session.state().person(id);
        if (!person) continue;
        auto ticket = ticket_of(*person);
        if (!ticket) {
            ticket = random_ticket();
            event::PersonCorrected correction{id, {}};
            correction.fields.tickets.push_back(ticket->hex());
            drafts.push_back(event::draft(sync::FactId(sync::new_uuid()), correction));
        }
        issued.emplace_back(id, event::write_ticket(session.event_id(), *ticket, seed));
    }
    if (auto kept = session.commit_in_pieces(std::move(drafts)); !kept) return tl::unexpected(kept.error());
    return issued;
}

}  // namespace welcome::kiosk::session
