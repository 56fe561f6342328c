#pragma once
// Closing the evening: children, paper, people written down twice, the numbers to read out, the closing
// itself, the sealed pack in two places, and sending. For the lead.

#include "kiosk/screens/furniture.h"
#include "kiosk/screens/staff/row_view.h"

namespace welcome::kiosk::screens {

struct CloseView {
    struct Stat {
        std::string id, number, label;
    };
    struct Choice {  // a button in the page or at its foot
        std::string id, label;
        ui::Icon icon = ui::Icon::none;
        ui::Look look = ui::Look::secondary;
        bool enabled = true;
        Action means{Intent::close_next};
    };
    FurnitureView furniture;
    std::string title, lead;
    std::string verdict;  // how this step stands, as a banner
    ui::Notice kind = ui::Notice::info;
    std::vector<Stat> stats;
    std::vector<RowView> rows;
    std::string note;  // a soft line under the rows
    std::string reason_label, reason;
    bool asks_reason = false;
    std::string words_title;
    std::vector<std::string> words;  // the evening's head
    float part = -1;                 // of what was sent; below 0: no bar
    std::string part_label;
    std::vector<Choice> choices;  // in the page
    std::vector<Choice> foot;
};

CloseView close_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, CloseView view);

}  // namespace welcome::kiosk::screens
