#include "tools/connectors/pace.h"

#include <algorithm>

namespace welcome::tools::connectors {

Pace::Wait Pace::next(Time now) {
    const Time start = std::max(now, free_from_.value_or(now));
    free_from_ = start + std::chrono::duration_cast<Time::duration>(std::chrono::duration<double>(1 / rate_));
    return std::chrono::ceil<Wait>(start - now);
}

void Pace::answered(bool too_many, std::optional<std::chrono::seconds> retry_after, Time now) {
    if (!too_many) {
        if (++good_ < k_good_answers) return;
        good_ = 0;
        rate_ = std::min(most_, rate_ * 1.1);
        return;
    }
    good_ = 0;
    rate_ = std::max(k_slowest, rate_ / 2);
    const auto pause =
        retry_after ? std::chrono::duration_cast<Time::duration>(*retry_after)
                    : std::chrono::duration_cast<Time::duration>(std::chrono::duration<double>(1 / rate_));
    free_from_ = std::max(free_from_.value_or(now), now + pause);
}

}  // namespace welcome::tools::connectors
