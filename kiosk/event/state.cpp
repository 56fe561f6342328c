// The questions that screens, rules and commands ask of people and facts.

#include "kiosk/event/state.h"

#include <algorithm>
#include <tuple>

#include "kiosk/event/fields.h"
#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

namespace {

void sort_by_id(std::vector<const Person*>& people) {
    std::sort(people.begin(), people.end(),
              [](const Person* left, const Person* right) { return left->id < right->id; });
    people.erase(std::unique(people.begin(), people.end()), people.end());
}

}  // namespace

State::State() : inside_(std::make_unique<Inside>()) {}
State::State(State&&) noexcept = default;
State& State::operator=(State&&) noexcept = default;
State::State(const State& other) : inside_(std::make_unique<Inside>(*other.inside_)) {}
State::~State() = default;

void State::apply(const sync::Fact& fact) {
    inside_->put(fact, false);
}

const EventOpened& State::event() const {
    return inside_->event;
}
bool State::is_closed() const {
    return inside_->closed;
}
HeadCount State::count() const {
    HeadCount count = inside_->count;
    count.left = static_cast<int>(std::clamp<std::int64_t>(inside_->went, 0, count.came()));
    return count;
}

bool State::has(const FactId& id) const {
    return inside_->place_of(id).has_value();
}
bool State::is_effective(const FactId& id) const {
    const auto place = inside_->place_of(id);
    return place && inside_->records[*place].effective;
}
std::size_t State::fact_count() const {
    return inside_->records.size();
}
std::size_t State::unreadable_count() const {
    return inside_->unreadable;
}

std::optional<std::string_view> State::kind_of_fact(const FactId& id) const {
    std::optional<std::string_view> word;
    if (const auto place = inside_->place_of(id))
        inside_->use(*place, [&]<typename Kind>(const Kind&) { word = kind_of(Body(Kind{})); });
    return word;
}

std::optional<FactId> State::undo_target(const FactId& undo) const {
    std::optional<FactId> named;
    if (const auto place = inside_->place_of(undo))
        inside_->use(*place, [&]<typename Kind>(const Kind& body) {
            if constexpr (std::is_same_v<Kind, FactUndone>) named = body.fact;
        });
    return named;
}

std::string_view State::source_of(const FactId& registration) const {
    std::string_view source;
    if (const auto place = inside_->place_of(registration))
        inside_->use(*place, [&]<typename Kind>(const Kind& body) {
            if constexpr (std::is_same_v<Kind, PersonRegistered>) source = body.source;
        });
    return source;
}

const Person* State::person(const PersonId& id) const {
    const auto* shown = inside_->shown(id);
    return shown && shown->registrations > 0 ? &shown->person : nullptr;
}

std::vector<const Person*> State::people() const {
    std::vector<const Person*> all;
    for (const auto& [id, one] : inside_->persons) {
        const Shown& shown = inside_->shown_of(one);
        if (shown.person.id == id && shown.registrations > 0) all.push_back(&shown.person);
    }
    sort_by_id(all);
    return all;
}

std::vector<const Person*> State::attending() const {
    std::vector<const Person*> all;
    for (const auto& [id, one] : inside_->persons) {
        const Shown& shown = inside_->shown_of(one);
        if (shown.person.id == id && shown.counts() && shown.person.attendance) all.push_back(&shown.person);
    }
    sort_by_id(all);
    return all;
}

std::vector<const Person*> State::Inside::named(const WordIndex& by, std::size_t key,
                                                const auto& fits) const {
    std::vector<const Person*> all;
    by.each(key, [&](const PersonId& id) {
        const OnePerson& one = persons.at(id);
        const Shown& shown = shown_of(one);
        if (shown.registrations > 0 && fits(shown.person, one)) all.push_back(&shown.person);
    });
    sort_by_id(all);
    return all;
}

std::vector<const Person*> State::household_of(const PersonId& id) const {
    const auto* one = person(id);
    if (!one) return {};
    if (!one->household) return {one};
    auto family = inside_->named(
        inside_->households, std::hash<HouseholdId>()(*one->household),
        [one](const Person& other, const OnePerson&) { return other.household == one->household; });
    std::stable_sort(family.begin(), family.end(), [](const Person* left, const Person* right) {
        return std::tie(left->is_child, left->full_name) < std::tie(right->is_child, right->full_name);
    });
    return family;
}

const Person* State::by_ticket(std::string_view ticket) const {
    const auto holders =
        inside_->named(inside_->tickets, hash_of(ticket), [ticket](const Person& one, const OnePerson&) {
            return std::find(one.tickets.begin(), one.tickets.end(), ticket) != one.tickets.end();
        });
    return holders.empty() ? nullptr : holders.front();
}

// Whether one of a person's registrations came from that row.
bool State::Inside::has_row(const OnePerson& one, std::string_view source, std::string_view key) const {
    return std::any_of(one.facts.begin(), one.facts.end(), [&](Place place) {
        bool same = false;
        use(place, [&]<typename Kind>(const Kind& body) {
            if constexpr (std::is_same_v<Kind, PersonRegistered>)
                same = body.source == source && body.source_key == key;
        });
        return same;
    });
}

const Person* State::by_source_key(std::string_view source, std::string_view key) const {
    const auto holders = inside_->named(
        inside_->source_keys, hash_of(key),
        [&](const Person&, const OnePerson& one) { return inside_->has_row(one, source, key); });
    return holders.empty() ? nullptr : holders.front();
}

std::optional<RosterWord> State::roster_word(std::string_view source, std::string_view key,
                                             const PersonId& person) const {
    const auto& persons = inside_->persons;
    const auto registered = [&](const auto& one) {
        return one != persons.end() && one->second.self.ever_registered;
    };
    auto one = persons.find(person);
    if (!registered(one) && !key.empty()) {  // The service may know that row under another id.
        inside_->source_keys.each(hash_of(key), [&](const PersonId& id) {
            const auto other = persons.find(id);
            const bool better = !registered(one) || other->first < one->first;
            if (better && inside_->has_row(other->second, source, key)) one = other;
        });
    }
    if (!registered(one)) return std::nullopt;
    return RosterWord{one->first, inside_->roster_words(one->second.facts, true, std::nullopt)};
}

}  // namespace welcome::kiosk::event
