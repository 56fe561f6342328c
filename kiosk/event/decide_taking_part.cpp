#include "kiosk/event/decide_taking_part.h"

#include <algorithm>
#include <array>
#include <set>
#include <sodium.h>

#include "kiosk/event/drafting.h"
#include "kiosk/event/typed_text.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::string_view k_ask_first = ".ask";  // at the end of a photo consent's wording

const Staff* lead(const State& state, const Context& context) {
    const auto* staff = who(state, context);
    return is_lead(staff) ? staff : nullptr;
}

std::vector<const Person*> attending_if(const State& state, const auto& fits) {
    std::vector<const Person*> people;
    for (const auto* person : state.attending()) {
        if (fits(*person)) people.push_back(person);
    }
    std::stable_sort(people.begin(), people.end(), [](const Person* left, const Person* right) {
        return left->attendance->at < right->attendance->at;
    });
    return people;
}

}  // namespace

std::string CallToAction::text_in(std::string_view language) const {
    for (const auto wanted : {language, std::string_view("en")}) {
        for (const auto& wording : texts) {
            if (wording.language == wanted) return wording.text;
        }
    }
    return texts.empty() ? "" : texts.front().text;
}

PhotoWish photo_wish(const Person& person) {
    const auto said = person.consents.find(Channel::photo);
    if (said == person.consents.end()) return PhotoWish::ask;
    if (said->second.granted) return PhotoWish::yes;
    return said->second.wording.ends_with(k_ask_first) ? PhotoWish::ask : PhotoWish::no;
}

std::string_view text_of(PhotoWish wish) {
    constexpr std::array<std::string_view, 3> words = {"yes", "ask", "no"};
    return words[static_cast<std::size_t>(wish)];
}

Decision decide_take_part(const State& state, const PersonId& id, const TakingPart& said,
                          const Context& context) {
    if (state.is_closed()) return refuse(Refusal::event_closed);
    const auto* person = state.person(id);
    if (!person) return refuse(Refusal::unknown_person);
    std::vector<sync::Draft> drafts;
    if (said.photo) {
        std::string wording = said.wording;
        if (*said.photo == PhotoWish::ask) wording += k_ask_first;
        add(drafts, context,
            ConsentGiven{person->id, Channel::photo, *said.photo == PhotoWish::yes, wording, said.language});
    }
    for (const auto& call : state.event().calls) {
        const bool granted = std::find(said.calls.begin(), said.calls.end(), call.key) != said.calls.end();
        add(drafts, context,
            CallAnswered{person->id, call.key, granted, call.text_in(said.language), said.language});
    }
    if (said.first_time) add(drafts, context, FirstTimeSaid{person->id, true});
    if (drafts.empty()) return refuse(Refusal::nothing_new);
    return drafts;
}

Decision decide_tag(const State& state, const PersonId& id, GuestRole role, const Context& context) {
    const auto* staff = who(state, context);
    if (!staff) return refuse(Refusal::not_permitted);
    const auto* person = state.person(id);
    if (!person) return refuse(Refusal::unknown_person);
    if (person->part.role == role) return refuse(Refusal::nothing_new);
    return one(context, PersonTagged{person->id, role, staff->id});
}

Decision decide_greet(const State& state, const PersonId& id, const Context& context) {
    const auto* staff = lead(state, context);
    if (!staff) return refuse(Refusal::not_permitted);
    const auto* person = state.person(id);
    if (!person) return refuse(Refusal::unknown_person);
    if (person->part.greeted) return refuse(Refusal::nothing_new);
    return one(context, GuestGreeted{person->id, staff->id});
}

Decision decide_follow_up(const State& state, const PersonId& id, const Context& context) {
    const auto* staff = who(state, context);
    if (!staff) return refuse(Refusal::not_permitted);
    const auto* person = state.person(id);
    if (!person) return refuse(Refusal::unknown_person);
    if (person->part.followed_up) return refuse(Refusal::nothing_new);
    return one(context, FollowedUp{person->id, staff->id});
}

std::vector<const Person*> to_be_greeted(const State& state) {
    return attending_if(state, [](const Person& person) {
        return person.part.role != GuestRole::none && !person.part.greeted;
    });
}

std::vector<const Person*> first_timers(const State& state) {
    return attending_if(state, [](const Person& person) { return person.is_first_time(); });
}

std::size_t lot_of(std::string_view word, std::string_view prize, const std::vector<PersonId>& candidates) {
    std::string said = std::string(word) + "\n" + std::string(prize) + "\n";
    for (const auto& id : candidates) said += id.text() + "\n";
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(said.data()), said.size());
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = number << 8U | hash[i];
    return static_cast<std::size_t>(number % candidates.size());
}

std::vector<PersonId> raffle_candidates(const State& state) {
    std::set<PersonId> won;
    for (const auto& draw : state.raffle()) won.insert(draw.winner);
    std::vector<PersonId> candidates;
    for (const auto* person : state.attending()) {  // by id
        const bool named = state.person(person->id) != nullptr;
        if (named && !person->is_child && !won.contains(person->id)) candidates.push_back(person->id);
    }
    return candidates;
}

Decision decide_draw(const State& state, const std::string& prize, const std::string& word,
                     const Context& context) {
    const auto* staff = lead(state, context);
    if (!staff) return refuse(Refusal::not_permitted);
    if (tidy(word).empty()) return refuse(Refusal::word_missing);
    if (is_too_long(tidy(word)) || is_too_long(tidy(prize))) return refuse(Refusal::name_too_long);
    auto candidates = raffle_candidates(state);
    if (candidates.empty()) return refuse(Refusal::nobody_to_draw);
    const auto winner = candidates[lot_of(tidy(word), tidy(prize), candidates)];
    return one(context, RaffleDrawn{tidy(prize), tidy(word), std::move(candidates), winner, staff->id});
}

}  // namespace welcome::kiosk::event
