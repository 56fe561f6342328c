#pragma once
// What tablets that could not see each other wrote down twice, and what was made of it by itself: for a
// person to read afterwards. Nothing here needs a deed; two entries that are perhaps one person are another
// question. Pure.

#include <vector>

#include "kiosk/event/state.h"

namespace welcome::kiosk::event {

struct Conflicts {
    // Checked in at several tablets, or several times: counted once, from the earliest on.
    std::vector<const Person*> recorded_twice;  // by the earliest time
    // Children whom two tablets each gave a place: they hold one, the other is its tablet's again.
    std::vector<const Stay*> placed_twice;
    // Rooms with more children than places, as far as is known here.
    std::vector<RoomNow> over;
};

// The pointers live as long as the state stays unchanged.
Conflicts conflicts_of(const State& state);

}  // namespace welcome::kiosk::event
