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

inline constexpr int k_company_limit = 99;  // unnamed people with one; more is a slip of the finger

// The household of somebody, made where there is none yet.
HouseholdId household_for(std::vector<sync::Draft>& drafts, const Person& anchor, const Context& context);

// The staff member who is unlocked, if anybody.
inline const Staff* who(const State& state, const Context& context) {
    return context.staff ? state.staff(*context.staff) : nullptr;
}

}  // namespace welcome::kiosk::event
