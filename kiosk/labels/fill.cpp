#include "kiosk/labels/fill.h"

#include <optional>

#include "kiosk/labels/roll_call.h"

namespace welcome::kiosk::labels {

namespace {

using Filled = std::optional<printing::Label>;

Filled fill_badge(const event::State& state, std::string_view subject) {
    const auto id = event::PersonId::parse(subject);
    const auto* person = id ? state.person(*id) : nullptr;
    if (!person) return std::nullopt;
    return badge_label(state, *person, words_for(person->language));
}

Filled fill_child(const event::State& state, const event::Stay& stay) {
    return child_label(state, stay, words_for("en"));  // For the room's staff.
}

Filled fill_claim(const event::State& state, const event::Stay& stay) {
    const auto family = state.stays_by_code(stay.request.code);
    if (family.empty()) return std::nullopt;
    const auto* adult = state.person(stay.request.adult);
    return claim_label(state, family, words_for(adult ? adult->language : "en"));
}

Filled fill_speaker(const event::State& state, std::string_view subject) {
    const auto id = event::SpeechId::parse(subject);
    const auto line = state.speakers();
    const auto* speech = id ? line.find(*id) : nullptr;
    if (!speech) return std::nullopt;
    return speaker_label(line, *speech, words_for(speech->request.language));
}

Filled fill_one(const event::State& state, std::string_view what, std::string_view subject) {
    if (what == "badge") return fill_badge(state, subject);
    if (what == "speaker") return fill_speaker(state, subject);
    const auto id = event::StayId::parse(subject);
    const auto* stay = id ? state.stay(*id) : nullptr;
    if (!stay) return std::nullopt;
    if (what == "child") return fill_child(state, *stay);
    if (what == "claim") return fill_claim(state, *stay);
    return std::nullopt;
}

}  // namespace

std::vector<printing::Label> fill(const event::State& state, std::string_view what, std::string_view subject,
                                  const std::string& time) {
    if (what == "rollcall") return roll_call_pages(state, roll_call_words_for(subject), time);
    auto label = fill_one(state, what, subject);
    if (!label) return {};
    return {std::move(*label)};
}

}  // namespace welcome::kiosk::labels
