#include "kiosk/labels/fill.h"

#include <optional>

namespace welcome::kiosk::labels {

namespace {

using Filled = std::optional<printing::Label>;

Filled fill_badge(const event::State& state, std::string_view subject, const Press& press) {
    const auto id = event::PersonId::parse(subject);
    const auto* person = id ? state.person(*id) : nullptr;
    if (!person) return std::nullopt;
    return badge_label(state, *person, press.words.label(person->language));
}

Filled fill_claim(const event::State& state, const event::Stay& stay, const Press& press) {
    const auto family = state.stays_by_code(stay.request.code);
    if (family.empty()) return std::nullopt;
    const auto* adult = state.person(stay.request.adult);
    return claim_label(state, family, press.words.label(adult ? adult->language : "en"), press.signing);
}

Filled fill_speaker(const event::State& state, std::string_view subject, const Press& press) {
    const auto id = event::SpeechId::parse(subject);
    const auto line = state.speakers();
    const auto* speech = id ? line.find(*id) : nullptr;
    if (!speech) return std::nullopt;
    return speaker_label(line, *speech, press.words.label(speech->request.language));
}

// In the first language of the house: it stays on the thing for years.
Filled fill_item(const event::State& state, std::string_view subject, const Press& press) {
    const auto id = event::ItemId::parse(subject);
    const auto item = id ? state.item(*id) : std::nullopt;
    if (!item) return std::nullopt;
    const auto& languages = state.event().languages;
    return item_label(state, *item, press.words.label(languages.empty() ? "en" : languages.front()));
}

Filled fill_one(const event::State& state, std::string_view what, std::string_view subject,
                const Press& press) {
    if (what == "badge") return fill_badge(state, subject, press);
    if (what == "speaker") return fill_speaker(state, subject, press);
    if (what == "item") return fill_item(state, subject, press);
    const auto id = event::StayId::parse(subject);
    const auto* stay = id ? state.stay(*id) : nullptr;
    if (!stay) return std::nullopt;
    if (what == "child") return child_label(state, *stay, press.words.label("en"));  // For the room's staff.
    if (what == "claim") return fill_claim(state, *stay, press);
    return std::nullopt;
}

}  // namespace

std::vector<printing::Label> fill(const event::State& state, std::string_view what, std::string_view subject,
                                  const Press& press) {
    if (what == "rollcall") return roll_call_pages(state, press.words.roll_call(subject), press.time);
    auto label = fill_one(state, what, subject, press);
    if (!label) return {};
    return {std::move(*label)};
}

}  // namespace welcome::kiosk::labels
