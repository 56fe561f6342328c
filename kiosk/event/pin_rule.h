#pragma once
// Which PINs a helper may have (shared/field.md, 3.2, 7). Pure.

#include <algorithm>
#include <array>
#include <string_view>

namespace welcome::kiosk::event {

enum class PinFlaw { none, too_short, weak };

// At least six digits and nothing else, and none of the values that everybody tries first.
inline PinFlaw flaw_of_pin(std::string_view pin) {
    constexpr std::array<std::string_view, 12> common = {"123456", "654321", "123123", "121212",
                                                         "112233", "012345", "696969", "159753",
                                                         "101010", "123321", "131313", "456789"};
    if (pin.size() < 6 || pin.find_first_not_of("0123456789") != std::string_view::npos)
        return PinFlaw::too_short;
    const bool all_same = pin.find_first_not_of(pin.front()) == std::string_view::npos;
    return all_same || std::find(common.begin(), common.end(), pin) != common.end() ? PinFlaw::weak
                                                                                    : PinFlaw::none;
}

}  // namespace welcome::kiosk::event
