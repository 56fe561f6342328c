#pragma once
// The room board: who is in against what the hall allows, how they arrived, what they speak and need, and how
// every tablet is. The lead types the limit in.

#include "kiosk/screens/staff/desk.h"
#include "kiosk/screens/staff/tablet_rows.h"

namespace welcome::kiosk::screens {

struct RoomsView {
    struct Count {
        std::string id, number, label;
        ui::Tone tone = ui::Tone::plain;
    };
    struct Need {
        std::string id, label, waits, number;
        ui::Icon icon = ui::Icon::volunteer;
    };
    FurnitureView furniture;
    std::string title, limit, advice, rooms_title, languages, needs_title, tablets_title;
    std::string set_limit, limit_label, limit_typed, save;  // the lead's
    std::string arrivals_title, arrivals, arrivals_from, arrivals_to;
    std::vector<int> by_minute;
    std::vector<Count> counts;
    std::vector<Need> needs;
    std::vector<DeskView::RoomLine> rooms;
    std::vector<TabletRowView> tablets;
    float part = 0;  // of the room's limit
    bool has_limit = false, asks_limit = false, minds_children = false, can_go = true;
    ui::Notice kind = ui::Notice::info;
};

RoomsView rooms_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, RoomsView view);

}  // namespace welcome::kiosk::screens
