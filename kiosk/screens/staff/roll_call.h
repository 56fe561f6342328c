#pragma once
// Who is in the rooms now, from what this tablet knows: to be ticked off by eye, with no network. Seen by
// those who mind children only.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct RollCallView {
    struct Child {
        std::string stay, name, detail, trailing;
        bool seen = false;
    };
    FurnitureView furniture;
    std::string title, print, count, as_of, shared, again;
    std::string question, yes, no;  // whether all ticks shall go; empty: it is not asked
    std::vector<Child> children;
};

RollCallView roll_call_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const RollCallView& view);

}  // namespace welcome::kiosk::screens
