#pragma once
// The rules of the microphone: who may ask, who is called, how time is kept. Pure, as decide.h is.

#include "kiosk/event/decide.h"

namespace welcome::kiosk::event {

struct SpeakingWish {
    std::optional<PersonId> person;  // nobody: somebody who gave no name
    SpeechKind kind = SpeechKind::talk;
    std::string name;   // only if they want to be called by it
    std::string words;  // a topic (may be empty), a question (may not)
    std::string language;
    bool interpreter = false;
    bool read_out = false;
};
// A place at the end of the line, with a number for the ticket. One talk each until it is over.
Decision decide_ask_to_speak(const State&, const SpeakingWish&, const Context&);
Decision decide_withdraw_speech(const State&, const SpeechId&, const Context&);

// ---- staff at the microphone; one is up at a time ----
Decision decide_call_speaker(const State&, const SpeechId&, const Context&);
Decision decide_start_speech(const State&, const SpeechId&, const Context&);
Decision decide_stop_speech(const State&, const SpeechId&, const Context&);
Decision decide_extend_speech(const State&, const SpeechId&, int seconds, const Context&);
// Of a question: it was answered, and with it those that it stands together with and that wait still.
Decision decide_end_speech(const State&, const SpeechId&, const Context&);
Decision decide_skip_speaker(const State&, const SpeechId&, const Context&);

// ---- the moderator's, of written questions ----
// `under`: the one that it asks the same as; nobody: it stands alone.
Decision decide_group_question(const State&, const SpeechId&, const std::optional<SpeechId>& under,
                               const Context&);
Decision decide_hide_question(const State&, const SpeechId&, bool hidden, const Context&);
Decision decide_reopen_question(const State&, const SpeechId&, const Context&);

// The lead's.
Decision decide_rule_speaking(const State&, const SpeakingRules&, const Context&);

}  // namespace welcome::kiosk::event
