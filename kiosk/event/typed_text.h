#pragma once
// What people type: tidied without changing how they write themselves, and checked (shared/field.md, 2.4).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace welcome::kiosk::event {

inline constexpr int k_longest_name = 200;  // code points

// As typed, but for blanks around it; one way of writing each accented letter (NFC).
std::string tidy(const std::string& typed);
bool is_too_long(const std::string& name);
bool is_phone(const std::string& phone);                  // E.164: a plus, no leading zero, 7 to 15 digits
bool is_email(const std::string& email);                  // plausible; only sending proves one
std::optional<int> whole_number(std::string_view typed);  // digits and nothing else
std::optional<std::uint32_t> read_colour(std::string_view typed);  // "#7A1FA2" → 0x7A1FA2

}  // namespace welcome::kiosk::event
