#pragma once
// All that was done lately, each line with its undo.

#include "kiosk/screens/staff/deed_rows.h"

namespace welcome::kiosk::screens {

struct DeedsView {
    FurnitureView furniture;
    std::string title, none;
    std::string newer, older;
    int page = 0;
    bool has_older = false;
    std::vector<DeedRow> rows;
    std::optional<UndoView> undo;
};

DeedsView deeds_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const DeedsView& view);

}  // namespace welcome::kiosk::screens
