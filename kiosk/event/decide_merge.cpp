// Two entries that are one person, and the way back (shared/field.md, V3).

#include "kiosk/event/drafting.h"

namespace welcome::kiosk::event {

Decision decide_merge(const State& state, const PersonId& kept, const PersonId& merged,
                      const Context& context) {
    if (!who(state, context)) return refuse(Refusal::not_permitted);
    const auto* stays = state.person(kept);
    const auto* goes = state.person(merged);
    if (!stays || !goes) return refuse(Refusal::unknown_person);
    if (stays->id == goes->id) return refuse(Refusal::same_person);
    return one(context, PeopleMerged{stays->id, goes->id});
}

Decision decide_unmerge(const State& state, const PersonId& person, std::string reason,
                        const Context& context) {
    const auto merge = state.last_merge_of(person);
    if (!merge) return refuse(Refusal::cannot_be_undone);
    return decide_undo(state, *merge, std::move(reason), context);
}

}  // namespace welcome::kiosk::event
