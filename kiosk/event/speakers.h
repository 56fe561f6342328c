#pragma once
// The line at the microphone and the written questions: a fold of the facts of facts_speakers.h in total
// order, and the rules of time. Pure values; whoever asks brings the time.

#include <chrono>
#include <map>

#include "kiosk/event/facts.h"

namespace welcome::kiosk::event {

enum class SpeechState { waiting, called, speaking, paused, skipped, spoke, withdrawn };

struct Speech {
    SpeakingRequested request;
    Instant asked_at{};
    bool late = false;  // asked after the line was closed, on a tablet that did not know
    SpeechState state = SpeechState::waiting;
    int seconds = 0;                     // that this turn has, with what was added
    int used = 0;                        // up to the last stop; the whole once it is over
    bool is_hidden = false;              // a question that is not to be read out
    std::optional<SpeechId> under = {};  // the question that this one was put to
    std::optional<Instant> running_since;

    [[nodiscard]] bool is_up() const {  // at the microphone
        return state == SpeechState::called || state == SpeechState::speaking || state == SpeechState::paused;
    }
    [[nodiscard]] int used_at(Instant now) const;  // never below 0, whatever two clocks say
    [[nodiscard]] int left_at(Instant now) const { return seconds - used_at(now); }
    bool operator==(const Speech&) const = default;
};

// Questions that ask the same, as the moderator put them together; the first is the one they were put to, or
// the one asked first where that one is not among them.
using QuestionGroup = std::vector<const Speech*>;
enum class QuestionList { open, answered, hidden };

struct SpeakerLine {
    std::optional<SpeakingRules> rules;  // nothing: this event takes no speakers
    std::vector<Speech> speeches;        // in the order in which they were asked for
    std::optional<SpeechId> last_called;

    [[nodiscard]] const Speech* find(const SpeechId& id) const;
    [[nodiscard]] const Speech* now() const;  // who is at the microphone; of several the last called
    // Who waits, first to last: those in time, then the late ones. They point into this line.
    [[nodiscard]] std::vector<const Speech*> waiting(SpeechKind kind) const&;
    void waiting(SpeechKind kind) && = delete;
    // Each question that was not taken back stands in one list, in one group. Groups are in the order of
    // their earliest question; those asked after the line's end stand last. They point into this line.
    [[nodiscard]] std::vector<QuestionGroup> questions(QuestionList list) const&;
    void questions(QuestionList list) && = delete;
    // Of those with whom a question stands; where it was put in a circle, the one asked first of the circle.
    [[nodiscard]] SpeechId together_with(const SpeechId& question) const;
    // That count for the tier: all who asked in time to talk and have not withdrawn, their turn over or not.
    // So nobody's time grows because others had theirs.
    [[nodiscard]] int length() const;
    [[nodiscard]] int used_in_all(Instant now) const;                 // by talks
    [[nodiscard]] std::optional<int> left_in_all(Instant now) const;  // under the cap; nothing: no cap
    // What a turn called at that moment gets: the tier's time, doubled with an interpreter, within the cap.
    [[nodiscard]] int seconds_for(const Speech& speech, Instant now) const;
    // What the tier alone gives.
    [[nodiscard]] int tier_seconds(bool interpreter) const;
    // Whether somebody may join the line at that moment.
    [[nodiscard]] bool takes_more(Instant now, Instant starts) const;
    bool operator==(const SpeakerLine&) const = default;
};

inline constexpr int k_usual_seconds = 180;
inline constexpr int k_warning_seconds = 30;       // the yellow light (shared/field.md, 1.1)
inline constexpr int k_most_seconds = 24 * 3'600;  // a damaged number must not hold the hall for ever

// True where a request that was made then came after the line's end.
bool is_after_cut_off(const SpeakingRules& rules, Instant at, Instant starts);

// Takes the effective facts in total order, each with the wall time of its tablet.
class SpeakerFold {
  public:
    SpeakerFold(std::optional<SpeakingRules> configured, Instant starts);

    void take(const SpeakingRequested& body, Instant at);
    void take(const SpeechWithdrawn& body, Instant at);
    void take(const SpeakerCalled& body, Instant at);
    void take(const SpeechStarted& body, Instant at);
    void take(const SpeechStopped& body, Instant at);
    void take(const SpeechExtended& body, Instant at);
    void take(const SpeakerSpoke& body, Instant at);
    void take(const SpeakerSkipped& body, Instant at);
    void take(const SpeakingRuled& body, Instant at);
    void take(const QuestionGrouped& body, Instant at);
    void take(const QuestionHidden& body, Instant at);
    void take(const QuestionReopened& body, Instant at);

    [[nodiscard]] SpeakerLine line() const;

  private:
    Speech* open_one(const SpeechId& id);  // nothing where it is over for good

    std::optional<SpeakingRules> rules_;
    Instant starts_;
    std::map<SpeechId, Speech> speeches_;
    std::vector<SpeechId> order_;  // as they were asked for
    std::optional<SpeechId> last_called_;
};

}  // namespace welcome::kiosk::event
