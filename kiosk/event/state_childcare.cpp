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

void add(HeadCount& count, const Stay& stay, int sign) {
    if (stay.dropped_off_at) count.children_dropped_off += sign;
    if (stay.state == StayState::picked_up) count.children_picked_up += sign;
}

class StayFold {
  public:
    explicit StayFold(Stay& stay) : stay_(stay) {}

    void operator()(const ChildcareRequested& body, const Entry& entry) {
        if (!requested) stay_.requested_at = entry.wall;
        requested = true;
        stay_.request = body;
    }
    void operator()(const ChildDroppedOff& body, const Entry& entry) {
        stay_.state = StayState::dropped_off;
        stay_.room = body.room;
        stay_.dropped_off_at = entry.wall;
        stay_.dropped_off_by = body.by;
        stay_.picked_up_at.reset();
        stay_.picked_up_by.reset();
    }
    void operator()(const ChildPickedUp& body, const Entry& entry) {
        stay_.state = StayState::picked_up;
        stay_.picked_up_at = entry.wall;
        stay_.picked_up_by = body.by;
    }
    void operator()(const auto&, const Entry&) {}

    bool requested = false;

  private:
    Stay& stay_;
};

}  // namespace

void State::Inside::fold_stay(const StayId& id) {
    if (const auto known = stays.find(id); known != stays.end()) {
        add(count, known->second, -1);
        stays.erase(known);
    }
    Stay stay;
    stay.id = id;
    StayFold fold(stay);
    bool anything = false;
    for (const auto& [stamp, fact] : stay_logs[id]) {
        if (!is_effective(fact)) continue;
        anything = true;
        const Entry& found = entry(fact);
        std::visit([&](const auto& body) { fold(body, found); }, *found.body);
    }
    // A child in a room stays in sight though the request has not come yet or was undone.
    if (!anything || (!fold.requested && !stay.dropped_off_at)) return;
    if (stay.room.empty()) stay.room = room_for(event, stay.request.band);
    add(count, stay, +1);
    stays[id] = stay;
}

}  // namespace welcome::kiosk::event
