// Tablets that are off for good, and who may take their places back.
//
// No place is given away twice: one tablet alone takes them back, and only when every other tablet that gives
// places away has said that it takes this one as lost, and all that any of them had heard of it is here.

#include <algorithm>

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

std::vector<State::Tablet> State::tablets() const {
    std::map<sync::DeviceId, Tablet> known;
    for (const auto& record : inside_->records) {
        if (record.relayed) continue;
        auto& tablet = known[record.stamp.device];
        tablet.last_wrote = std::max(tablet.last_wrote, record.wall);
        ++tablet.facts;
    }
    const auto lost = lost_tablets();
    std::vector<Tablet> all;
    for (auto& [device, tablet] : known) {
        tablet.device = device;
        tablet.lost = lost.contains(device);
        all.push_back(tablet);
    }
    return all;
}

std::set<sync::DeviceId> State::lost_tablets() const {
    std::set<sync::DeviceId> lost;
    inside_->each<TabletLost>(inside_->grants,
                              [&](const TabletLost& body, const Record&) { lost.insert(body.tablet); });
    return lost;
}

bool State::is_lost(const sync::DeviceId& device) const {
    return lost_tablets().contains(device);
}

int State::facts_of(const sync::DeviceId& device) const {
    return static_cast<int>(std::count_if(
        inside_->records.begin(), inside_->records.end(),
        [&](const Record& record) { return !record.relayed && record.stamp.device == device; }));
}

std::vector<sync::DeviceId> State::still_to_agree(const sync::DeviceId& lost) const {
    std::set<sync::DeviceId> waited_for;
    if (const auto first = opener()) waited_for.insert(*first);
    inside_->each<CodesGranted>(inside_->grants, [&](const CodesGranted& body, const Record&) {
        if (code_part(body.to)) waited_for.insert(body.to);
    });
    for (const auto& device : lost_tablets()) waited_for.erase(device);
    inside_->each<TabletLost>(inside_->grants, [&](const TabletLost& body, const Record& record) {
        if (body.tablet == lost) waited_for.erase(record.stamp.device);
    });
    return {waited_for.begin(), waited_for.end()};
}

std::optional<sync::DeviceId> State::reclaimer() const {
    std::optional<sync::DeviceId> first;
    std::optional<int> smallest;
    const auto lost = lost_tablets();
    for (const auto& device : devices()) {
        const auto part = code_part(device);
        if (!part || lost.contains(device) || (smallest && *part >= *smallest)) continue;
        first = device;
        smallest = part;
    }
    return first;
}

bool State::may_reclaim_from(const sync::DeviceId& lost) const {
    if (!is_lost(lost) || !still_to_agree(lost).empty()) return false;
    int most_heard = 0;
    inside_->each<TabletLost>(inside_->grants, [&](const TabletLost& body, const Record&) {
        if (body.tablet == lost) most_heard = std::max(most_heard, body.heard);
    });
    return facts_of(lost) >= most_heard;
}

bool State::was_reclaimed_from(const sync::DeviceId& lost, std::string_view room) const {
    bool was = false;
    inside_->each<SlotsReclaimed>(inside_->grants, [&](const SlotsReclaimed& body, const Record&) {
        was = was || (body.of == lost && body.room == room);
    });
    return was;
}

}  // namespace welcome::kiosk::event
