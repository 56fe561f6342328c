#pragma once
// Paper sign-in sheets: which sheet, then row by row a name that the roster completes.

#include "kiosk/screens/staff/table.h"

namespace welcome::kiosk::screens {

struct PaperView {
    struct Sheet {
        std::string number, title, detail;
    };
    struct Row {
        int row = 0;
        std::string text, trailing;
        bool is_now = false;
    };
    FurnitureView furniture;
    std::string title, lead;
    // while no sheet is open
    std::string number_label, number, open, none;
    std::vector<Sheet> sheets;
    // while one is
    bool is_open = false;
    int row = 0;
    std::string row_title, name_label, name_hint, name, add, adults, children, empty_row, close;
    int more_adults = 0, more_children = 0;
    std::vector<FoundRow> found;
    std::vector<Row> rows;
    bool can_go = true;
};

PaperView paper_view(const Look& look, const event::FindIndex& index);
std::optional<Action> draw(ui::Ui& ui, PaperView view);

}  // namespace welcome::kiosk::screens
