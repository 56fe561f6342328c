#pragma once
// One person and the family: come in, take back, needs; the phone masked until somebody asks.

#include "kiosk/screens/staff/deed_rows.h"

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
    std::string role_label, role_now;
    std::vector<ui::Option> roles;  // for the lead: press, guest of honour
    std::vector<Relative> family;
    std::optional<UndoView> undo;
    bool is_in = false, can_undo = false, can_take_apart = false, can_go = true;
};

PersonCardView person_card_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const PersonCardView& view);

}  // namespace welcome::kiosk::screens
