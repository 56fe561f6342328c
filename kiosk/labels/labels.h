#pragma once
// What may stand on which label (shared/childcare.md, "Labels"): the one place where people become words
// for paper. Pure; any thread.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/event/state.h"
#include "kiosk/event/ticket.h"
#include "printing/label.h"

namespace welcome::kiosk::labels {

// The few sentences of a label in its reader's language, as Catalogues reads them.
struct LabelWords {
    std::string language;  // BCP 47
    std::string own_name;
    std::string allergy;              // {what}
    std::string ages;                 // {band}
    std::string one_child, children;  // {n}
    std::string family;               // {number}, as the big screen calls it
    std::string room_unknown, claim_sentence;
    std::string speaker_title, one_minute, minutes;  // {n}
    std::array<std::string, 3> photo;                // by PhotoWish
    std::string press;
    std::array<std::string, 5> things;  // by ItemKind
    std::string channel;                // {number}
    std::string test_title;
};

// What signs claims: the event, whose public key every tablet has.
struct Signing {
    sync::EventId event;
    event::TicketSeed seed{};
};

// First name only; never surname, phone or email.
printing::Label badge_label(const event::State& state, const event::Person& person, const LabelWords& words);

// For the room's staff: never surname, phone, guardian or custody.
printing::Label child_label(const event::State& state, const event::Stay& stay, const LabelWords& words);

// For the adult: never the child's name. `stays` are those of one code, and not empty.
printing::Label claim_label(const event::State& state, const std::vector<const event::Stay*>& stays,
                            const LabelWords& words, const Signing& signing);

// For whoever wants to speak: the number that is called; a name only where they want it said.
printing::Label speaker_label(const event::SpeakerLine& line, const event::Speech& speech,
                              const LabelWords& words);

// What sticks on a thing that is lent: never who has it.
printing::Label item_label(const event::State& state, const event::Item& item, const LabelWords& words);

printing::Label test_label(const event::State& state, const LabelWords& words);

}  // namespace welcome::kiosk::labels
