// What holds for every evening (RapidCheck): any order, any repetition, the same answer.

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <rapidcheck/gtest.h>

#include "tests/event/any_facts.h"
#include "tests/event/recount.h"

namespace welcome::kiosk::event::test {

RC_GTEST_PROP(FactsProperty, EveryBodyComesBackAsItWasWritten, ()) {
    const auto body = any_body();
    const auto written = draft(FactId(), body);

    const auto read = read_body(written.kind, written.body);

    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == body);
}

RC_GTEST_PROP(FactsProperty, NoTextMakesTheReaderStumble, ()) {
    const auto written = draft(FactId(), any_body());
    auto text = written.body;
    if (!text.empty()) {
        const auto place = *rc::gen::inRange<std::size_t>(0, text.size());
        text[place] = *rc::gen::arbitrary<char>();
        text.resize(*rc::gen::inRange<std::size_t>(0, text.size() + 1));
    }

    const auto read = read_body(written.kind, text);

    if (read) RC_ASSERT(kind_of(*read) == written.kind);
}

RC_GTEST_PROP(FoldProperty, AnyOrderAndAnyRepetitionGiveTheSameState, ()) {
    const auto facts = any_evening(false);

    RC_ASSERT(fold(facts) == fold(shuffled(some_twice(facts))));
}

RC_GTEST_PROP(FoldProperty, SoDoFactsThatClaimOneIdAndCopiesCutDown, ()) {
    const auto facts = any_evening(true);

    RC_ASSERT(fold(facts) == fold(shuffled(some_twice(facts))));
}

RC_GTEST_PROP(FoldProperty, FactAfterFactIsTheSameAsAllAtOnce, ()) {
    const auto facts = any_evening(true);
    State growing;
    std::vector<sync::Fact> so_far;

    for (const auto& fact : facts) {
        growing.apply(fact);
        so_far.push_back(fact);
        RC_ASSERT(growing == fold(shuffled(so_far)));
    }
}

RC_GTEST_PROP(FoldProperty, TheHeadCountIsWhatAPlainRecountGives, ()) {
    const auto facts = any_evening(false);

    const auto state = fold(shuffled(facts));

    RC_ASSERT(state.count() == recount(facts));
    RC_ASSERT(state.attending().size() == static_cast<std::size_t>(state.count().people_checked_in));
}

RC_GTEST_PROP(FoldProperty, AnUndoOfAnUndoRestoresEverythingButItsOwnTrace, ()) {
    const auto facts = any_evening(false);
    const auto before = fold(facts);
    const auto target = facts[*rc::gen::inRange<std::size_t>(0, facts.size())].id;
    RC_PRE(before.is_effective(target));
    Tablet later(9);
    auto state = before;
    const auto undo = later.says(FactUndone{target, "", {}}, 60);

    state.apply(undo);
    RC_ASSERT(!state.is_effective(target));
    state.apply(later.says(FactUndone{undo.id, "", {}}, 61));

    RC_ASSERT(state.is_effective(target));
    RC_ASSERT(state.count() == before.count());
    RC_ASSERT(state.people().size() == before.people().size());
    for (std::size_t i = 0; i < state.people().size(); ++i)
        RC_ASSERT(*state.people()[i] == *before.people()[i]);
    RC_ASSERT(state.last_deeds(1000) == before.last_deeds(1000));
}

// What the screen shows before two are made one is what they are afterwards, in any evening; taken back, both
// are as they were.
RC_GTEST_PROP(FoldProperty, TogetherTellsWhatAMergeMakesAndItsUndoTakesItBack, ()) {
    auto facts = any_evening(false);
    Tablet roster(8);
    for (std::uint64_t i = 1; i <= 6;
         ++i) {  // So that there are people to choose from; the evening has four.
        PersonRegistered body{person_id(i), "roster", "own " + std::to_string(i), {}};
        body.fields.full_name = "Person " + std::to_string(i);
        facts.push_back(roster.says(body, 1));
    }
    const auto before = fold(facts);
    const auto people = before.people();
    const auto one = *rc::gen::inRange<std::size_t>(0, people.size());
    const auto other = *rc::gen::inRange<std::size_t>(1, people.size());
    const auto kept = people[one]->id;
    const auto merged = people[(one + other) % people.size()]->id;
    Tablet later(9);
    auto state = before;
    const auto preview = state.together(kept, merged);
    const auto merge = later.says(PeopleMerged{kept, merged}, 60);

    state.apply(merge);

    RC_ASSERT(preview.has_value());
    RC_ASSERT(*preview == *state.person(merged));
    RC_ASSERT(state.last_merge_of(merged) == merge.id);
    state.apply(later.says(FactUndone{merge.id, "", {}}, 61));
    RC_ASSERT(*state.person(kept) == *before.person(kept));
    RC_ASSERT(*state.person(merged) == *before.person(merged));
    RC_ASSERT(state.count() == before.count());
}

RC_GTEST_PROP(FoldProperty, TomorrowsFactsChangeNothingElse, ()) {
    const auto facts = any_evening(false);
    const auto before = fold(facts);
    auto with = facts;
    Tablet tomorrow(9);
    with.push_back(tomorrow.fact({id_of<FactId>(7'000'001), "robot_greeted", R"({"person":"x"})"}, 3));
    with.push_back(tomorrow.fact({id_of<FactId>(7'000'002), "came_in", R"({"count":{"adults":2}})"}, 4));

    const auto state = fold(shuffled(with));

    RC_ASSERT(state.fact_count() == before.fact_count() + 2);
    RC_ASSERT(state.unreadable_count() == before.unreadable_count() + 2);
    RC_ASSERT(state.count() == before.count());
    RC_ASSERT(state.last_deeds(1000) == before.last_deeds(1000));
}

}  // namespace welcome::kiosk::event::test
