// Childcare: asked for by an adult who is here, dropped off and picked up at the desk (shared/childcare.md).

#include <algorithm>
#include <set>

#include "kiosk/event/drafting.h"
#include "kiosk/event/typed_text.h"

namespace welcome::kiosk::event {

namespace {

// A code that this tablet knows nobody to have. Drawing ends though the source of chance were stuck: then
// the next free code after the last drawn one is taken.
std::string new_code(const State& state, const Context& context) {
    constexpr std::size_t length = 4;
    constexpr auto base = static_cast<std::uint32_t>(k_claim_alphabet.size());
    constexpr std::uint32_t all = base * base * base * base;
    std::uint32_t number = 0;
    const auto spelled = [&] {
        std::string code;
        for (std::uint32_t rest = number; code.size() < length; rest /= base)
            code += k_claim_alphabet[rest % base];
        return code;
    };
    constexpr int draws = 64;
    for (int draw = 0; draw < draws; ++draw) {
        number = 0;
        for (std::size_t place = 0; place < length; ++place)
            number = number * base + context.random_below(base) % base;
        if (!state.is_code_known(spelled())) return spelled();
    }
    for (std::uint32_t step = 0; step < all && state.is_code_known(spelled()); ++step)
        number = (number + 1) % all;
    return spelled();
}

// One code a family for the evening.
std::string family_code(const State& state, const Person& adult, const Context& context) {
    std::set<PersonId> family{adult.id};
    for (const auto* member : state.household_of(adult.id)) family.insert(member->id);
    for (const auto* stay : state.stays()) {
        const auto* asked = state.person(stay->request.adult);
        if (asked && family.contains(asked->id) && !stay->request.code.empty()) return stay->request.code;
    }
    return new_code(state, context);
}

bool may_mind_children(const Staff* staff) {
    return staff && staff->role != StaffRole::volunteer;
}

}  // namespace

Decision decide_request_childcare(const State& state, const PersonId& adult,
                                  const std::vector<ChildRequest>& children, const Context& context) {
    if (state.is_closed()) return refuse(Refusal::event_closed);
    const auto* person = state.person(adult);
    if (!person) return refuse(Refusal::unknown_person);
    if (!person->attendance || person->is_child) return refuse(Refusal::no_adult_here);
    if (children.empty()) return refuse(Refusal::child_name_missing);
    const std::string code = family_code(state, *person, context);
    std::vector<sync::Draft> drafts;
    for (const auto& child : children) {
        const std::string name = tidy(child.first_name);
        if (name.empty()) return refuse(Refusal::child_name_missing);
        if (is_too_long(name)) return refuse(Refusal::name_too_long);
        add(drafts, context,
            ChildcareRequested{.stay = StayId(context.new_id()),
                               .adult = person->id,
                               .first_name = name,
                               .band = child.band,
                               .allergies = tidy(child.allergies),
                               .notes = tidy(child.notes),
                               .toilet_help = child.toilet_help,
                               .photo_ok = child.photo_ok,
                               .contact = child.contact.empty() ? person->phone : child.contact,
                               .code = code});
    }
    return drafts;
}

Decision decide_drop_off(const State& state, const StayId& id, const Context& context) {
    const auto* staff = who(state, context);
    if (!may_mind_children(staff)) return refuse(Refusal::not_permitted);
    if (state.is_closed()) return refuse(Refusal::event_closed);
    const auto* stay = state.stay(id);
    if (!stay) return refuse(Refusal::unknown_stay);
    if (stay->state == StayState::dropped_off) return refuse(Refusal::already_dropped_off);
    if (stay->state == StayState::picked_up) return refuse(Refusal::already_picked_up);
    std::vector<sync::Draft> drafts;
    add(drafts, context, ChildDroppedOff{id, stay->room, staff->id});
    return drafts;
}

// Also after closing: a child has to go home.
Decision decide_pick_up(const State& state, std::string_view code, const std::vector<StayId>& wanted,
                        const Context& context) {
    const auto* staff = who(state, context);
    if (!may_mind_children(staff)) return refuse(Refusal::not_permitted);
    const auto family = state.stays_by_code(code);
    if (family.empty()) return refuse(Refusal::unknown_code);
    if (wanted.empty()) return refuse(Refusal::nobody_chosen);
    std::vector<sync::Draft> drafts;
    std::set<StayId> seen;
    std::optional<Refusal> passed_over;
    for (const auto& id : wanted) {
        const auto found =
            std::find_if(family.begin(), family.end(), [&](const Stay* stay) { return stay->id == id; });
        if (found == family.end())  // Another family's child, or nobody's.
            return refuse(state.stay(id) ? Refusal::unknown_code : Refusal::unknown_stay);
        if (!seen.insert(id).second) continue;
        if ((*found)->state == StayState::requested) passed_over = Refusal::not_dropped_off;
        if ((*found)->state == StayState::picked_up) passed_over = Refusal::already_picked_up;
        if ((*found)->state == StayState::dropped_off) add(drafts, context, ChildPickedUp{id, staff->id, ""});
    }
    if (drafts.empty()) return refuse(*passed_over);
    return drafts;
}

}  // namespace welcome::kiosk::event
