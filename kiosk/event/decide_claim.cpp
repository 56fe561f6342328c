// Claims that were lost, wrong or refused, and the ways that are the lead's alone.

#include <algorithm>

#include "kiosk/event/childcare_rules.h"

namespace welcome::kiosk::event {

namespace {

// The lead, with a reason and what was checked; anything else is a refusal.
std::optional<Refusal> not_the_lead(const Staff* staff, const std::string& reason,
                                    const std::string& checked) {
    if (!is_lead(staff)) return Refusal::not_permitted;
    if (tidy(reason).empty() || tidy(checked).empty()) return Refusal::reason_missing;
    return std::nullopt;
}

}  // namespace

Decision decide_release(const State& state, const std::vector<StayId>& wanted, const std::string& reason,
                        const std::string& checked, const Context& context) {
    const auto* staff = who(state, context);
    if (const auto fault = not_the_lead(staff, reason, checked)) return refuse(*fault);
    if (wanted.empty()) return refuse(Refusal::nobody_chosen);
    std::vector<sync::Draft> drafts;
    for (const auto& id : wanted) {
        const auto* stay = state.stay(id);
        if (!stay) return refuse(Refusal::unknown_stay);
        if (stay->state == StayState::picked_up) return refuse(Refusal::already_picked_up);
        if (stay->state != StayState::dropped_off) return refuse(Refusal::not_dropped_off);
        add(drafts, context, ChildPickedUp{id, staff->id, tidy(reason), tidy(checked)});
    }
    return drafts;
}

Decision decide_replace_claim(const State& state, const StayId& of_family, const std::string& reason,
                              const std::string& checked, const Context& context) {
    const auto* staff = who(state, context);
    if (const auto fault = not_the_lead(staff, reason, checked)) return refuse(*fault);
    const auto* stay = state.stay(of_family);
    if (!stay) return refuse(Refusal::unknown_stay);
    const auto code = new_code(state, context);
    if (!code) return refuse(Refusal::no_codes);
    std::vector<sync::Draft> drafts;
    for (const auto* sibling : state.stays_by_code(stay->request.code))
        add(drafts, context, ClaimReplaced{sibling->id, staff->id, *code, tidy(reason), tidy(checked)});
    if (drafts.empty())  // It had no code.
        add(drafts, context, ClaimReplaced{stay->id, staff->id, *code, tidy(reason), tidy(checked)});
    return drafts;
}

Decision decide_refuse_pick_up(const State& state, const StayId& id, const Context& context) {
    const auto* staff = who(state, context);
    if (!may_mind_children(staff)) return refuse(Refusal::not_permitted);
    if (!state.stay(id)) return refuse(Refusal::unknown_stay);
    return one(context, PickUpRefused{id, staff->id});
}

Decision decide_see_alert(const State& state, const FactId& alert, const Context& context) {
    const auto* staff = who(state, context);
    if (!is_lead(staff)) return refuse(Refusal::not_permitted);
    const auto alerts = state.alerts();
    const auto found =
        std::find_if(alerts.begin(), alerts.end(), [&](const Alert& one) { return one.fact == alert; });
    if (found == alerts.end()) return refuse(Refusal::unknown_fact);
    if (found->seen) return refuse(Refusal::nothing_new);
    return one(context, AlertSeen{alert, staff->id});
}

Decision decide_note_wrong_code(const State& state, std::string_view code, int in_a_row,
                                const Context& context) {
    const auto* staff = who(state, context);
    if (!may_mind_children(staff)) return refuse(Refusal::not_permitted);
    // The code itself is not kept: a slip of the finger is near a right one.
    return one(context, ClaimRefused{staff->id, in_a_row, state.is_code_dead(code)});
}

Decision decide_note_right_code(const State& state, const Context& context) {
    const auto* staff = who(state, context);
    if (!may_mind_children(staff)) return refuse(Refusal::not_permitted);
    return one(context, ClaimRefused{.by = staff->id, .times = 0});
}

}  // namespace welcome::kiosk::event
