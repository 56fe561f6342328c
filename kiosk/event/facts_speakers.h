#pragma once
// What facts say of speaking at the microphone and of written questions. None of it leaves the venue: the
// names and words are the hall's. Numbers are seconds where nothing else is said.

#include "kiosk/event/facts_words.h"

namespace welcome::kiosk::event {

// So many in the line get so much time each.
struct SpeakingTier {
    int up_to = 0;  // the length of the line; 0: any length
    int seconds = 0;
    bool operator==(const SpeakingTier&) const = default;
};
// Public comment as boards run it: the longer the line, the shorter each turn.
struct SpeakingRules {
    std::vector<SpeakingTier> tiers;  // the first that holds counts; none: three minutes
    int total_seconds = 0;            // of all talks; 0: no cap
    int cut_off_minutes = 0;          // after the event's start nobody joins the line; 0: never
    bool double_for_interpreter = true;
    bool questions = true;  // written ones are taken too
    bool open = true;       // the lead has not closed the line
    bool operator==(const SpeakingRules&) const = default;
};

struct SpeakingRequested {
    SpeechId speech;
    std::optional<PersonId> who;  // nobody: who came in without a name may speak too
    SpeechKind kind = SpeechKind::talk;
    std::string number;    // "A7", on the ticket: a letter of the tablet that gave it, and its count
    std::string name;      // only where the guest wants to be called by it
    std::string words;     // the topic of a talk, the question itself
    std::string language;  // of the guest's screen
    bool interpreter = false;
    bool read_out = false;  // somebody else reads the question
    bool operator==(const SpeakingRequested&) const = default;
};
struct SpeechWithdrawn {
    SpeechId speech;
    std::optional<StaffId> by;
    bool operator==(const SpeechWithdrawn&) const = default;
};
struct SpeakerCalled {
    SpeechId speech;
    int seconds = 0;  // the time that the rules gave at that moment
    StaffId by;
    bool operator==(const SpeakerCalled&) const = default;
};
struct SpeechStarted {
    SpeechId speech;
    StaffId by;
    bool operator==(const SpeechStarted&) const = default;
};
struct SpeechStopped {  // the clock rests; the turn is not over
    SpeechId speech;
    StaffId by;
    bool operator==(const SpeechStopped&) const = default;
};
struct SpeechExtended {
    SpeechId speech;
    int seconds = 0;
    StaffId by;
    bool operator==(const SpeechExtended&) const = default;
};
struct SpeakerSpoke {  // the turn is over; of a question: it was answered
    SpeechId speech;
    int seconds = 0;  // that were used
    StaffId by;
    bool operator==(const SpeakerSpoke&) const = default;
};
struct SpeakerSkipped {  // called, and not there: may be called again
    SpeechId speech;
    StaffId by;
    bool operator==(const SpeakerSkipped&) const = default;
};
// ---- the moderator's sorting of written questions ----
struct QuestionGrouped {  // the last word counts
    SpeechId speech;
    std::optional<SpeechId> under;  // goes with this one and is answered with it; nobody: stands alone again
    StaffId by;
    bool operator==(const QuestionGrouped&) const = default;
};
struct QuestionHidden {  // not to be read out; the last word counts
    SpeechId speech;
    bool hidden = true;
    StaffId by;
    bool operator==(const QuestionHidden&) const = default;
};
struct QuestionReopened {  // was not answered after all
    SpeechId speech;
    StaffId by;
    bool operator==(const QuestionReopened&) const = default;
};
struct SpeakingRuled {  // from now on; the last word counts
    SpeakingRules rules;
    StaffId by;
    bool operator==(const SpeakingRuled&) const = default;
};

}  // namespace welcome::kiosk::event
