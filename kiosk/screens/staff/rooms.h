#pragma once
// The head count: who is in, against what the hall allows; how full the childcare rooms are.

#include "kiosk/screens/staff/desk.h"

namespace welcome::kiosk::screens {

struct RoomsView {
    struct Count {
        std::string id, number, label;
        ui::Tone tone = ui::Tone::plain;
    };
    FurnitureView furniture;
    std::string title, limit, advice, rooms_title;
    std::vector<Count> counts;
    std::vector<DeskView::RoomLine> rooms;
    float part = 0;  // of the room's limit
    bool has_limit = false, minds_children = false;
    ui::Notice kind = ui::Notice::info;
};

RoomsView rooms_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const RoomsView& view);

}  // namespace welcome::kiosk::screens
