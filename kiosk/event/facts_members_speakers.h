#pragma once
// The members of the kinds of facts_speakers.h; see facts_members.h. Included by it only.

#include "kiosk/event/facts_speakers.h"

namespace welcome::kiosk::event::json {

template <typename A>
void members(A& a, SpeakingTier& tier) {
    a("up_to", tier.up_to);
    a("seconds", tier.seconds);
}
template <typename A>
void members(A& a, SpeakingRules& rules) {
    a("tiers", rules.tiers);
    a("total_seconds", rules.total_seconds);
    a("cut_off_minutes", rules.cut_off_minutes);
    a("double_for_interpreter", rules.double_for_interpreter, true);
    a("questions", rules.questions, true);
    a("open", rules.open, true);
}
template <typename A>
void members(A& a, SpeakingRequested& body) {
    a.needs("speech", body.speech);
    a("who", body.who);
    a("kind", body.kind);
    a("number", body.number);
    a("name", body.name);
    a("words", body.words);
    a("language", body.language);
    a("interpreter", body.interpreter);
    a("read_out", body.read_out);
}
template <typename A>
void members(A& a, SpeechWithdrawn& body) {
    a.needs("speech", body.speech);
    a("by", body.by);
}
template <typename A>
void members(A& a, SpeakerCalled& body) {
    a.needs("speech", body.speech);
    a("seconds", body.seconds);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, SpeechStarted& body) {
    a.needs("speech", body.speech);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, SpeechStopped& body) {
    a.needs("speech", body.speech);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, SpeechExtended& body) {
    a.needs("speech", body.speech);
    a("seconds", body.seconds);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, SpeakerSpoke& body) {
    a.needs("speech", body.speech);
    a("seconds", body.seconds);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, SpeakerSkipped& body) {
    a.needs("speech", body.speech);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, QuestionGrouped& body) {
    a.needs("speech", body.speech);
    a("under", body.under);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, QuestionHidden& body) {
    a.needs("speech", body.speech);
    a("hidden", body.hidden, true);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, QuestionReopened& body) {
    a.needs("speech", body.speech);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, SpeakingRuled& body) {
    a("rules", body.rules);
    a.needs("by", body.by);
}

}  // namespace welcome::kiosk::event::json
