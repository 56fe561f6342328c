// The stay of a child, and what it adds to the head count. Rooms and grants: state_rooms.cpp.

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

// Writes one stay from effective facts, given in total order. Who went home, withdrew or was turned away is
// not brought back by a tablet that had not heard of it; only a child who is seen in a room is there.
class StayFold {
  public:
    explicit StayFold(Stay& stay) : stay_(stay) {}

    void operator()(const ChildcareRequested& body, const Record& record) {
        if (!requested) {
            stay_.requested_at = record.wall;
            stay_.asked = record.stamp;
        }
        requested = true;
        const std::string code = replaced_ ? stay_.request.code : body.code;
        stay_.request = body;
        stay_.request.code = code;
    }
    void operator()(const ChildAccepted& body, const Record& record) {
        if (is_over()) return;
        if (stay_.accepted.empty()) stay_.room = body.room;
        stay_.accepted.push_back({record.stamp.device, body.room});
        if (stay_.state != StayState::dropped_off) stay_.state = StayState::accepted;
    }
    void operator()(const ChildWaitlisted&, const Record&) {
        if (stay_.state == StayState::requested) stay_.state = StayState::waitlisted;
    }
    void operator()(const ChildTurnedAway& body, const Record&) {
        leaves(StayState::turned_away, body.reason);
    }
    void operator()(const ChildWithdrawn& body, const Record&) { leaves(StayState::withdrawn, body.reason); }
    void operator()(const ChildDroppedOff& body, const Record& record) {
        stay_.state = StayState::dropped_off;
        stay_.room = body.room;
        stay_.dropped_off_at = record.wall;
        stay_.dropped_off_stamp = record.stamp;
        stay_.dropped_off_by = body.by;
        stay_.dropped_off_on = record.stamp.device;
        stay_.picked_up_at.reset();  // Brought back: in the room again.
        stay_.picked_up_by.reset();
        stay_.picked_up_on = {};
        stay_.paged = false;
        const bool has_place_here =
            std::any_of(stay_.accepted.begin(), stay_.accepted.end(),
                        [&](const Stay::Accepted& one) { return one.room == body.room; });
        if (!has_place_here) stay_.accepted.push_back({record.stamp.device, body.room});
    }
    void operator()(const ChildPickedUp& body, const Record& record) {
        stay_.state = StayState::picked_up;
        stay_.picked_up_at = record.wall;
        stay_.picked_up_by = body.by;
        stay_.picked_up_on = record.stamp.device;
        stay_.left_because = body.reason;
        stay_.paged = false;
    }
    void operator()(const ParentPaged& body, const Record&) {
        if (is_over()) return;
        stay_.paged = !body.over;
        stay_.paged_because = body.over ? "" : body.reason;
    }
    void operator()(const IncidentNoted& body, const Record& record) {
        stay_.incidents.push_back({record.wall, body.by, body.note});
    }
    void operator()(const PickUpSaid& body, const Record&) {
        stay_.may_pick_up = body.may;
        stay_.may_not_pick_up = body.may_not;
    }
    void operator()(const ChildSeen& body, const Record& record) {
        stay_.seen.reset();
        if (body.seen) stay_.seen = Stay::Seen{record.stamp, record.wall, body.by};
    }
    void operator()(const PickUpRefused&, const Record&) { ++stay_.refused_pick_ups; }
    void operator()(const ClaimReplaced& body, const Record&) {
        replaced_ = true;
        stay_.request.code = body.code;
    }
    void operator()(const auto&, const Record&) {}

    bool requested = false;

  private:
    [[nodiscard]] bool is_over() const { return !stay_.waits() && stay_.state != StayState::dropped_off; }
    void leaves(StayState state, const std::string& reason) {
        if (!stay_.waits()) return;
        stay_.state = state;
        stay_.left_because = reason;
        stay_.paged = false;
    }

    Stay& stay_;
    bool replaced_ = false;
};

}  // namespace

bool Stay::holds_place_of(const sync::DeviceId& tablet, std::string_view of_room) const {
    if (!holds_place() || (state == StayState::dropped_off && room != of_room)) return false;
    const auto first = std::find_if(accepted.begin(), accepted.end(),
                                    [&](const Accepted& one) { return one.room == of_room; });
    return first != accepted.end() && first->on == tablet;
}

void State::Inside::fold_stay(const StayId& id) {
    OneStay& one = stays[id];
    tally_stay(count, one.stay, -1);
    const auto retell = [&](bool undone_requests_too) {
        one.stay = {};
        one.stay.id = id;
        StayFold fold(one.stay);
        for (const Place place : one.facts) {
            const Record& record = records[place];
            use(place, [&]<typename Kind>(const Kind& body) {
                const bool is_request = std::is_same_v<Kind, ChildcareRequested>;
                if (record.effective || (undone_requests_too && is_request)) fold(body, record);
            });
        }
        return fold.requested;
    };
    const bool requested = retell(false);
    // A child in a room stays in sight though the request has not come yet, or was undone; with the name, the
    // allergies and the code that were said in it.
    if (!requested && one.stay.state == StayState::dropped_off) retell(true);
    if (one.stay.accepted.empty()) one.stay.room = room_for(event, one.stay.request.band);
    one.shown = requested || one.stay.state == StayState::dropped_off;
    tally_stay(count, one.stay, +1);
}

}  // namespace welcome::kiosk::event
