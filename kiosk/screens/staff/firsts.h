#pragma once
// Who is here for the first time, for whoever gets back to them: how they may be reached, and who was
// already.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct FirstsView {
    struct Row {
        std::string person, name, detail, trailing;
        bool is_done = false;
    };
    FurnitureView furniture;
    std::string title, count, nobody, done_label;
    std::vector<Row> rows;
    bool can_go = true;
};

FirstsView firsts_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const FirstsView& view);

}  // namespace welcome::kiosk::screens
