#pragma once
// An evening saved from a folder whose journal is damaged, into a fresh folder that goes on with it. The
// damaged folder is only read.

#include <cstddef>
#include <vector>

#include "kiosk/session/session.h"

namespace welcome::kiosk::session {

// Facts of a device that are gone, though a later one of it was read. Another tablet may have them.
struct Missing {
    sync::DeviceId device;
    std::uint64_t first = 0, last = 0;
};

struct Rescued {
    std::size_t facts = 0;        // all that could be read
    std::size_t after_a_gap = 0;  // of them those that cannot stand in their device's chain any more
    std::vector<Missing> missing;
};

// What is missing in a folder that no longer opens, in order of device and number.
sync::Result<std::vector<Missing>> missing_facts(const EventFolder& damaged, const sync::UnlockCard& card);

// `into` must hold no event yet. It becomes a new device of the event: the damaged one's chain may have lost
// its end, and a number is never given twice. What follows a gap in its device's chain is relayed, as facts
// from the membership service are: it counts once, and under its own time.
sync::Result<Rescued> rescue(const EventFolder& damaged, const EventFolder& into,
                             const sync::UnlockCard& card);

}  // namespace welcome::kiosk::session
