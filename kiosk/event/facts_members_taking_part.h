#pragma once
// The members of the kinds of facts_taking_part.h; see facts_members.h. Included by it only.

#include "kiosk/event/facts_taking_part.h"

namespace welcome::kiosk::event::json {

template <typename A>
void members(A& a, Wording& wording) {
    a("language", wording.language);
    a("text", wording.text);
}
template <typename A>
void members(A& a, CallToAction& call) {
    a("key", call.key);
    a("texts", call.texts);
}
template <typename A>
void members(A& a, CallAnswered& body) {
    a.needs("person", body.person);
    a("call", body.call);
    a("granted", body.granted);
    a("wording", body.wording);
    a("language", body.language);
}
template <typename A>
void members(A& a, FirstTimeSaid& body) {
    a.needs("person", body.person);
    a("first", body.first);
}
template <typename A>
void members(A& a, FollowedUp& body) {
    a.needs("person", body.person);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, PersonTagged& body) {
    a.needs("person", body.person);
    a("role", body.role);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, GuestGreeted& body) {
    a.needs("person", body.person);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, RaffleDrawn& body) {
    a("prize", body.prize);
    a("word", body.word);
    a("candidates", body.candidates);
    a.needs("winner", body.winner);
    a.needs("by", body.by);
}

}  // namespace welcome::kiosk::event::json
