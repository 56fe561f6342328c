#pragma once
// A child's stay, a room and what the lead must look at, as the fold tells them. Plain values.

#include <vector>

#include "kiosk/event/facts.h"

namespace welcome::kiosk::event {

enum class StayState { requested, waitlisted, accepted, dropped_off, picked_up, withdrawn, turned_away };

struct Incident {
    Instant at;
    StaffId by;
    std::string note;
    bool operator==(const Incident&) const = default;
};

struct Stay {
    StayId id;
    ChildcareRequested request;  // its code is the one that is good now
    StayState state = StayState::requested;
    std::string room;  // where the child is, was, or has a place; before that the room whose bands fit
    Instant requested_at;
    sync::Stamp asked;  // the place in the line
    std::optional<Instant> dropped_off_at, picked_up_at;
    std::optional<StaffId> dropped_off_by, picked_up_by;
    sync::DeviceId dropped_off_on, picked_up_on;
    std::string left_because;  // of a pick-up without the code, a withdrawal, a turning away
    struct Accepted {
        sync::DeviceId on;
        std::string room;
        bool operator==(const Accepted&) const = default;
    };
    std::vector<Accepted> accepted;  // by the tablets that gave it a place, in total order
    bool paged = false;
    std::string paged_because;
    std::string may_pick_up, may_not_pick_up;  // childcare role and lead only
    int refused_pick_ups = 0;
    std::vector<Incident> incidents;
    bool operator==(const Stay&) const = default;

    // One child holds one place, though tablets that could not see each other each gave it one: in each room
    // the first giver's, and once the child is in a room that room's alone. The others' are theirs again.
    [[nodiscard]] bool holds_place_of(const sync::DeviceId& tablet, std::string_view of_room) const;
    [[nodiscard]] bool waits() const {
        return state == StayState::requested || state == StayState::waitlisted ||
               state == StayState::accepted;
    }
    // Counts against the places of its room.
    [[nodiscard]] bool holds_place() const {
        return state == StayState::accepted || state == StayState::dropped_off;
    }
};

struct RoomNow {
    Room room;
    bool open = true;
    bool staffed = false;  // somebody said how many adults there are
    int adults = 0;
    int children = 0;  // in the room
    int expected = 0;  // accepted, not here yet
    // What the adults present may mind; less than two mind nobody.
    [[nodiscard]] int minded_at_most() const;
    // The smaller of the places and what the adults allow; below 0 where it is over.
    [[nodiscard]] int places_open() const;
    bool operator==(const RoomNow&) const = default;
};

// The default, to be changed to the state's rule by the room's own ratio.
int children_to_one_adult(AgeBand youngest);

// For the lead's eyes: a wrong or a dead code, somebody who may not pick up.
struct Alert {
    enum class About { wrong_code, dead_code, refused_pick_up };
    About about = About::wrong_code;
    FactId fact;
    Instant at;
    StaffId by;
    sync::DeviceId on;
    std::optional<StayId> stay;
    bool operator==(const Alert&) const = default;
};

}  // namespace welcome::kiosk::event
