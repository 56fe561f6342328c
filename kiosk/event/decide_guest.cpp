// What guests and the roster may bring about: coming in, signing up, needs, childcare requests, imports.

#include <algorithm>
#include <set>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "kiosk/event/decide.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::int32_t k_longest_name = 200;  // code points (shared/field.md, 2.4)

tl::unexpected<Refusal> refuse(Refusal refusal) {
    return tl::unexpected(refusal);
}

void add(std::vector<sync::Draft>& drafts, const Context& context, const Body& body) {
    drafts.push_back(draft(FactId(context.new_id()), body));
}

// As typed, but for blanks around it; one way of writing each accented letter (NFC).
std::string tidy(const std::string& typed) {
    auto wide = icu::UnicodeString::fromUTF8(typed);
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_SUCCESS(status)) wide = nfc->normalize(wide, status);
    wide.trim();
    std::string text;
    wide.toUTF8String(text);
    return text;
}

std::optional<Refusal> name_fault(const std::string& name, Refusal missing) {
    if (name.empty()) return missing;
    if (icu::UnicodeString::fromUTF8(name).countChar32() > k_longest_name) return Refusal::name_too_long;
    return std::nullopt;
}

bool is_phone(const std::string& phone) {  // E.164: a plus and 7 to 15 digits
    return phone.size() >= 8 && phone.size() <= 16 && phone.front() == '+' &&
           phone.find_first_not_of("0123456789", 1) == std::string::npos;
}

bool is_email(const std::string& email) {
    const auto at = email.find('@');
    const auto dot = email.rfind('.');
    return at != std::string::npos && at > 0 && email.find('@', at + 1) == std::string::npos &&
           email.find_first_of(" \t,;<>") == std::string::npos && dot != std::string::npos && dot > at + 1 &&
           dot + 1 < email.size();
}

bool code_is_taken(const State& state, const std::string& code) {
    return !state.stays_by_code(code).empty();
}

std::string new_code(const State& state, const Context& context) {
    constexpr std::size_t length = 4;
    while (true) {
        std::string code;
        while (code.size() < length)
            code +=
                k_claim_alphabet[context.random_below(static_cast<std::uint32_t>(k_claim_alphabet.size()))];
        if (!code_is_taken(state, code)) return code;
    }
}

// One code a family for the evening.
std::optional<std::string> family_code(const State& state, const PersonId& adult) {
    std::set<PersonId> family;
    for (const auto* member : state.household_of(adult)) family.insert(member->id);
    for (const auto* stay : state.stays()) {
        const auto* asked = state.person(stay->request.adult);
        if (asked && family.contains(asked->id) && !stay->request.code.empty()) return stay->request.code;
    }
    return std::nullopt;
}

// The members of `row` that differ from what the roster said last; blank never erases.
PersonFields news(const PersonFields& row, const PersonFields& said) {
    PersonFields changed;
    const auto compare = [](const std::optional<std::string>& now, const std::optional<std::string>& before,
                            std::optional<std::string>& out) {
        if (now && !now->empty() && now != before) out = now;
    };
    compare(row.full_name, said.full_name, changed.full_name);
    compare(row.call_me, said.call_me, changed.call_me);
    compare(row.phone, said.phone, changed.phone);
    compare(row.email, said.email, changed.email);
    compare(row.zip, said.zip, changed.zip);
    compare(row.language, said.language, changed.language);
    if (row.household && row.household != said.household) changed.household = row.household;
    if (row.is_child && *row.is_child != said.is_child.value_or(false)) changed.is_child = row.is_child;
    if (row.hidden && *row.hidden != said.hidden.value_or(false)) changed.hidden = row.hidden;
    for (const auto& ticket : row.tickets) {
        if (std::find(said.tickets.begin(), said.tickets.end(), ticket) == said.tickets.end())
            changed.tickets.push_back(ticket);
    }
    return changed;
}

}  // namespace

Decision decide_check_in(const State& state, const std::vector<Arrival>& arrivals, CheckInMethod method,
                         std::optional<Instant> at, const Context& context) {
    if (state.is_closed()) return refuse(Refusal::event_closed);
    if (arrivals.empty()) return refuse(Refusal::nobody_chosen);
    std::vector<sync::Draft> drafts;
    for (const auto& arrival : arrivals) {
        const auto* person = state.person(arrival.person);
        if (!person) return refuse(Refusal::unknown_person);
        if (person->attendance) continue;
        add(drafts, context, CheckedIn{person->id, method, at, arrival.more_adults, arrival.more_children});
    }
    if (drafts.empty()) return refuse(Refusal::already_in);
    return drafts;
}

Decision decide_come_in(const State& state, int count, const Context& context) {
    if (state.is_closed()) return refuse(Refusal::event_closed);
    if (count < 1) return refuse(Refusal::nobody_chosen);
    std::vector<sync::Draft> drafts;
    add(drafts, context, CameIn{count});
    return drafts;
}

Decision decide_sign_up(const State& state, const Newcomer& newcomer, const Context& context) {
    if (state.is_closed()) return refuse(Refusal::event_closed);
    PersonFields fields;
    fields.full_name = tidy(newcomer.full_name);
    if (const auto fault = name_fault(*fields.full_name, Refusal::name_missing)) return refuse(*fault);
    if (!newcomer.phone.empty() && !is_phone(newcomer.phone)) return refuse(Refusal::phone_unreadable);
    if (!newcomer.email.empty() && !is_email(newcomer.email)) return refuse(Refusal::email_unreadable);
    if (!newcomer.phone.empty()) fields.phone = newcomer.phone;
    if (!newcomer.email.empty()) fields.email = newcomer.email;
    if (!newcomer.language.empty()) fields.language = newcomer.language;

    const PersonId person(context.new_id());
    std::vector<sync::Draft> drafts;
    add(drafts, context, PersonRegistered{person, "door", "", fields});
    add(drafts, context, SignedUp{person, newcomer.language});
    add(drafts, context,
        CheckedIn{person, CheckInMethod::signed_up, std::nullopt, newcomer.more_adults,
                  newcomer.more_children});
    // The refusal is said too, where a channel was given: consent is always stated, never guessed.
    if (!newcomer.phone.empty())
        add(drafts, context,
            ConsentGiven{person, Channel::text, newcomer.text_consent, newcomer.wording, newcomer.language});
    if (!newcomer.email.empty())
        add(drafts, context,
            ConsentGiven{person, Channel::email, newcomer.email_consent, newcomer.wording,
                         newcomer.language});
    return drafts;
}

Decision decide_raise_needs(const State& state, const PersonId& person, const std::vector<Need>& needs,
                            const Context& context) {
    if (!state.person(person)) return refuse(Refusal::unknown_person);
    if (needs.empty()) return refuse(Refusal::nobody_chosen);
    std::vector<sync::Draft> drafts;
    add(drafts, context, NeedRaised{person, needs});
    return drafts;
}

Decision decide_request_childcare(const State& state, const PersonId& adult,
                                  const std::vector<ChildRequest>& children, const Context& context) {
    const auto* person = state.person(adult);
    if (!person) return refuse(Refusal::unknown_person);
    if (!person->attendance || person->is_child) return refuse(Refusal::no_adult_here);
    if (children.empty()) return refuse(Refusal::child_name_missing);
    const auto kept_code = family_code(state, person->id);
    const std::string code = kept_code ? *kept_code : new_code(state, context);
    std::vector<sync::Draft> drafts;
    for (const auto& child : children) {
        const std::string name = tidy(child.first_name);
        if (const auto fault = name_fault(name, Refusal::child_name_missing)) return refuse(*fault);
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

RosterDecision decide_import(const State& state, const RosterRow& row, const Context& context) {
    const auto* known = state.by_source_key(row.source, row.source_key);
    if (!known) known = state.person(row.person);
    if (!known) {
        RosterDecision decision{RosterChange::added, {}};
        add(decision.drafts, context, PersonRegistered{row.person, row.source, row.source_key, row.fields});
        return decision;
    }
    const PersonFields changed = news(row.fields, known->roster_said);
    if (changed == PersonFields{}) return {};
    RosterDecision decision{RosterChange::changed, {}};
    add(decision.drafts, context, PersonCorrected{known->id, changed, row.source});
    return decision;
}

}  // namespace welcome::kiosk::event
