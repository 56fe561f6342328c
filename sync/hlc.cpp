#include "sync/hlc.h"

#include <algorithm>
#include <limits>

namespace welcome::sync {

Hlc HybridClock::next(Instant wall) {
    const std::int64_t now = wall.time_since_epoch().count();
    if (now > latest_.wall_ms) {
        latest_ = {now, 0};
    } else if (latest_.counter < std::numeric_limits<std::uint16_t>::max()) {
        ++latest_.counter;
    } else if (latest_.wall_ms < std::numeric_limits<std::int64_t>::max()) {
        latest_ = {latest_.wall_ms + 1, 0};  // A full counter spills into the milliseconds.
    }  // At the end of all time it stands: a broken peer's clock ties, and device and sequence decide.
    return latest_;
}

void HybridClock::witness(const Hlc& seen) {
    latest_ = std::max(latest_, seen);
}

}  // namespace welcome::sync
