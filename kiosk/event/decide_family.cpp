// The household card: who belongs together, and which numbered card is whose.

#include "kiosk/event/drafting.h"
#include "kiosk/event/ticket.h"

namespace welcome::kiosk::event {

HouseholdId household_for(std::vector<sync::Draft>& drafts, const Person& anchor, const Context& context) {
    if (anchor.household) return *anchor.household;
    PersonFields fields;
    fields.household = HouseholdId(context.new_id());
    add(drafts, context, PersonCorrected{anchor.id, fields, "door"});
    return *fields.household;
}

Decision decide_join_family(const State& state, const PersonId& person, const PersonId& with,
                            const Context& context) {
    if (!who(state, context)) return refuse(Refusal::not_permitted);
    const auto* comes = state.person(person);
    const auto* anchor = state.person(with);
    if (!comes || !anchor) return refuse(Refusal::unknown_person);
    if (comes->id == anchor->id) return refuse(Refusal::same_person);
    if (anchor->household && comes->household == anchor->household) return refuse(Refusal::nothing_new);
    std::vector<sync::Draft> drafts;
    PersonFields fields;
    fields.household = household_for(drafts, *anchor, context);
    add(drafts, context, PersonCorrected{comes->id, fields, "door"});
    return drafts;
}

Decision decide_bind_card(const State& state, const PersonId& person, const std::string& code,
                          const Context& context) {
    if (!who(state, context)) return refuse(Refusal::not_permitted);
    const auto* bearer = state.person(person);
    if (!bearer) return refuse(Refusal::unknown_person);
    if (code.empty() || code.size() > k_longest_scan) return refuse(Refusal::unknown_code);
    if (const auto* owner = state.by_ticket(code))
        return refuse(owner->id == bearer->id ? Refusal::nothing_new : Refusal::card_taken);
    PersonFields fields;
    fields.tickets = {code};
    return one(context, PersonCorrected{bearer->id, fields, "door"});
}

}  // namespace welcome::kiosk::event
