#include "kiosk/event/apart.h"

#include <algorithm>

namespace welcome::kiosk::event {

namespace {

constexpr auto k_least = std::chrono::minutes(1);

}  // namespace

void ApartWatch::take(const sync::Fact& fact) {
    if (fact.device == own_) {
        now_ = fact.wall;
        return;
    }
    if (!now_) return;
    const auto late = std::chrono::duration_cast<std::chrono::milliseconds>(*now_ - fact.wall);
    if (late < k_least) return;
    auto& known = longest_[fact.device];
    if (late > known.longest) known = {fact.device, late, *now_};
}

std::vector<Apart> ApartWatch::told() const {
    std::vector<Apart> all;
    for (const auto& [device, apart] : longest_) all.push_back(apart);
    std::stable_sort(all.begin(), all.end(),
                     [](const Apart& one, const Apart& other) { return one.longest > other.longest; });
    return all;
}

}  // namespace welcome::kiosk::event
