// Coming in: checked in, anonymous, signed up at the door; and what would help today.

#include <set>

#include "kiosk/event/drafting.h"
#include "kiosk/event/typed_text.h"

namespace welcome::kiosk::event {

namespace {

constexpr int k_most_at_once = 9999;  // a whole evening's clicker

bool is_company(int adults, int children) {
    return adults >= 0 && children >= 0 && adults <= k_company_limit && children <= k_company_limit;
}

std::optional<Refusal> fault_of(const std::string& name, const std::string& phone, const std::string& email) {
    if (name.empty()) return Refusal::name_missing;
    if (is_too_long(name)) return Refusal::name_too_long;
    if (!phone.empty() && !is_phone(phone)) return Refusal::phone_unreadable;
    if (!email.empty() && !is_email(email)) return Refusal::email_unreadable;
    return std::nullopt;
}

void set_if_given(std::optional<std::string>& field, const std::string& typed) {
    if (!typed.empty()) field = typed;
}

}  // namespace

Decision decide_check_in(const State& state, const std::vector<Arrival>& arrivals, CheckInMethod method,
                         std::optional<Instant> at, const Context& context) {
    if (state.is_closed()) return refuse(Refusal::event_closed);
    if (arrivals.empty()) return refuse(Refusal::nobody_chosen);
    std::vector<sync::Draft> drafts;
    std::set<PersonId> seen;
    for (const auto& arrival : arrivals) {
        const auto* person = state.person(arrival.person);
        if (!person) return refuse(Refusal::unknown_person);
        if (!is_company(arrival.more_adults, arrival.more_children)) return refuse(Refusal::nobody_chosen);
        if (person->attendance || !seen.insert(person->id).second) continue;
        add(drafts, context, CheckedIn{person->id, method, at, arrival.more_adults, arrival.more_children});
    }
    if (drafts.empty()) return refuse(Refusal::already_in);
    return drafts;
}

Decision decide_come_in(const State& state, int count, const Context& context) {
    if (state.is_closed()) return refuse(Refusal::event_closed);
    if (count < 1 || count > k_most_at_once) return refuse(Refusal::nobody_chosen);
    return one(context, CameIn{count});
}

Decision decide_leave(const State& state, int count, const Context& context) {
    if (!who(state, context)) return refuse(Refusal::not_permitted);
    if (state.is_closed()) return refuse(Refusal::event_closed);
    const auto now = state.count();
    if (count == 0) return refuse(Refusal::nothing_new);
    if (count > now.in_the_room()) return refuse(Refusal::nobody_in);
    if (count < -now.left) return refuse(Refusal::nothing_new);
    return count > 0 ? one(context, PeopleLeft{count}) : one(context, PeopleCameBack{-count});
}

Decision decide_sign_up(const State& state, const Newcomer& newcomer, const Context& context) {
    if (state.is_closed()) return refuse(Refusal::event_closed);
    const std::string name = tidy(newcomer.full_name);
    const std::string email = tidy(newcomer.email);
    if (const auto fault = fault_of(name, newcomer.phone, email)) return refuse(*fault);
    if (!is_company(newcomer.more_adults, newcomer.more_children)) return refuse(Refusal::nobody_chosen);
    PersonFields fields;
    fields.full_name = name;
    set_if_given(fields.phone, newcomer.phone);
    set_if_given(fields.email, email);
    set_if_given(fields.language, newcomer.language);

    const PersonId person(context.new_id());
    std::vector<sync::Draft> drafts, family;
    if (newcomer.family_of) {
        const auto* anchor = state.person(*newcomer.family_of);
        if (!anchor) return refuse(Refusal::unknown_person);
        fields.household = household_for(family, *anchor, context);
    }
    add(drafts, context, PersonRegistered{person, "door", "", fields});
    add(drafts, context, SignedUp{person, newcomer.language});
    add(drafts, context,
        CheckedIn{person, CheckInMethod::signed_up, std::nullopt, newcomer.more_adults,
                  newcomer.more_children});
    // The refusal is said too, where a channel was given: consent is always stated, never guessed.
    const auto consent = [&](Channel channel, bool granted) {
        add(drafts, context, ConsentGiven{person, channel, granted, newcomer.wording, newcomer.language});
    };
    if (fields.phone) consent(Channel::text, newcomer.text_consent);
    if (fields.email) consent(Channel::email, newcomer.email_consent);
    if (const auto* staff = who(state, context); staff && newcomer.role != GuestRole::none)
        add(drafts, context, PersonTagged{person, newcomer.role, staff->id});
    drafts.insert(drafts.end(), family.begin(), family.end());
    return drafts;
}

Decision decide_note_language(const State& state, const PersonId& id, const std::string& language,
                              const Context& context) {
    const auto* person = state.person(id);
    if (!person) return refuse(Refusal::unknown_person);
    if (language.empty() || person->language == language) return refuse(Refusal::nothing_new);
    PersonFields fields;
    fields.language = language;
    return one(context, PersonCorrected{person->id, fields, ""});
}

Decision decide_raise_needs(const State& state, const PersonId& id, const std::vector<Need>& needs,
                            const Context& context) {
    if (state.is_closed()) return refuse(Refusal::event_closed);
    const auto* person = state.person(id);
    if (!person) return refuse(Refusal::unknown_person);
    if (needs.empty()) return refuse(Refusal::nobody_chosen);
    const std::set<Need> each(needs.begin(), needs.end());
    return one(context, NeedRaised{person->id, {each.begin(), each.end()}});
}

}  // namespace welcome::kiosk::event
