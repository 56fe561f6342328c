#pragma once
// The members of the kinds of facts_meals.h; see facts_members.h. Included by it only.

#include "kiosk/event/facts_meals.h"

namespace welcome::kiosk::event::json {

template <typename A>
void members(A& a, Plates& plates) {
    a.needs("diet", plates.diet);
    a("count", plates.count, 1);
}
template <typename A>
void members(A& a, MealsAsked& body) {
    a.needs("person", body.person);
    a("plates", body.plates);
}
template <typename A>
void members(A& a, MealsHandedOut& body) {
    a.needs("person", body.person);
    a("plates", body.plates);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, PlateHandedOut& body) {
    a.needs("diet", body.diet);
    a.needs("by", body.by);
}

}  // namespace welcome::kiosk::event::json
