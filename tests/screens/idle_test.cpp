// Time passing: warned, wiped, blanked, locked (shared/field.md, 3.2, 4 and 6).

#include <gtest/gtest.h>

#include "tests/screens/samples.h"

namespace welcome::kiosk::screens::test {
namespace {

using namespace std::chrono_literals;

TEST(Idle, WarnsAfter45SecondsAndWipesTheFormAfter65) {
    Evening evening;
    evening.act(Intent::open_new);
    evening.act(Intent::edit_name, "Rosa");

    evening.pass(44s);
    EXPECT_FALSE(evening.model.idle_warning);
    evening.pass(1s);
    EXPECT_TRUE(evening.model.idle_warning);
    evening.pass(20s);
    EXPECT_NE(evening.on<Welcome>(), nullptr);

    evening.act(Intent::open_new);
    EXPECT_EQ(evening.on<NewName>()->name, "");
}

TEST(Idle, IsExtendedByAnyTouchAsOftenAsSomebodyLikes) {
    Evening evening;
    evening.act(Intent::open_new);
    evening.act(Intent::edit_name, "Rosa");

    for (int time = 0; time < 12; ++time) {
        evening.pass(50s);
        evening.act(Intent::still_here);
    }

    ASSERT_NE(evening.on<NewName>(), nullptr);
    EXPECT_EQ(evening.on<NewName>()->name, "Rosa");
}

TEST(Idle, TakesATouchOnTheWarningForNothingElse) {
    Evening evening;
    evening.act(Intent::open_new);
    evening.act(Intent::edit_name, "Rosa");
    evening.pass(50s);

    evening.act(Intent::name_ready);

    EXPECT_NE(evening.on<NewName>(), nullptr);
    EXPECT_FALSE(evening.model.idle_warning);
}

TEST(Idle, ClearsTheLastScreenAfter6SecondsUnlessItShowsACode) {
    Evening evening;
    evening.act_and_save(Intent::just_come_in);
    evening.pass(6s);
    EXPECT_NE(evening.on<Welcome>(), nullptr);

    evening.model.screen = Done{.people = {evening.rosa}, .claim_code = "K7MP", .shown = evening.now};
    evening.model.last_touch = evening.now;
    evening.pass(7s);
    EXPECT_NE(evening.on<Done>(), nullptr);
    evening.pass(65s);
    EXPECT_NE(evening.on<Welcome>(), nullptr);
}

TEST(Idle, GivesTheWelcomeScreenItsOwnLanguageBack) {
    Evening evening;
    evening.act(Intent::set_language, "es");

    evening.pass(65s);

    EXPECT_EQ(evening.model.language, "en");
}

TEST(Idle, WipesNothingWhileTheDiskIsAwaited) {
    Evening evening;
    evening.act(Intent::just_come_in);

    evening.pass(90s);
    evening.saved();

    EXPECT_NE(evening.on<Done>(), nullptr);
}

TEST(Idle, TakesASentenceAwayAfterAWhile) {
    Evening evening;
    evening.scan("WT1:TORN");
    EXPECT_EQ(evening.notice(), "ticket.damaged");

    evening.pass(8s);

    EXPECT_EQ(evening.notice(), "");
}

TEST(StaffIdle, HidesNamesAfterAMinuteAndAsksForThePinAfterFifteen) {
    Evening evening;
    evening.unlock(event::StaffRole::volunteer);

    evening.pass(60s);
    EXPECT_TRUE(evening.model.blanked);
    evening.act(Intent::still_here);
    EXPECT_FALSE(evening.model.blanked);
    EXPECT_NE(evening.on<Table>(), nullptr);

    evening.pass(15min);
    EXPECT_NE(evening.on<Welcome>(), nullptr);
    EXPECT_FALSE(evening.model.staff.has_value());
}

TEST(StaffIdle, LeavesThePinScreen) {
    Evening evening;
    evening.act(Intent::staff_door);

    evening.pass(45s);

    EXPECT_NE(evening.on<Welcome>(), nullptr);
}

TEST(Idle, ASentenceStaysLongerForWhoAsksForMoreTime) {
    Evening evening;
    evening.act(Intent::open_scan);
    evening.act(Intent::toggle_more_time);
    evening.scan("WT1:TORN");
    ASSERT_TRUE(evening.model.notice);

    evening.pass(std::chrono::seconds(79));
    EXPECT_TRUE(evening.model.notice);
    evening.pass(std::chrono::seconds(2));
    EXPECT_FALSE(evening.model.notice);
}

}  // namespace
}  // namespace welcome::kiosk::screens::test
