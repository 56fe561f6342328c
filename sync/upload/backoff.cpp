#include "sync/upload/backoff.h"

#include <algorithm>
#include <cmath>

namespace welcome::sync {

std::chrono::milliseconds Backoff::next(double random, std::optional<std::chrono::seconds> floor) {
    const auto doublings = std::min(failures_++, 20);
    const auto most = std::min(std::ldexp(static_cast<double>(first_.count()), doublings),
                               static_cast<double>(longest_.count()));
    const std::chrono::milliseconds jitter(static_cast<std::int64_t>(most * std::clamp(random, 0.0, 1.0)));
    return jitter + floor.value_or(std::chrono::seconds(0));
}

}  // namespace welcome::sync
