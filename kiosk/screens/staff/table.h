#pragma once
// The volunteers' table: search as you type, the last deeds, somebody new.

#include "kiosk/event/find.h"
#include "kiosk/screens/staff/deed_rows.h"

namespace welcome::kiosk::screens {

struct TableView {
    struct Row {
        std::string person, name, detail, trailing, check_in;
        bool is_in = false;
    };
    FurnitureView furniture;
    std::string search_label, search_hint, query, add, nobody, deeds_title, all_deeds, helper, helper_seen;
    std::vector<Row> rows;
    std::vector<DeedRow> deeds;
    std::optional<UndoView> undo;
    bool shows_deeds = true;  // while nobody is looked for
    bool can_go = true;
};

TableView table_view(const Look& look, const event::FindIndex& index);
std::optional<Action> draw(ui::Ui& ui, TableView view);

// "In since 6:04 pm", or empty.
std::string in_since(const Look& look, const event::Person& person);

}  // namespace welcome::kiosk::screens
