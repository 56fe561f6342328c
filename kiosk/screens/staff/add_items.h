#pragma once
// Things to be lent, put on the list: what they are, from which number to which, what is heard on them.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct AddItemsView {
    FurnitureView furniture;
    std::string title, kind_label, kind_now, first_label, first, last_label, last, channel_label, channel,
        language_label, language_now, ready;
    std::string print;  // a label for each too; empty: no printer
    std::vector<ui::Option> kinds, languages;
    bool is_heard = true;  // there is a channel and a language to it
    bool can_go = true;
};

AddItemsView add_items_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, AddItemsView view);

}  // namespace welcome::kiosk::screens
