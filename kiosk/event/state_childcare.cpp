// The stay of a child, and what it adds to the head count.

#include <algorithm>

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

namespace {

std::string room_for(const EventOpened& event, AgeBand band) {
    for (const auto& room : event.childcare_rooms) {
        if (std::find(room.bands.begin(), room.bands.end(), band) != room.bands.end()) return room.name;
    }
    return {};
}

void tally_stay(HeadCount& count, const Stay& stay, int sign) {
    if (stay.dropped_off_at) count.children_dropped_off += sign;
    if (stay.picked_up_at) count.children_picked_up += sign;
}

// Writes one stay from effective facts, given in total order.
class StayFold {
  public:
    explicit StayFold(Stay& stay) : stay_(stay) {}

    void operator()(const ChildcareRequested& body, const Record& record) {
        if (!requested) stay_.requested_at = record.wall;
        requested = true;
        stay_.request = body;
    }
    void operator()(const ChildDroppedOff& body, const Record& record) {
        stay_.state = StayState::dropped_off;
        stay_.room = body.room;
        stay_.dropped_off_at = record.wall;
        stay_.dropped_off_by = body.by;
        stay_.picked_up_at.reset();  // Brought back: in the room again.
        stay_.picked_up_by.reset();
    }
    void operator()(const ChildPickedUp& body, const Record& record) {
        stay_.state = StayState::picked_up;
        stay_.picked_up_at = record.wall;
        stay_.picked_up_by = body.by;
    }
    void operator()(const auto&, const Record&) {}

    bool requested = false;

  private:
    Stay& stay_;
};

}  // namespace

void State::Inside::fold_stay(const StayId& id) {
    OneStay& one = stays[id];
    tally_stay(count, one.stay, -1);
    one.stay = {};
    one.stay.id = id;
    StayFold fold(one.stay);
    for (const Place place : one.facts) {
        const Record& record = records[place];
        if (record.effective) use(place, [&](const auto& body) { fold(body, record); });
    }
    if (!one.stay.dropped_off_at) one.stay.room = room_for(event, one.stay.request.band);
    // A child in a room stays in sight though the request has not come yet, or was undone.
    one.shown = fold.requested || one.stay.state == StayState::dropped_off;
    tally_stay(count, one.stay, +1);
}

}  // namespace welcome::kiosk::event
