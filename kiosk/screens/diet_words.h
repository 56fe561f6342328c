#pragma once
// What each kind of plate is called and looks like.

#include <array>

#include "kiosk/event/decide_meals.h"
#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

inline constexpr std::array k_all_diets = {event::Diet::any,     event::Diet::vegetarian,
                                           event::Diet::halal,   event::Diet::kosher,
                                           event::Diet::no_pork, event::Diet::no_nuts};

std::string_view diet_key(event::Diet diet);  // of the catalogues
ui::Icon icon_of(event::Diet diet);
std::string plates_text(const Look& look, const event::PlateCount& plates);  // "2 Halal · 1 No nuts"

}  // namespace welcome::kiosk::screens
