#pragma once
// What is lent at the table: how much of it is out, since when and with whom; found by scanning it or by its
// number. With a borrower chosen it shows what they may take.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct ItemsView {
    struct Stat {
        std::string id, number, label;
    };
    struct Row {
        std::string item, title, detail, trailing, action_label;
        ui::Icon icon = ui::Icon::headset;
        ui::Tone tone = ui::Tone::soft;
        std::optional<Action> action;
    };
    FurnitureView furniture;
    std::string title, borrower, search_label, search_hint, query, list_title, nothing, add, waits;
    std::vector<Stat> stats;
    std::vector<Row> rows;
    bool can_go = true;
};

ItemsView items_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, ItemsView view);

}  // namespace welcome::kiosk::screens
