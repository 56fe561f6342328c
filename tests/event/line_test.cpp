// How many tablets an evening needs, and how the line goes.

#include "kiosk/event/line.h"

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

using Advice = LineNow::Advice;

class AtTheDoor : public Desk {
  protected:
    // `parties` check in at this tablet, evenly over the last ten minutes before minute 60.
    void come_in(Tablet& tablet, int parties) {
        for (int i = 0; i < parties; ++i) {
            const auto person = person_id(next_++);
            const std::int64_t minute = 51 + i * 9 / std::max(1, parties);
            CheckedIn body{person, CheckInMethod::ticket, {}, 0, 0};
            body.at = at_minute(minute) + std::chrono::seconds(i * 7 % 60);
            state_.apply(tablet.says(body, minute));
        }
    }
    [[nodiscard]] LineNow now(double seconds_each, int in_line = 0) const {
        return line_now(state_, at_minute(61), seconds_each, in_line);
    }

    std::uint64_t next_ = 1000;
};

}  // namespace

// The table of shared/field.md, 1.2: 50 → 1 + 1 spare, 120 → 2–3, 300 → 4–6, 600 → 8–12.
TEST(Tablets, AreAsManyAsTheFieldCounted) {
    EXPECT_EQ(tablets_needed(0, k_mostly_codes_seconds), 2);
    EXPECT_EQ(tablets_needed(50, k_mostly_codes_seconds), 2);
    EXPECT_EQ(tablets_needed(120, k_mostly_codes_seconds), 2);
    EXPECT_EQ(tablets_needed(120, k_few_codes_seconds), 3);
    EXPECT_EQ(tablets_needed(300, k_mostly_codes_seconds), 4);
    EXPECT_EQ(tablets_needed(300, k_few_codes_seconds), 6);
    EXPECT_EQ(tablets_needed(600, k_mostly_codes_seconds), 8);
    EXPECT_EQ(tablets_needed(600, k_few_codes_seconds), 12);
}

// One lane half busy waits one service time on average; this is the M/M/1 formula.
TEST(Tablets, OneLaneWaitsAsTheTextbookSays) {
    EXPECT_NEAR(*average_wait_seconds(1.5, 20, 1), 20.0, 1e-9);
    EXPECT_EQ(average_wait_seconds(0, 20, 1), 0.0);
    EXPECT_EQ(average_wait_seconds(3, 20, 1), std::nullopt);
    EXPECT_EQ(average_wait_seconds(1, 20, 0), std::nullopt);
    EXPECT_LT(*average_wait_seconds(1.5, 20, 2), *average_wait_seconds(1.5, 20, 1));
}

TEST_F(AtTheDoor, NobodyYetIsQuiet) {
    EXPECT_EQ(now(20).advice, Advice::quiet);
    EXPECT_EQ(now(20, 6).advice, Advice::open_another);  // a line, and no tablet at work
}

TEST_F(AtTheDoor, ACalmDoorIsFine) {
    come_in(tablet_, 10);
    const auto line = now(20);
    EXPECT_EQ(line.lanes, 1);
    EXPECT_NEAR(line.arrivals_a_minute, 1.0, 0.01);
    EXPECT_EQ(line.advice, Advice::fine);
}

TEST_F(AtTheDoor, AFullLaneAsksForAnotherAndTwoLanesAreFineAgain) {
    come_in(tablet_, 28);  // 2.8 a minute at 20 s each: 93 % busy
    EXPECT_EQ(now(20).advice, Advice::open_another);

    Tablet second(2);
    come_in(second, 5);
    const auto line = now(20);
    EXPECT_EQ(line.lanes, 2);
    EXPECT_EQ(line.advice, Advice::fine);
}

TEST_F(AtTheDoor, ItIsSaidBeforeItIsTooLate) {
    come_in(tablet_, 23);  // 77 %
    EXPECT_EQ(now(20).advice, Advice::ready_another);
}

TEST_F(AtTheDoor, ACountedLineIsBelievedMoreThanTheModel) {
    come_in(tablet_, 10);
    const auto line = now(20, 15);
    EXPECT_NEAR(*line.wait_seconds, 300, 1e-9);
    EXPECT_EQ(line.advice, Advice::open_another);
}

TEST_F(AtTheDoor, AFamilyIsOnePartyAndPaperIsNoLane) {
    const auto both = at_minute(58);
    for (const std::uint64_t number : {1U, 2U}) {
        CheckedIn body{person_id(number), CheckInMethod::ticket, {}, 0, 0};
        body.at = both + std::chrono::milliseconds(number);
        says(body);
    }
    Tablet office(3);
    CheckedIn paper{person_id(3), CheckInMethod::paper, at_minute(58), 0, 0, 12, 1};
    state_.apply(office.says(paper, 59));

    const auto line = now(20);

    EXPECT_NEAR(line.arrivals_a_minute, 0.1, 1e-9);
    EXPECT_EQ(line.lanes, 1);
}

// The chart of the room board: everybody, in the minute in which they came.
TEST_F(AtTheDoor, WhoCameStandsInTheMinuteInWhichTheyCame) {
    const auto comes = [&](std::uint64_t number, std::int64_t minute, int children, CheckInMethod how) {
        CheckedIn body{person_id(number), how, at_minute(minute), 0, children};
        says(body);
    };
    comes(1, 60, 0, CheckInMethod::ticket);
    comes(2, 58, 3, CheckInMethod::found);
    comes(3, 58, 0, CheckInMethod::paper);   // written down later
    comes(4, 30, 0, CheckInMethod::ticket);  // before the chart begins
    comes(5, 62, 0, CheckInMethod::ticket);  // another tablet's clock runs ahead

    EXPECT_EQ(arrivals_by_minute(state_, at_minute(60) + std::chrono::seconds(20), 5),
              (std::vector<int>{0, 0, 4, 0, 1}));
    EXPECT_EQ(arrivals_by_minute(state_, at_minute(0), 0), (std::vector<int>{0}));
}

}  // namespace welcome::kiosk::event::test
