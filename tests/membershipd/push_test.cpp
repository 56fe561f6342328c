// The plan of what to send: everything once, the bad one alone.

#include "sync/upload/push.h"

#include <gtest/gtest.h>
#include <random>
#include <rapidcheck/gtest.h>

namespace welcome::sync::test {
namespace {

using namespace std::chrono_literals;

DeviceId device(std::uint8_t number) {
    DeviceId id;
    id.bytes.fill(number);
    return id;
}

RC_GTEST_PROP(PushPlan, FindsExactlyTheBadFactsWhereverTheyAre, ()) {
    const Held here{{device(1), *rc::gen::inRange<std::uint64_t>(0, 60)},
                    {device(2), *rc::gen::inRange<std::uint64_t>(0, 60)}};
    std::set<Place> bad;
    for (int i = *rc::gen::inRange(0, 6); i > 0; --i)
        bad.insert({device(static_cast<std::uint8_t>(*rc::gen::inRange(1, 3))),
                    *rc::gen::inRange<std::uint64_t>(1, 61)});
    PushPlan plan({.poison = 300s, .poison_in_a_row = 3});
    std::set<Place> sent, aside;
    Moment now{};
    int steps = 0;
    for (auto span = plan.next(here, 20, now); span; span = plan.next(here, 20, now)) {
        RC_ASSERT(++steps < 5000);
        std::set<Place> places;
        for (std::uint64_t seq = span->after + 1; seq <= span->after + span->count; ++seq)
            places.insert({span->device, seq});
        RC_ASSERT(span->count > 0U);
        const bool fails =
            std::any_of(places.begin(), places.end(), [&](const auto& place) { return bad.contains(place); });
        if (!fails) {
            plan.answered(*span);
            sent.insert(places.begin(), places.end());
        } else if (span->count > 1) {
            plan.split(*span);
        } else {
            plan.set_aside(*span, now);
        }
    }
    const auto count = plan.count(here);
    std::erase_if(bad, [&](const auto& place) { return place.seq > here.at(place.device); });
    RC_ASSERT(count.refused == bad.size());
    RC_ASSERT(count.waiting == 0U);
    RC_ASSERT(count.accepted == sent.size());
    RC_ASSERT(count.captured == count.accepted + count.waiting + count.refused);
}

// Several under way, answered in any order, some failing, some given up: no fact is under way twice, and the
// count is right at every moment.
RC_GTEST_PROP(PushPlan, LosesNothingSideBySideInWhateverOrderTheAnswersCome, ()) {
    const Held here{{device(1), *rc::gen::inRange<std::uint64_t>(0, 60)},
                    {device(2), *rc::gen::inRange<std::uint64_t>(0, 60)}};
    std::set<Place> bad;
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        bad.insert({device(static_cast<std::uint8_t>(*rc::gen::inRange(1, 3))),
                    *rc::gen::inRange<std::uint64_t>(1, 61)});
    const auto places_of = [](const Span& span) {
        std::set<Place> places;
        for (auto seq = span.after + 1; seq <= span.after + span.count; ++seq)
            places.insert({span.device, seq});
        return places;
    };
    PushPlan plan({.poison = 300s, .poison_in_a_row = 1000});
    std::vector<Span> under_way;
    std::set<Place> answered;
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    const auto answer_one = [&] {
        const auto at = under_way.begin() + static_cast<long>(random() % under_way.size());
        const auto span = *at;
        under_way.erase(at);
        const auto places = places_of(span);
        const bool fails =
            std::any_of(places.begin(), places.end(), [&](const auto& place) { return bad.contains(place); });
        if (random() % 10 == 0) return plan.give_up(span);
        if (fails && span.count > 1) return plan.split(span);
        if (fails) return void(plan.set_aside(span, Moment{}));
        plan.answered(span);
        answered.insert(places.begin(), places.end());
    };
    for (int step = 0;; ++step) {
        RC_ASSERT(step < 20'000);
        const auto span = under_way.size() < 4 ? plan.next(here, 7, Moment{}) : std::nullopt;
        if (!span && under_way.empty()) break;
        if (span && (under_way.empty() || random() % 2 == 0)) {
            for (const auto& other : under_way) {
                for (const auto& place : places_of(other)) RC_ASSERT(!places_of(*span).contains(place));
            }
            plan.sent(*span);
            under_way.push_back(*span);
        } else {
            answer_one();
        }
        const auto count = plan.count(here);
        RC_ASSERT(count.accepted == answered.size());
        RC_ASSERT(count.captured == count.accepted + count.waiting + count.refused);
    }
    std::erase_if(bad, [&](const auto& place) { return place.seq > here.at(place.device); });
    RC_ASSERT(plan.count(here).waiting == 0U);
    RC_ASSERT(plan.count(here).refused == bad.size());
}

TEST(PushPlan, SendsAgainWhatTheServiceLost) {
    const Held here{{device(1), 10}};
    PushPlan plan({});
    plan.answered({device(1), 0, 10});
    EXPECT_FALSE(plan.next(here, 200, Moment{}));

    plan.service_holds({{device(1), 4}});

    EXPECT_EQ(plan.next(here, 200, Moment{}), (Span{device(1), 4, 6}));
}

TEST(PushPlan, AsksAgainWhenItIsDueAndNotBefore) {
    const Held here{{device(1), 3}};
    PushPlan plan({});
    plan.answered({device(1), 0, 3});
    plan.ask_again({device(1), 2}, Moment{} + 5s);

    EXPECT_FALSE(plan.next(here, 200, Moment{}));
    EXPECT_EQ(plan.count(here).waiting, 1U);
    EXPECT_EQ(plan.next(here, 200, Moment{} + 5s), (Span{device(1), 1, 1}));
}

}  // namespace
}  // namespace welcome::sync::test
