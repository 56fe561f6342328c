#pragma once
// Which languages guests are offered, and which of them are drafts. Everybody may look, the lead may choose.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct LanguageBoardView {
    struct Row {
        std::string tag, name, detail;
        bool offered = false;
        bool can_change = false;
    };
    FurnitureView furniture;
    std::string title, lead;
    std::vector<Row> rows;
};

LanguageBoardView language_board_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const LanguageBoardView& view);

}  // namespace welcome::kiosk::screens
