#pragma once
// Pick-up by code: no code, no child. The children of the code that was given, and the release.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct PickUpView {
    struct Child {
        std::string name, detail;
    };
    FurnitureView furniture;
    std::string title, lead, code_label, look_up, another, release, face, paused, may, may_not, refuse;
    std::string code;
    std::vector<Child> children;
    bool can_type = true, can_look = false, can_release = false;
};

PickUpView pick_up_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, PickUpView view);

}  // namespace welcome::kiosk::screens
