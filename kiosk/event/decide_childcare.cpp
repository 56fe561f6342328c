// Childcare: asked for by an adult who is here, dropped off and picked up at the desk (shared/childcare.md).

#include <algorithm>
#include <set>

#include "kiosk/event/childcare_rules.h"

namespace welcome::kiosk::event {

namespace {

struct Claim {
    std::string code;
    int number = 0;
};

// One claim a family for the evening. Who is not proved neither gets to see the family's claim nor makes the
// one that it will use.
std::optional<Claim> family_claim(const State& state, const Person& adult, Asker asker,
                                  const Context& context) {
    std::set<PersonId> family{adult.id};
    for (const auto* member : state.household_of(adult.id)) family.insert(member->id);
    for (const auto* stay : state.stays()) {
        if (asker == Asker::guessed || stay->request.guessed || stay->request.code.empty()) continue;
        const auto* asked = state.person(stay->request.adult);
        if (asked && family.contains(asked->id)) return Claim{stay->request.code, stay->request.number};
    }
    auto code = new_code(state, context);
    if (!code) return std::nullopt;
    constexpr std::uint32_t least = 100;
    constexpr std::uint32_t numbers = 900;
    auto number = static_cast<int>(least + context.random_below(numbers) % numbers);
    for (std::uint32_t step = 0; step < numbers && state.is_number_known(number); ++step)
        number = number + 1 < static_cast<int>(least + numbers) ? number + 1 : static_cast<int>(least);
    return Claim{std::move(*code), number};
}

std::string contact_of(const ChildRequest& child, const Person& adult) {
    const auto said = tidy(child.contact);
    return said.empty() ? adult.phone : said;
}

std::optional<Refusal> fault_of(const State& state, const Person* person,
                                const std::vector<ChildRequest>& children) {
    if (state.is_closed()) return Refusal::event_closed;
    if (!person) return Refusal::unknown_person;
    if (!person->attendance || person->is_child) return Refusal::no_adult_here;
    if (children.empty()) return Refusal::child_name_missing;
    for (const auto& child : children) {
        if (tidy(child.first_name).empty()) return Refusal::child_name_missing;
        if (is_too_long(tidy(child.first_name))) return Refusal::name_too_long;
        if (contact_of(child, *person).empty()) return Refusal::contact_missing;
        if (!state.has_room_for(child.band)) return Refusal::no_room_for_age;
    }
    return std::nullopt;
}

}  // namespace

Decision decide_request_childcare(const State& state, const PersonId& adult,
                                  const std::vector<ChildRequest>& children, const Context& context,
                                  Asker asker) {
    const auto* person = state.person(adult);
    if (const auto fault = fault_of(state, person, children)) return refuse(*fault);
    const auto claim = family_claim(state, *person, asker, context);
    if (!claim) return refuse(Refusal::no_codes);
    std::vector<sync::Draft> drafts;
    std::vector<StayId> stays;
    std::vector<AgeBand> bands;
    for (const auto& child : children) {
        stays.emplace_back(context.new_id());
        bands.push_back(child.band);
        add(drafts, context,
            ChildcareRequested{.stay = stays.back(),
                               .adult = person->id,
                               .first_name = tidy(child.first_name),
                               .band = child.band,
                               .allergies = tidy(child.allergies),
                               .notes = tidy(child.notes),
                               .toilet_help = child.toilet_help,
                               .photo_ok = child.photo_ok,
                               .contact = contact_of(child, *person),
                               .code = claim->code,
                               .number = claim->number,
                               .guessed = asker == Asker::guessed});
    }
    // Who waits already for such a place goes first; with them the siblings are planned anew.
    const auto line = families_in_line(state);
    const bool behind = std::any_of(line.begin(), line.end(), [&](const Family& family) {
        const auto before = family.bands();
        return std::find_first_of(before.begin(), before.end(), bands.begin(), bands.end()) != before.end();
    });
    const auto rooms = behind ? std::nullopt : FreePlaces(state, context.device).take(bands);
    for (std::size_t i = 0; i < stays.size(); ++i) {
        if (rooms) {
            add(drafts, context, ChildAccepted{stays[i], (*rooms)[i], std::nullopt});
        } else {
            add(drafts, context, ChildWaitlisted{stays[i], std::nullopt});
        }
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
    if (!stay->waits()) return refuse(Refusal::already_left);
    std::vector<sync::Draft> drafts;
    std::string room = stay->room;
    if (stay->state != StayState::accepted) {
        const auto rooms = FreePlaces(state, context.device).take({stay->request.band});
        if (!rooms) return refuse(Refusal::no_place);
        room = rooms->front();
        add(drafts, context, ChildAccepted{id, room, staff->id});
    }
    if (const auto now = state.room(room)) {
        if (!now->open) return refuse(Refusal::room_closed);
        if (now->children >= now->minded_at_most()) return refuse(Refusal::too_few_adults);
    }
    add(drafts, context, ChildDroppedOff{id, room, staff->id});
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
        if ((*found)->waits()) passed_over = Refusal::not_dropped_off;
        if ((*found)->state == StayState::picked_up) passed_over = Refusal::already_picked_up;
        if (!(*found)->waits() && !(*found)->holds_place() && !passed_over)
            passed_over = Refusal::already_left;
        if ((*found)->state == StayState::dropped_off)
            add(drafts, context, ChildPickedUp{id, staff->id, "", ""});
    }
    if (drafts.empty()) return refuse(*passed_over);
    return drafts;
}

}  // namespace welcome::kiosk::event
