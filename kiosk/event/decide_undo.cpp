// Who may take back what. Nothing goes back silently: an undo is a fact with a reason.

#include <algorithm>
#include <array>

#include "kiosk/event/drafting.h"

namespace welcome::kiosk::event {

namespace {

struct Rule {
    std::string_view kind;
    StaffRole least;
};
// shared/childcare.md: a release is the lead's to take back, and so is a drop-off, since a child whose
// drop-off is taken back leaves the roll-call. What is not here cannot be undone.
constexpr std::array<Rule, 22> k_rules = {
    {{"checked_in", StaffRole::volunteer},       {"came_in", StaffRole::volunteer},
     {"people_left", StaffRole::volunteer},      {"people_came_back", StaffRole::volunteer},
     {"signed_up", StaffRole::volunteer},        {"need_raised", StaffRole::volunteer},
     {"people_merged", StaffRole::volunteer},    {"person_corrected", StaffRole::volunteer},
     {"item_lent", StaffRole::volunteer},        {"item_returned", StaffRole::volunteer},
     {"item_struck_off", StaffRole::volunteer},  {"item_listed", StaffRole::lead},
     {"need_met", StaffRole::volunteer},         {"meals_handed_out", StaffRole::volunteer},
     {"plate_handed_out", StaffRole::volunteer}, {"childcare_requested", StaffRole::childcare},
     {"child_dropped_off", StaffRole::lead},     {"child_picked_up", StaffRole::lead},
     {"person_registered", StaffRole::lead},     {"staff_added", StaffRole::lead},
     {"event_opened", StaffRole::lead},          {"event_closed", StaffRole::lead}}};

// An undo of an undo does what was done at first once more, or takes it back once more: the same people may.
std::optional<std::string_view> what_it_is_about(const State& state, FactId fact) {
    auto kind = state.kind_of_fact(fact);
    for (std::size_t step = 0; kind == "fact_undone" && step < state.fact_count(); ++step) {
        fact = *state.undo_target(fact);
        kind = state.kind_of_fact(fact);
    }
    return kind;
}

}  // namespace

bool is_about_who_somebody_is(const State& state, const FactId& fact) {
    const auto kind = what_it_is_about(state, fact);
    return !kind || *kind == "person_registered" || *kind == "person_corrected" || *kind == "people_merged" ||
           *kind == "fact_relayed";
}

Decision decide_undo(const State& state, const FactId& fact, std::string reason, const Context& context) {
    const auto* staff = who(state, context);
    if (!staff) return refuse(Refusal::not_permitted);
    if (!state.has(fact)) return refuse(Refusal::unknown_fact);
    const auto kind = what_it_is_about(state, fact);
    const auto* rule =
        std::find_if(k_rules.begin(), k_rules.end(), [&](const Rule& one) { return one.kind == kind; });
    if (rule == k_rules.end() || !state.is_effective(fact)) return refuse(Refusal::cannot_be_undone);
    // Whom the door wrote down the door may strike out; the roster is the lead's.
    const bool from_door = kind == "person_registered" && state.source_of(fact) == "door";
    const StaffRole least = from_door ? StaffRole::volunteer : rule->least;
    if (staff->role < least) return refuse(Refusal::not_permitted);
    return one(context, FactUndone{fact, std::move(reason), staff->id});
}

}  // namespace welcome::kiosk::event
