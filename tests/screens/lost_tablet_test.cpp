// The lead says that another tablet is off for good.

#include <gtest/gtest.h>

#include "kiosk/screens/staff/tablet_rows.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

using event::StaffRole;

sync::DeviceId tablet(std::uint8_t number) {
    sync::DeviceId device;
    device.bytes.fill(number);
    return device;
}

class OtherTabletsOnTheBoard : public ::testing::Test {
  protected:
    OtherTabletsOnTheBoard() {
        for (std::uint8_t number = 1; number <= 3; ++number)
            evening.know_from(tablet(number), event::CameIn{1});
        evening.happen(OtherTablets{.shares = true,
                                    .self = tablet(9),
                                    .tablets = {{.device = tablet(1), .name = "Side door"},
                                                {.device = tablet(2), .name = "Gym", .in_touch = true}}});
    }
    Evening evening;
};

}  // namespace

TEST_F(OtherTabletsOnTheBoard, OneThatIsLostIsNotedByTheLead) {
    evening.unlock(StaffRole::lead);
    evening.act(Intent::open_page, "sync");
    evening.act(Intent::ask_lost, tablet(1).text());
    ASSERT_TRUE(evening.model.losing);
    EXPECT_FALSE(evening.state.is_lost(tablet(1)));

    evening.act_and_save(Intent::lost_yes);

    EXPECT_TRUE(evening.state.is_lost(tablet(1)));
    EXPECT_FALSE(evening.state.is_lost(tablet(2)));
    EXPECT_FALSE(evening.model.losing);
    EXPECT_EQ(evening.notice(), "lost.done");
}

TEST_F(OtherTabletsOnTheBoard, WhoeverThinksAgainChangesNothing) {
    evening.unlock(StaffRole::lead);
    evening.act(Intent::open_page, "sync");
    evening.act(Intent::ask_lost, tablet(1).text());

    evening.act(Intent::keep_it);

    EXPECT_FALSE(evening.model.losing);
    EXPECT_TRUE(evening.kinds_unsaved().empty() || evening.kinds_unsaved().back() != "tablet_lost");
}

TEST_F(OtherTabletsOnTheBoard, AVolunteerIsRefused) {
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_page, "sync");
    evening.act(Intent::ask_lost, tablet(1).text());

    evening.act_and_save(Intent::lost_yes);

    EXPECT_FALSE(evening.state.is_lost(tablet(1)));
    EXPECT_EQ(evening.notice(), "refusal.not_permitted");
}

TEST_F(OtherTabletsOnTheBoard, AClockThatIsWrongIsToldWhereTheTabletStandsAndBeforeDoors) {
    evening.happen(OtherTablets{
        .shares = true,
        .self = tablet(9),
        .tablets = {{.device = tablet(1), .name = "Gym", .in_touch = true, .clock_ahead_minutes = 7},
                    {.device = tablet(2), .name = "Hall", .in_touch = true, .clock_ahead_minutes = -1}}});
    evening.unlock(StaffRole::lead);
    const Look look{.model = evening.model,
                    .state = evening.state,
                    .words = words_of("en"),
                    .now = evening.now,
                    .wall = evening.known().context.now};

    const auto rows = tablet_rows(look);

    EXPECT_NE(rows.at(0).detail.find("7 minutes ahead"), std::string::npos) << rows.at(0).detail;
    EXPECT_EQ(rows.at(1).detail.find("clock"), std::string::npos) << rows.at(1).detail;
}

}  // namespace welcome::kiosk::screens::test
