#pragma once
// Whether somebody is of the press or a guest to greet, as a helper says it; no guest's screen shows it.

#include <array>

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct RoleChoice {
    std::string label, now;
    std::array<ui::Option, 3> options;
};

// `page`: of the widgets' ids, "person" makes "person.role.press".
RoleChoice role_choice(const Look& look, const std::string& page, event::GuestRole now);
// What was chosen, if anything was.
std::optional<event::GuestRole> draw(ui::Ui& ui, const std::string& page, const RoleChoice& choice);

}  // namespace welcome::kiosk::screens
