#include "sync/exchange/dial_list.h"

#include <algorithm>

namespace welcome::sync {

namespace {

using namespace std::chrono_literals;

constexpr auto k_first_wait = 100ms;
constexpr auto k_longest_wait = 2000ms;
constexpr int k_most_doublings = 5;

}  // namespace

void DialList::add(const std::string& address) {
    places_[address].listed = true;
}

void DialList::found(const std::string& address) {
    if (places_.size() < k_most_found) places_[address];
}

void DialList::lost(const std::string& address) {
    const auto place = places_.find(address);
    if (place != places_.end() && !place->second.listed) places_.erase(place);
}

bool DialList::is_wanted(const Place& place, const InTouch& in_touch) {
    return !place.dialling && !place.is_self && !(place.device && in_touch(*place.device));
}

std::vector<std::string> DialList::due(Moment now, const InTouch& in_touch) {
    std::vector<std::string> addresses;
    for (auto& [address, place] : places_) {
        if (!is_wanted(place, in_touch) || now < place.not_before) continue;
        place.dialling = true;
        addresses.push_back(address);
    }
    return addresses;
}

std::optional<Moment> DialList::next(const InTouch& in_touch) const {
    std::optional<Moment> first;
    for (const auto& [address, place] : places_) {
        if (is_wanted(place, in_touch)) first = first ? std::min(*first, place.not_before) : place.not_before;
    }
    return first;
}

void DialList::met(const std::string& address, const DeviceId& device, bool is_self) {
    const auto place = places_.find(address);
    if (place == places_.end()) return;
    place->second.device = device;
    place->second.is_self = is_self;
    place->second.failures = 0;
}

void DialList::failed(const std::string& address, Moment now, double random) {
    const auto place = places_.find(address);
    if (place == places_.end()) return;
    auto& [_, there] = *place;
    there.dialling = false;
    const auto longest =
        std::min(k_longest_wait, k_first_wait * (1 << std::min(there.failures, k_most_doublings)));
    ++there.failures;
    // Between half of it and all of it, so that twenty tablets do not dial in step.
    there.not_before =
        now + std::chrono::duration_cast<std::chrono::milliseconds>(longest * (0.5 + random / 2));
    there.device.reset();  // Another tablet may have the address by now.
}

void DialList::ended(const std::string& address, Moment now) {
    const auto place = places_.find(address);
    if (place == places_.end()) return;
    place->second.dialling = false;
    place->second.not_before = now + k_first_wait;
}

}  // namespace welcome::sync
