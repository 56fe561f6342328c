#pragma once
// Where the adult is tonight: a phone or a seat. No child is minded whose adult cannot be found.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct ReachView {
    FurnitureView furniture;
    std::string title, lead, label, done, where;
    bool can_go = true;
};

ReachView reach_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, ReachView view);

}  // namespace welcome::kiosk::screens
