#pragma once
// Plates at the counter: how many of each kind were asked for and handed out, who still waits, and one touch
// for each who takes theirs.

#include "kiosk/event/find.h"
#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct FoodView {
    struct Stat {
        std::string id, number, label;
    };
    struct Row {
        std::string person, name, detail, trailing;
        bool has_all = false;
    };
    struct Kind {
        std::string id, diet, label;
        ui::Icon icon = ui::Icon::food;
    };
    FurnitureView furniture;
    std::string title, search_label, search_hint, query, list_title, nothing, hand_out, unnamed_title;
    std::vector<Stat> stats;
    std::vector<Row> rows;
    std::vector<Kind> kinds;
    bool can_go = true;
};

FoodView food_view(const Look& look, const event::FindIndex& index);
std::optional<Action> draw(ui::Ui& ui, FoodView view);

}  // namespace welcome::kiosk::screens
