#pragma once
// The tiles to all staff pages that have no place in the bar, as far as this role may open them.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct MoreView {
    struct Tile {
        std::string id, name, title, hint;
        ui::Icon icon = ui::Icon::none;
    };
    FurnitureView furniture;
    std::string title;
    std::vector<Tile> tiles;
};

MoreView more_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const MoreView& view);

}  // namespace welcome::kiosk::screens
