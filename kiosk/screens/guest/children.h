#pragma once
// Childcare: one child at a time; an age band, never a birth date.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct ChildrenView {
    FurnitureView furniture;
    std::string title, name_label, age_label, allergy_label, no_allergies, notes_label, toilet, photo_label,
        another, done, ready;
    std::string first_name, allergies, notes, chosen_band, chosen_photo;
    std::vector<ui::Option> bands, photo_options;
    bool none_ticked = false, toilet_ticked = false, can_go = true;
    bool is_whole = false;  // nothing is missing: another child may follow
};

ChildrenView children_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, ChildrenView view);

}  // namespace welcome::kiosk::screens
