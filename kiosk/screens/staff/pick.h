#pragma once
// A second person beside one: who belongs to the family, or who is the same person twice.

#include "kiosk/screens/staff/table.h"

namespace welcome::kiosk::screens {

struct PickView {
    FurnitureView furniture;
    std::string title, search_label, search_hint, query, nobody, add;  // add: empty where nobody new is meant
    std::vector<FoundRow> rows;
    bool can_go = true;
};

PickView pick_view(const Look& look, const event::FindIndex& index);
std::optional<Action> draw(ui::Ui& ui, PickView view);

}  // namespace welcome::kiosk::screens
