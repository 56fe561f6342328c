#pragma once
// How many plates, and of what: one stepper a kind, all who came together on one screen.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct MealsView {
    struct Kind {
        std::string id, diet, label;
        ui::Icon icon = ui::Icon::food;
        int plates = 0;
    };
    FurnitureView furniture;
    std::string title, skip, ready;
    std::vector<Kind> kinds;
    bool can_go = true;
};

MealsView meals_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const MealsView& view);

}  // namespace welcome::kiosk::screens
