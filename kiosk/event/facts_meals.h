#pragma once
// Meals: who asked for how many plates of what, and what was handed out. No reason is asked: what somebody
// eats is all that the kitchen must know.

#include "kiosk/event/facts_words.h"

namespace welcome::kiosk::event {

enum class Diet { any, vegetarian, halal, kosher, no_pork, no_nuts };
inline constexpr int k_diets = 6;
inline constexpr int k_most_plates = 20;  // of one kind for one family

struct Plates {
    Diet diet = Diet::any;
    int count = 1;
    bool operator==(const Plates&) const = default;
};

struct MealsAsked {  // the last word counts
    PersonId person;
    std::vector<Plates> plates;
    bool operator==(const MealsAsked&) const = default;
};
struct MealsHandedOut {
    PersonId person;
    std::vector<Plates> plates;
    StaffId by;
    bool operator==(const MealsHandedOut&) const = default;
};
struct PlateHandedOut {  // to somebody without a name
    Diet diet = Diet::any;
    StaffId by;
    bool operator==(const PlateHandedOut&) const = default;
};

}  // namespace welcome::kiosk::event
