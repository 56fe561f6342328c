#pragma once
// Who asked for something and has not got it: a headset, a ride, a seat. Whoever asked first stands first.

#include "kiosk/event/decide_items.h"
#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct WaitsView {
    struct Row {
        std::string person, name, detail, trailing, action_label;
        Action action{Intent::meet_need};
    };
    struct Group {
        std::string id, title;
        ui::Icon icon = ui::Icon::volunteer;
        std::vector<Row> rows;
    };
    FurnitureView furniture;
    std::string title, nobody;
    std::vector<Group> groups;
    bool can_go = true;
};

WaitsView waits_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const WaitsView& view);

// Each once, whatever they wait for.
long people_who_wait(const Look& look);
// For the table: how many wait; empty where nobody does.
std::string waits_alarm(const Look& look);

}  // namespace welcome::kiosk::screens
