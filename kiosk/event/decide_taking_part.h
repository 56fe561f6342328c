#pragma once
// Taking part beyond coming in: photos, calls to action, first-timers, guests whom the lead greets, the
// raffle. Pure, as decide.h is.

#include "kiosk/event/decide.h"

namespace welcome::kiosk::event {

enum class PhotoWish { yes, ask, no };  // who said nothing is asked first
PhotoWish photo_wish(const Person& person);
std::string_view text_of(PhotoWish wish);  // "yes", "ask", "no": the label's mark

struct TakingPart {
    std::optional<PhotoWish> photo;  // nothing: not answered
    std::vector<std::string> calls;  // the keys that were ticked
    bool first_time = false;
    std::string language;  // of the screen
    std::string wording;   // version of our own sentences
};
// Every call of the event is answered, yes or no, each in words of its own.
Decision decide_take_part(const State&, const PersonId&, const TakingPart&, const Context&);

Decision decide_tag(const State&, const PersonId&, GuestRole, const Context&);
Decision decide_greet(const State&, const PersonId&, const Context&);  // the lead's
Decision decide_follow_up(const State&, const PersonId&, const Context&);

// The press, guests of honour: who is in and was not greeted yet, earliest first.
std::vector<const Person*> to_be_greeted(const State&);
// Who is in for the first time, earliest first.
std::vector<const Person*> first_timers(const State&);

// ---- the raffle ----
// The place of the winner among `candidates` (not empty): SHA-256 over the word, the prize and all ids, its
// first 8 bytes as a number, modulo their count. The same for whoever draws again.
std::size_t lot_of(std::string_view word, std::string_view prize, const std::vector<PersonId>& candidates);
// Grown people who are in, by id, without those who won already.
std::vector<PersonId> raffle_candidates(const State&);
Decision decide_draw(const State&, const std::string& prize, const std::string& word, const Context&);

}  // namespace welcome::kiosk::event
