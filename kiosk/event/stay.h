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
    sync::Stamp asked;                                    // the place in the line
    std::optional<Instant> dropped_off_at, picked_up_at;  // by the clock of the tablet that wrote it
    sync::Stamp dropped_off_stamp;
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
    struct Seen {
        sync::Stamp stamp;
        Instant at;
        StaffId by;
        bool operator==(const Seen&) const = default;
    };
    std::optional<Seen> seen;  // the last tick at a roll-call; whether it counts says State::is_ticked_off
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

inline constexpr int k_least_adults = 2;  // with children, always (shared/childcare.md)

struct RoomNow {
    Room room;
    bool open = true;
    bool staffed = false;  // somebody said how many adults there are
    int adults = 0;
    int children = 0;                           // in the room
    int expected = 0;                           // accepted, not here yet
    [[nodiscard]] int children_to_one() const;  // by the room's own ratio, else by its youngest band
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
    int times = 1;      // codes tried in a row
    bool seen = false;  // by the lead
    bool operator==(const Alert&) const = default;
};

// Wrong claims at one tablet until it pauses and the lead is told (shared/childcare.md, "Codes").
inline constexpr int k_wrong_claims_at_most = 3;

// The wrong claims tried at one tablet with no right one since.
struct WrongClaims {
    int in_a_row = 0;
    Instant last{};  // by that tablet's clock
    bool operator==(const WrongClaims&) const = default;
};

}  // namespace welcome::kiosk::event
