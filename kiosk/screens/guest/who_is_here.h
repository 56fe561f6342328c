#pragma once
// Who is here today: a household after a code, one person after a look-up.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct WhoIsHereView {
    struct Row {
        std::string id, name, detail;
        bool ticked = false, enabled = true;
    };
    FurnitureView furniture;
    std::string title, lead, yes, not_me, adults, children;
    std::vector<Row> rows;
    int more_adults = 0, more_children = 0;
    bool can_confirm = false;
};

WhoIsHereView who_is_here_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const WhoIsHereView& view);

}  // namespace welcome::kiosk::screens
