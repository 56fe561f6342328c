#pragma once
// The childcare desk: who waits to be dropped off, who is in which room. Never a claim code: it is the
// parent's. Seen by those who mind children only.

#include "kiosk/screens/staff/alerts.h"

namespace welcome::kiosk::screens {

struct DeskView {
    struct Child {
        std::string stay, name, detail, trailing;
        bool careful = false;  // an allergy
    };
    struct RoomLine {
        std::string room, name, places, rule, adults_label, toggle;
        int adults = 0;
        ui::Tone tone = ui::Tone::plain;
    };
    FurnitureView furniture;
    std::string erased;  // that no word on children is left here, and since when
    std::string waiting_title, in_title, nobody_waits, nobody_in, drop_off, pick_up, roll_call, labels;
    std::vector<Child> waiting, in_rooms;
    std::vector<RoomLine> rooms;
    AlertsView alerts;
    bool can_go = true;
};

DeskView desk_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const DeskView& view);

// One line of a child for the desk: "4-5 · Room 4 · No peanuts · Toilet help".
std::string child_line(const Look& look, const event::Stay& stay);
// How full the childcare rooms are; amber at the last place, red when over.
std::vector<DeskView::RoomLine> room_lines(const Look& look);

}  // namespace welcome::kiosk::screens
