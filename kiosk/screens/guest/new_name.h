#pragma once
// A newcomer: one name field, and how many come along.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct NewNameView {
    FurnitureView furniture;
    std::string title, label, adults, children, next;
    std::string name;
    int more_adults = 0, more_children = 0;
};

NewNameView new_name_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, NewNameView view);

}  // namespace welcome::kiosk::screens
