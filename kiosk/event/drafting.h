#pragma once
// The few words that every decision uses. Included by the decide_*.cpp files only.

#include "kiosk/event/decide.h"

namespace welcome::kiosk::event {

inline tl::unexpected<Refusal> refuse(Refusal refusal) {
    return tl::unexpected(refusal);
}

inline void add(std::vector<sync::Draft>& drafts, const Context& context, const Body& body) {
    drafts.push_back(draft(FactId(context.new_id()), body));
}

inline Decision one(const Context& context, const Body& body) {
    std::vector<sync::Draft> drafts;
    add(drafts, context, body);
    return drafts;
}

inline constexpr int k_company_limit = 99;  // unnamed people with one; more is a slip of the finger

// The household of somebody, made where there is none yet.
HouseholdId household_for(std::vector<sync::Draft>& drafts, const Person& anchor, const Context& context);

// The staff member who is unlocked, if anybody.
inline const Staff* who(const State& state, const Context& context) {
    return context.staff ? state.staff(*context.staff) : nullptr;
}

inline bool is_lead(const Staff* staff) {
    return staff && staff->role == StaffRole::lead;
}

}  // namespace welcome::kiosk::event
