// Two states are the same where they answer every question alike.

#include <algorithm>

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

namespace {

template <typename T>
bool same_values(const std::vector<const T*>& left, const std::vector<const T*>& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const T* one, const T* other) { return *one == *other; });
}

bool same_sheets(const State& left, const State& right) {
    const auto numbers = left.sheets();
    return numbers == right.sheets() && std::all_of(numbers.begin(), numbers.end(), [&](int number) {
               return left.sheet(number) == right.sheet(number);
           });
}

bool same_person(const Person* left, const Person* right) {
    return left && right ? *left == *right : left == right;
}

}  // namespace

bool State::Inside::answers_alike(const State& mine, const State& theirs) {
    const Inside& inside = *mine.inside_;
    const bool facts = std::all_of(inside.records.begin(), inside.records.end(), [&](const Record& record) {
        return theirs.has(record.id) && record.effective == theirs.is_effective(record.id) &&
               mine.kind_of_fact(record.id) == theirs.kind_of_fact(record.id) &&
               mine.undo_target(record.id) == theirs.undo_target(record.id);
    });
    const bool persons = std::all_of(inside.persons.begin(), inside.persons.end(), [&](const auto& one) {
        const PersonId& id = one.first;
        return same_person(mine.person(id), theirs.person(id)) &&
               mine.roster_word({}, {}, id) == theirs.roster_word({}, {}, id) &&
               mine.last_merge_of(id) == theirs.last_merge_of(id) &&
               same_values(mine.household_of(id), theirs.household_of(id));
    });
    bool words = true;
    for (Place place = 0; place < inside.records.size(); ++place) {
        inside.use(place, [&](const auto& body) {
            if constexpr (requires { body.fields; }) {
                for (const auto& ticket : body.fields.tickets)
                    words = words && same_person(mine.by_ticket(ticket), theirs.by_ticket(ticket));
            }
            if constexpr (requires { body.source_key; })
                words = words && same_person(mine.by_source_key(body.source, body.source_key),
                                             theirs.by_source_key(body.source, body.source_key));
        });
    }
    return facts && persons && words;
}

bool State::Inside::grants_alike(const State& mine, const State& theirs) {
    const auto rooms = mine.rooms();
    for (const auto& device : mine.devices()) {
        if (mine.code_part(device) != theirs.code_part(device) ||
            mine.wrong_claims(device) != theirs.wrong_claims(device))
            return false;
        if (mine.still_to_agree(device) != theirs.still_to_agree(device) ||
            mine.may_reclaim_from(device) != theirs.may_reclaim_from(device))
            return false;
        for (const auto& now : rooms) {
            if (mine.free_places(device, now.room.name) != theirs.free_places(device, now.room.name))
                return false;
        }
    }
    return true;
}

bool State::operator==(const State& other) const {
    return fact_count() == other.fact_count() && unreadable_count() == other.unreadable_count() &&
           event() == other.event() && is_closed() == other.is_closed() && count() == other.count() &&
           same_values(people(), other.people()) && same_values(attending(), other.attending()) &&
           same_values(stays(), other.stays()) && same_values(all_staff(), other.all_staff()) &&
           same_sheets(*this, other) && rooms() == other.rooms() && alerts() == other.alerts() &&
           roll_call_began() == other.roll_call_began() && speakers() == other.speakers() &&
           raffle() == other.raffle() && items() == other.items() &&
           plates_without_a_name() == other.plates_without_a_name() && opener() == other.opener() &&
           devices() == other.devices() && closed_at() == other.closed_at() && tablets() == other.tablets() &&
           reclaimer() == other.reclaimer() && childcare_erasures() == other.childcare_erasures() &&
           Inside::grants_alike(*this, other) && labels() == other.labels() &&
           same_values(print_queue(), other.print_queue()) && printers() == other.printers() &&
           fix_later() == other.fix_later() &&
           last_deeds(fact_count()) == other.last_deeds(other.fact_count()) &&
           Inside::answers_alike(*this, other) && Inside::answers_alike(other, *this);
}

}  // namespace welcome::kiosk::event
