#include "kiosk/event/conflicts.h"

#include <algorithm>

namespace welcome::kiosk::event {

Conflicts conflicts_of(const State& state) {
    Conflicts all;
    for (const auto* person : state.attending()) {
        if (person->attendance && person->attendance->witnesses.size() > 1)
            all.recorded_twice.push_back(person);
    }
    std::stable_sort(
        all.recorded_twice.begin(), all.recorded_twice.end(),
        [](const Person* left, const Person* right) { return left->attendance->at < right->attendance->at; });
    for (const auto* stay : state.stays()) {
        if (stay->accepted.size() > 1) all.placed_twice.push_back(stay);
    }
    for (auto& now : state.rooms()) {
        if (now.children + now.expected > now.room.places) all.over.push_back(std::move(now));
    }
    return all;
}

}  // namespace welcome::kiosk::event
