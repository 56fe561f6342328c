#pragma once
// Slips in the part of a typed e-mail address that everybody types: about 2 % of them (shared/field.md, 4).

#include <optional>
#include <string>
#include <string_view>

namespace welcome::kiosk::event {

// The address that was most likely meant; nothing where the domain is a known one, or like none of them.
std::optional<std::string> likely_email(std::string_view typed);

}  // namespace welcome::kiosk::event
