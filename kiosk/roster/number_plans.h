#pragma once
// The module that knows the world's number plans: what phone.cpp calls of it, in C so that a name finds it.

#include <cstddef>

namespace welcome::kiosk::roster {

inline constexpr auto k_number_plans_file = "lib/welcome-table/number_plans.so";  // from where bin/ lies
inline constexpr std::size_t k_longest_e164 = 16;  // "+" and 15 digits (ITU-T E.164)

}  // namespace welcome::kiosk::roster

extern "C" {
// Writes `typed`, a number as people of `region` (ISO 3166) write it, as E.164 into `room` bytes, with a zero
// at its end. False where it is none.
bool welcome_number_as_e164(const char* typed, const char* region, char* into, std::size_t room);
}
