#include "kiosk/event/decide_meals.h"

#include <algorithm>

#include "kiosk/event/drafting.h"

namespace welcome::kiosk::event {

namespace {

std::vector<Plates> as_list(const PlateCount& plates) {
    std::vector<Plates> list;
    for (const auto& [diet, count] : plates) list.push_back({diet, count});
    return list;
}

void add_up(PlateCount& into, const PlateCount& plates) {
    for (const auto& [diet, count] : plates) into[diet] += count;
}

}  // namespace

int number_of(const PlateCount& plates) {
    int number = 0;
    for (const auto& [diet, count] : plates) number += count;
    return number;
}

PlateCount plates_asked(const Person& person) {
    if (!person.part.plates.empty()) return person.part.plates;
    if (person.needs.contains(Need::food) && !person.part.said_plates) return {{Diet::any, 1}};
    return {};
}

PlateCount plates_left(const Person& person) {
    PlateCount left = plates_asked(person);
    for (const auto& [diet, count] : person.part.plates_given) {
        const auto found = left.find(diet);
        if (found == left.end()) continue;
        found->second -= count;
        if (found->second <= 0) left.erase(found);
    }
    return left;
}

Decision decide_ask_meals(const State& state, const PersonId& id, const PlateCount& plates,
                          const Context& context) {
    if (state.is_closed()) return refuse(Refusal::event_closed);
    const auto* person = state.person(id);
    if (!person) return refuse(Refusal::unknown_person);
    PlateCount asked;
    for (const auto& [diet, count] : plates) {
        if (count > 0) asked[diet] = std::min(count, k_most_plates);
    }
    if (person->part.said_plates && person->part.plates == asked) return refuse(Refusal::nothing_new);
    return one(context, MealsAsked{person->id, as_list(asked)});
}

Decision decide_hand_out(const State& state, const PersonId& id, const Context& context) {
    const auto* staff = who(state, context);
    if (!staff) return refuse(Refusal::not_permitted);
    const auto* person = state.person(id);
    if (!person) return refuse(Refusal::unknown_person);
    auto left = plates_left(*person);
    if (left.empty() && plates_asked(*person).empty()) left = {{Diet::any, 1}};  // asked at the counter
    if (left.empty() || (plates_asked(*person).empty() && !person->part.plates_given.empty()))
        return refuse(Refusal::already_handed_out);
    return one(context, MealsHandedOut{person->id, as_list(left), staff->id});
}

Decision decide_hand_out_plate(const State& state, Diet diet, const Context& context) {
    const auto* staff = who(state, context);
    if (!staff) return refuse(Refusal::not_permitted);
    return one(context, PlateHandedOut{diet, staff->id});
}

MealsNow meals_now(const State& state) {
    MealsNow now{.asked = {}, .given = state.plates_without_a_name(), .waiting = {}};
    for (const auto* person : state.attending()) {
        add_up(now.asked, plates_asked(*person));
        add_up(now.given, person->part.plates_given);
        if (!plates_left(*person).empty()) now.waiting.push_back(person);
    }
    std::stable_sort(now.waiting.begin(), now.waiting.end(), [](const Person* left, const Person* right) {
        return left->attendance->at < right->attendance->at;
    });
    return now;
}

}  // namespace welcome::kiosk::event
