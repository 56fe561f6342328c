// The room board: the head count against the limit, how people arrived, what they asked for, how the tablets
// are.

#include "kiosk/screens/staff/rooms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

using event::StaffRole;
using ::testing::SizeIs;

RoomsView view_of(const Evening& evening) {
    return rooms_view({.model = evening.model,
                       .state = evening.state,
                       .words = words_of("en"),
                       .now = evening.now,
                       .wall = evening.known().context.now});
}

void open(Evening& evening, StaffRole role) {
    evening.unlock(role);
    evening.act(Intent::open_rooms);
}

std::string number_of(const RoomsView& view, const std::string& id) {
    for (const auto& count : view.counts) {
        if (count.id == id) return count.number;
    }
    return "none";
}

}  // namespace

TEST(TheRoomBoard, TellsGrownUpsFromChildrenAndAmberFromRed) {
    Evening evening;  // the hall allows 20
    evening.know(event::CheckedIn{evening.rosa, event::CheckInMethod::staff, {}, 1, 3});
    evening.know(event::CheckedIn{evening.ana, event::CheckInMethod::staff, {}, 0, 0});
    open(evening, StaffRole::volunteer);
    EXPECT_EQ(number_of(view_of(evening), "rooms.all"), "6");
    EXPECT_EQ(number_of(view_of(evening), "rooms.adults"), "2");
    EXPECT_EQ(number_of(view_of(evening), "rooms.minors"), "4");
    EXPECT_EQ(view_of(evening).advice, "");

    evening.know(event::CameIn{12});  // 18 of 20: 90 %
    EXPECT_EQ(view_of(evening).kind, ui::Notice::warning);
    evening.know(event::CameIn{2});
    EXPECT_EQ(view_of(evening).kind, ui::Notice::error);
}

TEST(TheRoomBoard, TakesItsLimitFromTheLeadAlone) {
    Evening evening;
    open(evening, StaffRole::volunteer);
    EXPECT_EQ(view_of(evening).set_limit, "");
    evening.act(Intent::lock);

    open(evening, StaffRole::lead);
    evening.act(Intent::ask_limit);
    EXPECT_EQ(view_of(evening).limit_typed, "20");
    evening.act(Intent::edit_limit, "many");
    evening.act(Intent::limit_ready);
    EXPECT_EQ(evening.notice(), "refusal.limit_unreadable");
    evening.act(Intent::edit_limit, "150");
    evening.act_and_save(Intent::limit_ready);

    EXPECT_EQ(evening.state.event().room_limit, 150);
    EXPECT_FALSE(view_of(evening).asks_limit);
}

TEST(TheRoomBoard, ShowsHowPeopleArrivedAndSaysItInASentence) {
    Evening evening;
    open(evening, StaffRole::volunteer);
    evening.know(event::CheckedIn{evening.rosa, event::CheckInMethod::staff, {}, 1, 0});

    const auto view = view_of(evening);

    ASSERT_THAT(view.by_minute, SizeIs(30));
    EXPECT_EQ(view.by_minute.back(), 2);
    EXPECT_EQ(std::accumulate(view.by_minute.begin(), view.by_minute.end(), 0), 2);
    EXPECT_EQ(view.arrivals, "2 in the last 30 minutes. At most 2 in one minute.");
}

TEST(TheRoomBoard, TellsWhatIsAskedForAndWhoStillWaits) {
    Evening evening;
    open(evening, StaffRole::volunteer);
    evening.know(event::CheckedIn{evening.rosa});
    evening.know(event::NeedRaised{evening.rosa, {event::Need::ride, event::Need::food}});
    ASSERT_THAT(view_of(evening).needs, SizeIs(2));
    EXPECT_EQ(view_of(evening).needs.back().waits, "1 waits");

    evening.know(event::NeedMet{evening.rosa, event::Need::ride, evening.staff.at(StaffRole::volunteer)});

    EXPECT_EQ(view_of(evening).needs.back().number, "1");
    EXPECT_EQ(view_of(evening).needs.back().waits, "");
}

TEST(TheRoomBoard, TellsHowEveryTabletIsThisOneFirst) {
    Evening evening;
    open(evening, StaffRole::lead);
    evening.happen(MachineNow{.battery_percent = 15});
    evening.happen(OtherTablets{
        .shares = true,
        .tablets = {{.name = "Gym", .in_touch = true, .battery_percent = 80, .uploads_waiting = 4}}});

    const auto tablets = view_of(evening).tablets;

    ASSERT_THAT(tablets, SizeIs(2));
    EXPECT_EQ(tablets[0].name, "This tablet");
    EXPECT_EQ(tablets[0].battery, "Battery 15 %");
    EXPECT_EQ(tablets[0].battery_tone, ui::Tone::danger);
    EXPECT_EQ(tablets[1].name, "Gym");
    EXPECT_NE(tablets[1].detail.find("4 not sent yet"), std::string::npos);
}

}  // namespace welcome::kiosk::screens::test
