#include "tools/membershipd/pace.h"

#include <algorithm>
#include <cmath>

namespace welcome::tools::membershipd {

std::chrono::seconds Pace::wait_of(const std::string& caller, const Allowance& allowance, sync::Instant now) {
    constexpr std::size_t k_most_callers = 20'000;
    constexpr auto k_forgotten = std::chrono::minutes(5);
    if (buckets_.size() > k_most_callers)
        std::erase_if(buckets_, [&](const auto& one) { return now - one.second.at > k_forgotten; });
    auto& bucket = buckets_.try_emplace(caller, Bucket{allowance.at_once, now}).first->second;
    const auto passed = std::chrono::duration<double>(now - bucket.at).count();
    bucket.left = std::min(allowance.at_once, bucket.left + std::max(0.0, passed) * allowance.a_second);
    bucket.at = now;
    if (bucket.left < 1) {
        const auto seconds = std::ceil((1 - bucket.left) / allowance.a_second);
        return std::chrono::seconds(static_cast<int>(std::max(1.0, seconds)));
    }
    bucket.left -= 1;
    return std::chrono::seconds(0);
}

}  // namespace welcome::tools::membershipd
