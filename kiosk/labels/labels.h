#pragma once
// What may stand on which label (shared/childcare.md, "Labels"): the one place where people become words
// for paper. Pure; any thread.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/event/state.h"
#include "printing/label.h"

namespace welcome::kiosk::labels {

// The few sentences of a label in its reader's language.
struct LabelWords {
    std::string language = "en";  // BCP 47
    std::string own_name = "English";
    std::string allergy = "Allergy: {what}";
    std::string ages = "Ages {band}";
    std::string one_child = "1 child";
    std::string children = "{n} children";
    std::string family = "Family {n}";  // as the big screen calls it
    std::string room_unknown = "Ask at the desk";
    std::string claim_sentence = "Show this to pick up. No code? Ask a helper.";
    std::string speaker_title = "To speak";
    std::string one_minute = "1 minute";
    std::string minutes = "{n} minutes";
    std::array<std::string, 3> photo = {"Photos OK", "Ask first", "No photos"};  // by PhotoWish
    std::string test_title = "Test label";
};

// Of the languages that guests are offered; English for any other.
LabelWords words_for(std::string_view language);

// First name only; never surname, phone or email.
printing::Label badge_label(const event::State& state, const event::Person& person, const LabelWords& words);

// For the room's staff: never surname, phone, guardian or custody.
printing::Label child_label(const event::State& state, const event::Stay& stay, const LabelWords& words);

// For the adult: never the child's name. `stays` are those of one code, and not empty.
printing::Label claim_label(const event::State& state, const std::vector<const event::Stay*>& stays,
                            const LabelWords& words);

// For whoever wants to speak: the number that is called; a name only where they want it said.
printing::Label speaker_label(const event::SpeakerLine& line, const event::Speech& speech,
                              const LabelWords& words);

printing::Label test_label(const event::State& state, const LabelWords& words);

// What a claim label's code says to a scanner; read back by the pick-up screen.
inline constexpr std::string_view k_claim_mark = "WTC:";
// A speaker's ticket.
inline constexpr std::string_view k_speaker_mark = "WTQ:";

}  // namespace welcome::kiosk::labels
