#pragma once
// What would help today: tap all you need, or be done.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct NeedsView {
    struct Choice {
        event::Need need;
        std::string id, label;
        ui::Icon icon = ui::Icon::none;
        bool chosen = false;
    };
    FurnitureView furniture;
    std::string title, lead, done;
    std::vector<Choice> choices;
    bool can_go = true;
};

NeedsView needs_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const NeedsView& view);

}  // namespace welcome::kiosk::screens
