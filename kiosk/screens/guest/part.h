#pragma once
// Before they go in: may we take a picture, and up to three things to say yes to. Nothing is ticked, and "Not
// now" is as large as "Done".

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct PartView {
    struct Call {
        std::string key, text;
        bool ticked = false;
    };
    FurnitureView furniture;
    std::string title, photo, first_time, not_now, done;
    std::vector<ui::Option> photo_wishes;  // empty: not asked
    std::string photo_now;
    std::vector<Call> calls;
    bool is_first_time = false, can_go = true;
};

PartView part_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const PartView& view);

}  // namespace welcome::kiosk::screens
