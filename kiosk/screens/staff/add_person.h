#pragma once
// Somebody new, by a volunteer's hand: a name is enough.

#include "kiosk/screens/staff/role_choice.h"

namespace welcome::kiosk::screens {

struct AddPersonView {
    FurnitureView furniture;
    std::string title, name_label, phone_label, adults, children, add;
    std::string name, phone;
    RoleChoice role;
    int more_adults = 0, more_children = 0;
    bool can_go = true;
};

AddPersonView add_person_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, AddPersonView view);

}  // namespace welcome::kiosk::screens
