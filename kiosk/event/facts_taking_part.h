#pragma once
// What guests say yes or no to beyond coming in, whom the lead wants to greet, and what was drawn by lot.

#include "kiosk/event/facts_words.h"

namespace welcome::kiosk::event {

struct Wording {
    std::string language;  // BCP 47
    std::string text;
    bool operator==(const Wording&) const = default;
};
struct CallToAction {  // "I can help at the next meeting", in the organiser's own words
    std::string key;
    std::vector<Wording> texts;
    // In that language, else in English, else the first there is.
    [[nodiscard]] std::string text_in(std::string_view language) const;
    bool operator==(const CallToAction&) const = default;
};
inline constexpr std::size_t k_most_calls = 3;  // more on one screen is a form, not a question

struct CallAnswered {  // its own consent, with the words that were shown
    PersonId person;
    std::string call;  // the key
    bool granted = false;
    std::string wording, language;
    bool operator==(const CallAnswered&) const = default;
};
struct FirstTimeSaid {
    PersonId person;
    bool first = false;
    bool operator==(const FirstTimeSaid&) const = default;
};
struct FollowedUp {  // somebody got back to this newcomer
    PersonId person;
    StaffId by;
    bool operator==(const FollowedUp&) const = default;
};
struct PersonTagged {  // the last word counts; a guest screen never shows it
    PersonId person;
    GuestRole role = GuestRole::none;
    StaffId by;
    bool operator==(const PersonTagged&) const = default;
};
struct GuestGreeted {  // the lead has seen that they are here
    PersonId person;
    StaffId by;
    bool operator==(const GuestGreeted&) const = default;
};
// Anybody can draw it again: the winner follows from the word and the candidates (lot_of).
struct RaffleDrawn {
    std::string prize;
    std::string word;                  // called out by the room, so that nobody at the tablet chose it
    std::vector<PersonId> candidates;  // by id: who was in and had not won
    PersonId winner;
    StaffId by;
    bool operator==(const RaffleDrawn&) const = default;
};

}  // namespace welcome::kiosk::event
