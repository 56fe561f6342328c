#pragma once
// One person and the family: come in, take back, needs; the phone masked until somebody asks.

#include "kiosk/screens/staff/deed_rows.h"
#include "kiosk/screens/staff/role_choice.h"

namespace welcome::kiosk::screens {

struct PersonCardView {
    struct Relative {
        std::string person, name, trailing, check_in;
        bool is_in = false, is_child = false;
    };
    FurnitureView furniture;
    std::string name, presence, company, phone, show_phone, needs, check_in, check_in_family, undo_label,
        family_title, add_family, same_person, take_apart, card_hint;
    std::string person, undo_fact, merge_fact;
    std::string press_rules;         // for the helper, where somebody is of the press
    std::string lend;                // they asked to hear it in their language, and have no headset yet
    std::optional<RoleChoice> role;  // nothing: nobody is shown
    std::vector<Relative> family;
    std::optional<UndoView> undo;
    bool is_in = false, can_undo = false, can_take_apart = false, can_go = true;
};

PersonCardView person_card_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const PersonCardView& view);

}  // namespace welcome::kiosk::screens
