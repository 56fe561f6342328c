#include "tools/membershipd/projection.h"

#include <algorithm>
#include <array>

namespace welcome::tools::membershipd {
namespace {

using kiosk::event::Person;
using kiosk::event::PersonId;
using kiosk::event::Stay;
using kiosk::event::StayId;

constexpr std::size_t k_id_length = 36;

std::int64_t milliseconds_of(Instant instant) {
    return instant.time_since_epoch().count();
}

void add_person(const std::string& event, const Person& person, const EventBook& book, Projection& to) {
    const auto id = person.id.text();
    to.people.push_back({event, id, person.full_name, person.call_me, person.phone, person.email, person.zip,
                         person.language, static_cast<std::int64_t>(person.is_child), person.source});
    if (person.signed_up) to.sign_ups.push_back({event, id, person.language});
    if (!person.attendance) return;
    const auto& attendance = *person.attendance;
    const auto first = std::min_element(attendance.witnesses.begin(), attendance.witnesses.end(),
                                        [](const auto& a, const auto& b) { return a.at < b.at; });
    to.attendances.push_back({event, id, milliseconds_of(attendance.at),
                              milliseconds_of(book.received(first->fact).value_or(Instant{})),
                              std::string(kiosk::event::text_of(first->method)),
                              static_cast<std::int64_t>(attendance.more_adults),
                              static_cast<std::int64_t>(attendance.more_children),
                              static_cast<std::int64_t>(attendance.witnesses.size())});
}

std::string_view word_of(kiosk::event::StayState state) {
    constexpr std::array<std::string_view, 7> words = {"requested", "waitlisted", "accepted",   "dropped_off",
                                                       "picked_up", "withdrawn",  "turned_away"};
    return words.at(static_cast<std::size_t>(state));
}

Values row_of(const std::string& event, const Stay& stay) {
    return {event,
            stay.id.text(),
            stay.room,
            std::string(word_of(stay.state)),
            milliseconds_of(stay.requested_at),
            milliseconds_of(stay.dropped_off_at.value_or(Instant{})),
            milliseconds_of(stay.picked_up_at.value_or(Instant{}))};
}

}  // namespace

std::vector<std::string> ids_named_in(std::string_view body) {
    std::vector<std::string> ids;
    for (std::size_t at = body.find('"'); at != body.npos; at = body.find('"', at + 1)) {
        const auto text = body.substr(at + 1, k_id_length);
        if (text.size() == k_id_length && text[8] == '-' && PersonId::parse(text)) ids.emplace_back(text);
    }
    return ids;
}

Projection projected(const std::set<std::string>& ids, const EventBook& book) {
    Projection rows;
    rows.replaced.assign(ids.begin(), ids.end());
    const auto event = book.event().text();
    for (const auto& id : ids) {
        const auto person_id = PersonId::parse(id);
        const auto* person = person_id ? book.state().person(*person_id) : nullptr;
        // One that was merged answers as the other, who is named beside it.
        if (person && person->id == *person_id) add_person(event, *person, book, rows);
        const auto stay_id = StayId::parse(id);
        const auto* stay = stay_id ? book.state().stay(*stay_id) : nullptr;
        if (stay) rows.stays.push_back(row_of(event, *stay));
    }
    return rows;
}

}  // namespace welcome::tools::membershipd
