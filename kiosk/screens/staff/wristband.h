#pragma once
// The claim code, big, to copy onto a paper wristband: shown after a drop-off where no printer did it.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct WristbandView {
    FurnitureView furniture;
    std::string title, lead, child, number, code, done;
};

WristbandView wristband_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const WristbandView& view);

}  // namespace welcome::kiosk::screens
