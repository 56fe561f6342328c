#pragma once
// Over a volunteers' screen that nobody has touched for a while: no name stays in sight.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct CoverView {
    FurnitureView furniture;
    std::string title, show;
};

CoverView cover_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const CoverView& view);

}  // namespace welcome::kiosk::screens
