#pragma once
// The volunteers' table: search as you type, the last deeds, somebody new.

#include "kiosk/event/find.h"
#include "kiosk/screens/staff/alerts.h"
#include "kiosk/screens/staff/deed_rows.h"

namespace welcome::kiosk::screens {

struct FoundRow {
    std::string person, name, detail, trailing;
    bool is_in = false, is_child = false;
};

struct TableView {
    FurnitureView furniture;
    std::string search_label, search_hint, query, add, nobody, deeds_title, all_deeds, helper, helper_seen,
        check_in, line, waits, waits_open, left_label;
    struct Noted {  // press, guests of honour: for the lead's eyes
        std::string person, text;
        bool is_press = false;
    };
    std::vector<Noted> noted;
    AlertsView alerts;
    std::string noted_seen;
    std::vector<FoundRow> rows;
    std::vector<DeedRow> deeds;
    std::optional<UndoView> undo;
    bool shows_deeds = true;    // while nobody is looked for
    int left = 0, in_room = 0;  // who went home before the end, and who is here
    bool can_go = true;
};

TableView table_view(const Look& look, const event::FindIndex& index);
std::optional<Action> draw(ui::Ui& ui, TableView view);

// Whoever fits what was typed, the best first, `but` left out.
std::vector<FoundRow> found_rows(const Look& look, const event::FindIndex& index, const std::string& query,
                                 std::size_t most, const std::optional<PersonId>& but);
FoundRow found_row(const Look& look, const event::Person& person);
ui::Icon icon_of(const FoundRow& row);

// "In since 6:04 pm", or empty.
std::string in_since(const Look& look, const event::Person& person);

}  // namespace welcome::kiosk::screens
