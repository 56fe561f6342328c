// A tablet that is off for good: the lead says so, every other tablet agrees, one takes its places back.

#include <algorithm>

#include "kiosk/event/childcare_rules.h"

namespace welcome::kiosk::event {

namespace {

bool has_said(const State& state, const sync::DeviceId& device, const sync::DeviceId& lost) {
    const auto waited_for = state.still_to_agree(lost);
    return std::find(waited_for.begin(), waited_for.end(), device) == waited_for.end();
}

}  // namespace

Decision decide_tablet_lost(const State& state, const sync::DeviceId& tablet, const Context& context) {
    const auto* staff = who(state, context);
    if (!is_lead(staff)) return refuse(Refusal::not_permitted);
    const int heard = state.facts_of(tablet);
    if (heard == 0 || state.is_lost(tablet) || tablet == context.device) return refuse(Refusal::nothing_new);
    return one(context, TabletLost{tablet, heard, staff->id});
}

// What this tablet has to say of those that are lost, unasked.
void mind_the_lost(const State& state, const Context& context, std::vector<sync::Draft>& drafts) {
    const auto all = state.lost_tablets();
    if (all.contains(context.device)) return;
    for (const auto& lost : all) {
        if (!has_said(state, context.device, lost)) {
            add(drafts, context, TabletLost{lost, state.facts_of(lost), std::nullopt});
            continue;
        }
        const bool takes_back = state.reclaimer() == context.device && state.may_reclaim_from(lost);
        for (const auto& now : state.rooms()) {
            const auto& room = now.room.name;
            const int theirs = state.free_places(lost, room);
            if (theirs > 0 && takes_back) add(drafts, context, SlotsReclaimed{room, theirs, lost});
            // It had accepted children, or given places away, of which nobody had heard: what was taken back
            // too much is returned, by whoever has a free place by now. Returned twice, it is taken back.
            const int returned = std::min(-theirs, state.free_places(context.device, room));
            if (returned > 0 && state.was_reclaimed_from(lost, room))
                add(drafts, context, SlotsGranted{room, returned, lost, std::nullopt});
        }
    }
}

}  // namespace welcome::kiosk::event
