#include "kiosk/session/roster_age.h"

#include <algorithm>

#include "kiosk/event/facts.h"

namespace welcome::kiosk::session {

namespace {

bool is_of_a_roster(const sync::Fact& fact) {
    if (fact.kind != "person_registered" && fact.kind != "person_corrected") return false;
    const auto body = event::read_body(fact.kind, fact.body);
    if (!body) return false;
    if (const auto* registered = std::get_if<event::PersonRegistered>(&*body))
        return registered->source == "roster";
    const auto* corrected = std::get_if<event::PersonCorrected>(&*body);
    return corrected && corrected->source == "roster";
}

}  // namespace

std::optional<sync::Instant> RosterAge::changed_at(const sync::Journal& journal) {
    const auto last = journal.read_from(row_, [this](const sync::Fact& fact) {
        if (is_of_a_roster(fact)) latest_ = std::max(latest_.value_or(fact.wall), fact.wall);
    });
    if (last) row_ = *last;
    return latest_;
}

}  // namespace welcome::kiosk::session
