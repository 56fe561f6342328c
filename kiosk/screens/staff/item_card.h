#pragma once
// One thing that is lent: who has it, and where nobody has it, who takes it.

#include "kiosk/event/find.h"
#include "kiosk/screens/staff/table.h"

namespace welcome::kiosk::screens {

struct ItemCardView {
    FurnitureView furniture;
    std::string item, name, about, now;
    ui::Icon icon = ui::Icon::headset;
    ui::Tone tone = ui::Tone::plain;
    std::string back, lost, print;         // what may be done; empty: not now
    std::string who, hint, query, nobody;  // where it is free: who takes it
    std::string card, card_number;         // whom nobody knows, by the number on their card
    std::string list_title;
    std::vector<FoundRow> rows;
    bool is_free = false, can_go = true;
};

ItemCardView item_card_view(const Look& look, const event::FindIndex& index);
std::optional<Action> draw(ui::Ui& ui, ItemCardView view);

}  // namespace welcome::kiosk::screens
