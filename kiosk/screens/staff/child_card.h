#pragma once
// One child in care: what must be known, and what may be done: page, note, who may pick up; for the lead a
// lost claim and a release without it. Seen by those who mind children only.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct ChildCardView {
    struct Choice {
        std::string id, label;
        ui::Icon icon = ui::Icon::none;
        ChildCard::Asks asks = ChildCard::Asks::nothing;
        bool chosen = false;
    };
    FurnitureView furniture;
    std::string name, detail, contact, paged, page_over, may, may_not, first_label, second_label, save,
        reprint;
    std::string first, second;
    std::vector<std::string> incidents;
    std::vector<Choice> choices;
    bool asks = false, asks_two = false, can_save = false;
};

ChildCardView child_card_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, ChildCardView view);

}  // namespace welcome::kiosk::screens
