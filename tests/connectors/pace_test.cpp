#include "tools/connectors/pace.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace welcome::tools::connectors::test {

using namespace std::chrono_literals;

TEST(Pace, SpreadsCallsEvenly) {
    Pace pace(4);
    Pace::Time now{};
    EXPECT_EQ(pace.next(now), 0ms);
    EXPECT_EQ(pace.next(now), 250ms);
    EXPECT_EQ(pace.next(now), 500ms);
    EXPECT_EQ(pace.next(now + 10s), 0ms) << "what was not used is not saved up";
}

TEST(Pace, TooManyHalvesItAndWaitsAsLongAsItIsTold) {
    Pace pace(4);
    Pace::Time now{};
    pace.next(now);
    pace.answered(true, 30s, now);
    EXPECT_EQ(pace.rate(), 2);
    EXPECT_EQ(pace.next(now), 30s);
}

TEST(Pace, GoodAnswersBringItBackButNeverBeyondTheStart) {
    Pace pace(4);
    pace.answered(true, std::nullopt, {});
    for (int i = 0; i < 1000; ++i) pace.answered(false, std::nullopt, {});
    EXPECT_EQ(pace.rate(), 4);
}

// Whatever a service answers: in any second there are at most as many calls as were agreed, and it never
// stops for ever.
RC_GTEST_PROP(Pace, KeepsItsPromiseUnderAnyAnswers, (const std::vector<bool>& too_many)) {
    const int most = *rc::gen::inRange(1, 50);
    Pace pace(most);
    Pace::Time now{};
    std::vector<Pace::Time> calls;
    for (const bool refused : too_many) {
        const auto wait = pace.next(now);
        RC_ASSERT(wait <= std::chrono::hours(1));
        now += wait;
        calls.push_back(now);
        pace.answered(refused, std::nullopt, now);
    }
    for (std::size_t i = static_cast<std::size_t>(most); i < calls.size(); ++i)
        RC_ASSERT(calls[i] - calls[i - static_cast<std::size_t>(most)] >= 990ms);
}

}  // namespace welcome::tools::connectors::test
