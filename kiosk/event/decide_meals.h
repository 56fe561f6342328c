#pragma once
// Plates: asked for by a guest, handed out at one touch, counted for the caterer. Pure, as decide.h is.

#include <map>

#include "kiosk/event/decide.h"

namespace welcome::kiosk::event {

using PlateCount = std::map<Diet, int>;  // no entry is 0

// For everybody who came with this person; replaces what was asked before.
Decision decide_ask_meals(const State&, const PersonId&, const PlateCount&, const Context&);
// All that this person asked for and has not got.
Decision decide_hand_out(const State&, const PersonId&, const Context&);
// One more, to somebody without a name.
Decision decide_hand_out_plate(const State&, Diet, const Context&);

// What this person asked for; one plate of anything where they only said that they want to eat.
PlateCount plates_asked(const Person& person);
PlateCount plates_left(const Person& person);
int number_of(const PlateCount& plates);

struct MealsNow {
    PlateCount asked, given;             // of all who are in; `given` also to people without a name
    std::vector<const Person*> waiting;  // who asked and has not all of it, earliest first
    bool operator==(const MealsNow&) const = default;
};
MealsNow meals_now(const State&);

}  // namespace welcome::kiosk::event
