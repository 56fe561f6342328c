// One person: words on fields, attendance, needs, consents, and what they add to the head count.

#include <algorithm>

#include "kiosk/event/fields.h"
#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

namespace {

void witness(std::optional<Attendance>& attendance, const CheckedIn& body, const Record& record) {
    if (!attendance) attendance.emplace();
    const Instant at = body.at.value_or(record.wall);
    attendance->at = attendance->witnesses.empty() ? at : std::min(attendance->at, at);
    attendance->witnesses.push_back({record.id, record.stamp.device, at, body.method});
    attendance->more_adults = std::max(attendance->more_adults, sane(body.more_adults, k_most_company));
    attendance->more_children = std::max(attendance->more_children, sane(body.more_children, k_most_company));
}

void add_plates(std::map<Diet, int>& into, const std::vector<Plates>& plates) {
    for (const auto& [diet, count] : plates) {
        const int sane_count = sane(count, k_most_company);
        if (sane_count > 0) into[diet] = sane(into[diet] + sane_count, k_most_at_once);
    }
}

}  // namespace

OnePerson& State::Inside::person_at(const PersonId& id) {
    const auto [found, is_new] = persons.try_emplace(id);
    if (is_new) found->second.self.person.id = id;
    return found->second;
}

const Shown* State::Inside::shown(const PersonId& id) const {
    const auto one = persons.find(id);
    return one == persons.end() ? nullptr : &shown_of(one->second);
}

const Shown& State::Inside::shown_of(const OnePerson& one) const {
    const auto grouped = roots.find(one.self.person.id);
    return grouped == roots.end() ? one.self : groups.at(grouped->second).whole;
}

void State::Inside::index(Place place) {
    use(place, [&](const auto& body) {
        if constexpr (requires { body.fields; }) {
            for (const auto& ticket : body.fields.tickets) tickets.note(hash_of(ticket), body.person);
            if (body.fields.household)
                households.note(std::hash<HouseholdId>()(*body.fields.household), body.person);
        }
        if constexpr (requires { body.source_key; }) {
            if (!body.source_key.empty()) source_keys.note(hash_of(body.source_key), body.person);
        }
    });
}

// What rosters said before `until`; of undone facts too if `all`.
PersonFields State::Inside::roster_words(const Places& facts, bool all, std::optional<Place> until) const {
    PersonFields words;
    for (const Place place : facts) {
        if (place == until) break;
        if (!all && !records[place].effective) continue;
        use(place, [&](const auto& body) {
            if constexpr (requires { body.fields; }) {
                if (is_roster(body.source)) remember(words, news(body.fields, words));
            }
        });
    }
    return words;
}

// What a roster repeats is no news and may not take back what the door has put right since.
void State::Inside::take_words(Person& person, const PersonFields& words, const std::string& source,
                               const Places& facts, Place place) const {
    if (!is_roster(source)) return overlay(person, words);
    const PersonFields said = facts.front() == place ? PersonFields{} : roster_words(facts, false, place);
    overlay(person, news(words, said));
}

void State::Inside::take(Shown& into, Place place, const Places& facts) const {
    const Record& record = records[place];
    Person& person = into.person;
    use(place, [&]<typename Kind>(const Kind& body) {
        if constexpr (std::is_same_v<Kind, PersonRegistered>) into.ever_registered = true;
        if (!record.effective) return;
        if constexpr (std::is_same_v<Kind, PersonRegistered>) {
            ++into.registrations;
            if (person.source.empty()) {
                person.source = body.source;
                person.source_key = body.source_key;
            }
            take_words(person, body.fields, body.source, facts, place);
        } else if constexpr (std::is_same_v<Kind, PersonCorrected>) {
            take_words(person, body.fields, body.source, facts, place);
        } else if constexpr (std::is_same_v<Kind, CheckedIn>) {
            if (counts(place, body)) witness(person.attendance, body, record);
        } else if constexpr (std::is_same_v<Kind, NeedRaised>) {
            person.needs.insert(body.needs.begin(), body.needs.end());
            for (const auto need : body.needs) {
                const auto asked = person.part.asked.emplace(need, record.wall).first;
                asked->second = std::min(asked->second, record.wall);
            }
        } else if constexpr (std::is_same_v<Kind, NeedMet>) {
            person.part.met.insert(body.need);
        } else if constexpr (std::is_same_v<Kind, MealsAsked>) {
            person.part.said_plates = true;
            person.part.plates.clear();
            add_plates(person.part.plates, body.plates);
        } else if constexpr (std::is_same_v<Kind, MealsHandedOut>) {
            add_plates(person.part.plates_given, body.plates);
        } else if constexpr (std::is_same_v<Kind, SignedUp>) {
            person.signed_up = true;
            if (person.language.empty()) person.language = body.language;
        } else if constexpr (std::is_same_v<Kind, CallAnswered>) {
            person.part.calls[body.call] = body.granted;
        } else if constexpr (std::is_same_v<Kind, FirstTimeSaid>) {
            person.part.first_time = body.first;
        } else if constexpr (std::is_same_v<Kind, FollowedUp>) {
            person.part.followed_up = true;
        } else if constexpr (std::is_same_v<Kind, PersonTagged>) {
            person.part.role = body.role;
        } else if constexpr (std::is_same_v<Kind, GuestGreeted>) {
            person.part.greeted = true;
        } else if constexpr (std::is_same_v<Kind, ConsentGiven>) {
            person.consents[body.channel] = {body.granted, body.wording, body.language, record.wall};
        }
    });
}

void State::Inside::fold_person(OnePerson& one, std::optional<Place> last_word) {
    tally(shown_of(one), -1);
    const PersonId id = one.self.person.id;
    if (last_word) {
        take(one.self, *last_word, one.facts);
    } else {
        one.self = {};
        one.self.person.id = id;
        for (const Place place : one.facts) take(one.self, place, one.facts);
    }
    if (const auto grouped = roots.find(id); grouped != roots.end()) fold_group(groups.at(grouped->second));
    tally(shown_of(one), +1);
}

void State::Inside::tally(const Shown& of, int sign) {
    if (!of.counts()) return;
    if (const auto& attendance = of.person.attendance) {
        count.people_checked_in += sign;
        count.company += sign * (attendance->more_adults + attendance->more_children);
    }
    if (of.person.signed_up) count.signed_up += sign;
}

}  // namespace welcome::kiosk::event
