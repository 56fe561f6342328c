// What holds for every evening at the microphone (RapidCheck): any order and any repetition of the facts give
// the same line; nobody stands in it twice or is lost; time only grows.

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <set>

#include "tests/event/any_facts.h"

namespace welcome::kiosk::event::test {

namespace {

// A moderator's, of a question or of what only looks like one.
Body any_sorting(const SpeechId& speech, const StaffId& by) {
    switch (below(4)) {
        case 0:
        case 1:
            return QuestionGrouped{
                speech,
                below(4) == 0 ? std::nullopt
                              : std::optional(id_of<SpeechId>(static_cast<std::uint64_t>(below(5)) + 1)),
                by};
        case 2:
            return QuestionHidden{speech, below(2) == 0, by};
        default:
            return QuestionReopened{speech, by};
    }
}

Body any_deed(const SpeechId& speech, const StaffId& by, int facts) {
    switch (below(12)) {
        case 0:
        case 1:
        case 2: {
            SpeakingRequested asked{.speech = speech, .number = "A" + std::to_string(below(5))};
            asked.kind = below(4) == 0 ? SpeechKind::question : SpeechKind::talk;
            asked.interpreter = below(3) == 0;
            return asked;
        }
        case 3:
            return SpeechWithdrawn{speech, by};
        case 4:
            return SpeakerCalled{speech, below(200), by};
        case 5:
            return SpeechStarted{speech, by};
        case 6:
            return SpeechStopped{speech, by};
        case 7:
            return SpeechExtended{speech, below(100), by};
        case 8:
            return SpeakerSpoke{speech, below(300), by};
        case 9:
            return SpeakerSkipped{speech, by};
        case 10: {
            SpeakingRules rules{.tiers = {{below(3), 180}, {0, 60}}, .total_seconds = below(3) * 200};
            rules.open = below(2) == 0;
            return SpeakingRuled{rules, by};
        }
        default:
            return FactUndone{id_of<FactId>(static_cast<std::uint64_t>(below(facts)) + 1), "", {}};
    }
}

// Three tablets, four turns, clocks apart: everything meets everything.
std::vector<sync::Fact> any_line() {
    return written_anywhere([](int facts) {
        const auto speech = id_of<SpeechId>(static_cast<std::uint64_t>(below(4)) + 1);
        return any_deed(speech, id_of<StaffId>(1), facts);
    });
}

}  // namespace

RC_GTEST_PROP(SpeakersProperty, AnyOrderAndAnyRepetitionGiveTheSameLine, ()) {
    const auto facts = any_line();
    const auto line = fold(facts).speakers();

    RC_ASSERT(fold(shuffled(some_twice(facts))).speakers() == line);
    RC_CLASSIFY(line.now() != nullptr, "somebody is up");
    RC_CLASSIFY(line.speeches.size() > 2, "three and more asked");
}

RC_GTEST_PROP(SpeakersProperty, EachWhoAskedStandsAtOnePlaceAndWaitsAtMostOnce, ()) {
    const auto line = fold(shuffled(some_twice(any_line()))).speakers();

    std::set<SpeechId> seen;
    for (const auto& speech : line.speeches) RC_ASSERT(seen.insert(speech.request.speech).second);
    std::set<SpeechId> waiting;
    for (const auto kind : {SpeechKind::talk, SpeechKind::question}) {
        bool late = false;
        for (const auto* speech : line.waiting(kind)) {
            RC_ASSERT(waiting.insert(speech->request.speech).second);
            RC_ASSERT(speech->state == SpeechState::waiting);
            RC_ASSERT(speech->late || !late);  // Those in time stand first.
            late = speech->late;
        }
    }
    if (const auto* now = line.now()) RC_ASSERT(!waiting.contains(now->request.speech));
}

// Several tablets sort the same questions while they are apart: hidden, put together in a circle, answered.
RC_GTEST_PROP(QuestionsProperty, AnyOrderAndAnyRepetitionSortThemAlikeAndNoneIsLostOrThereTwice, ()) {
    const auto facts = written_anywhere([](int all) {
        const auto speech = id_of<SpeechId>(static_cast<std::uint64_t>(below(5)) + 1);
        const auto by = id_of<StaffId>(1);
        if (below(3) > 0) return any_sorting(speech, by);
        if (below(2) == 0) return any_deed(speech, by, all);
        return Body(SpeakingRequested{.speech = speech,
                                      .kind = below(6) == 0 ? SpeechKind::talk : SpeechKind::question,
                                      .words = "why"});
    });
    const auto line = fold(facts).speakers();
    const auto other = fold(shuffled(some_twice(facts))).speakers();

    RC_ASSERT(line == other);
    std::set<SpeechId> seen;
    std::size_t expected = 0;
    for (const auto& speech : line.speeches) {
        const auto& id = speech.request.speech;
        RC_ASSERT(line.together_with(line.together_with(id)) == line.together_with(id));
        if (speech.request.kind == SpeechKind::question && speech.state != SpeechState::withdrawn) ++expected;
    }
    for (const auto list : {QuestionList::open, QuestionList::answered, QuestionList::hidden}) {
        std::set<SpeechId> heads;
        for (const auto& group : line.questions(list)) {
            RC_ASSERT(!group.empty());
            const auto head = line.together_with(group.front()->request.speech);
            RC_ASSERT(heads.insert(head).second);
            for (const auto* speech : group) {
                RC_ASSERT(seen.insert(speech->request.speech).second);
                RC_ASSERT(line.together_with(speech->request.speech) == head);
            }
        }
    }
    RC_ASSERT(seen.size() == expected);
    RC_CLASSIFY(expected > 2, "three and more questions");
}

RC_GTEST_PROP(SpeakersProperty, TimeNeverRunsBackAndNeverPassesTheCap, ()) {
    const auto line = fold(any_line()).speakers();
    const int minute = below(60);
    const auto now = at_minute(minute);
    const auto later = at_minute(minute + below(60));

    RC_ASSERT(line.used_in_all(later) >= line.used_in_all(now));
    for (const auto& speech : line.speeches) {
        RC_ASSERT(speech.used_at(later) >= speech.used_at(now));
        RC_ASSERT(speech.used_at(now) >= 0);
        const auto left = line.left_in_all(now);
        const int seconds = line.seconds_for(speech, now);
        RC_ASSERT(seconds >= 0);
        if (left && speech.request.kind == SpeechKind::talk) RC_ASSERT(seconds <= *left);
    }
}

}  // namespace welcome::kiosk::event::test
