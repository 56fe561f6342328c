#pragma once
// The door to the volunteers' screens: a personal number, typed; nobody chooses a name from a list.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct PinView {
    FurnitureView furniture;
    std::string title, label, digits, paused;
    bool can_type = true;
};

PinView pin_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, PinView view);

}  // namespace welcome::kiosk::screens
