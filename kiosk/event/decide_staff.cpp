// What staff may bring about: drop-off, pick-up, undo.

#include <algorithm>
#include <array>

#include "kiosk/event/decide.h"

namespace welcome::kiosk::event {

namespace {

tl::unexpected<Refusal> refuse(Refusal refusal) {
    return tl::unexpected(refusal);
}

const Staff* who(const State& state, const Context& context) {
    return context.staff ? state.staff(*context.staff) : nullptr;
}

bool may_mind_children(const Staff* staff) {
    return staff && staff->role != StaffRole::volunteer;
}

std::vector<sync::Draft> one(const Context& context, const Body& body) {
    return {draft(FactId(context.new_id()), body)};
}

// shared/childcare.md: nothing goes back silently, and a release is the lead's to take back.
std::optional<StaffRole> least_role_to_undo(std::string_view kind) {
    constexpr std::array for_anybody = {"checked_in",        "came_in",     "signed_up",    "need_raised",
                                        "person_registered", "fact_undone", "people_merged"};
    if (std::find(for_anybody.begin(), for_anybody.end(), kind) != for_anybody.end())
        return StaffRole::volunteer;
    if (kind == "childcare_requested" || kind == "child_dropped_off") return StaffRole::childcare;
    if (kind == "child_picked_up" || kind == "staff_added" || kind == "event_closed") return StaffRole::lead;
    return std::nullopt;
}

}  // namespace

Decision decide_drop_off(const State& state, const StayId& id, const Context& context) {
    const auto* staff = who(state, context);
    if (!may_mind_children(staff)) return refuse(Refusal::not_permitted);
    const auto* stay = state.stay(id);
    if (!stay) return refuse(Refusal::unknown_stay);
    if (stay->state == StayState::dropped_off) return refuse(Refusal::already_dropped_off);
    if (stay->state == StayState::picked_up) return refuse(Refusal::already_picked_up);
    return one(context, ChildDroppedOff{id, stay->room, staff->id});
}

Decision decide_pick_up(const State& state, std::string_view code, const std::vector<StayId>& wanted,
                        const Context& context) {
    const auto* staff = who(state, context);
    if (!may_mind_children(staff)) return refuse(Refusal::not_permitted);
    const auto family = state.stays_by_code(code);
    if (family.empty()) return refuse(Refusal::unknown_code);
    if (wanted.empty()) return refuse(Refusal::nobody_chosen);
    std::vector<sync::Draft> drafts;
    for (const auto& id : wanted) {
        const auto found =
            std::find_if(family.begin(), family.end(), [&](const Stay* stay) { return stay->id == id; });
        if (found == family.end()) return refuse(Refusal::unknown_code);  // Another family's child.
        if ((*found)->state == StayState::requested) return refuse(Refusal::not_dropped_off);
        if ((*found)->state == StayState::picked_up) return refuse(Refusal::already_picked_up);
        drafts.push_back(draft(FactId(context.new_id()), ChildPickedUp{id, staff->id, ""}));
    }
    return drafts;
}

Decision decide_undo(const State& state, const FactId& fact, std::string reason, const Context& context) {
    const auto* staff = who(state, context);
    if (!staff) return refuse(Refusal::not_permitted);
    const auto kind = state.kind_of_fact(fact);
    if (!kind) return refuse(Refusal::unknown_fact);
    const auto least = least_role_to_undo(*kind);
    if (!least || !state.is_effective(fact)) return refuse(Refusal::cannot_be_undone);
    if (staff->role < *least) return refuse(Refusal::not_permitted);
    return one(context, FactUndone{fact, std::move(reason), staff->id});
}

}  // namespace welcome::kiosk::event
