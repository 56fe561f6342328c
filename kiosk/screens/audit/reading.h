#pragma once
// How many years of school a screen's English asks for (Flesch and Kincaid's grade). Pure.

#include "kiosk/ui/audit.h"

namespace welcome::kiosk::screens::audit {

inline constexpr double k_highest_grade = 5.0;

// The grade of all that the tree says; 0 where it says nothing. Keys of the keyboard are not words.
double reading_grade(const ui::Tree& tree);

}  // namespace welcome::kiosk::screens::audit
