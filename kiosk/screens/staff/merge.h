#pragma once
// Two entries side by side, and what they become if they are one person. Nothing is lost: the words of the
// other one fill what the first has not, and it can be taken apart again.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct MergeView {
    struct Entry {
        std::string title, name;
        std::string presence, detail;  // phone, email, family, codes: what there is
        bool is_in = false;
    };
    FurnitureView furniture;
    std::string title, swap, same, both;
    std::optional<Entry> kept, merged, result;  // nothing where somebody else made them one meanwhile
    std::string gone;
    bool can_go = true;
};

MergeView merge_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const MergeView& view);

}  // namespace welcome::kiosk::screens
