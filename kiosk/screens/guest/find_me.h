#pragma once
// First letters and last four digits: one answer at most, never a list.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct FindMeView {
    FurnitureView furniture;
    std::string title, letters_label, digits_label, privacy, look_up, not_found, new_here;
    std::string letters, digits;
    bool show_not_found = false;
    bool can_look = false;
};

FindMeView find_me_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, FindMeView view);

}  // namespace welcome::kiosk::screens
