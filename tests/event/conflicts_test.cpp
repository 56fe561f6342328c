// What was written down twice, told afterwards.

#include "kiosk/event/conflicts.h"

#include "kiosk/event/apart.h"
#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class Apart : public ::testing::Test {
  protected:
    void known(std::uint64_t number) {
        state_.apply(
            door_.says(PersonRegistered{person_id(number), "roster", std::to_string(number), {}}, 0));
    }
    void in(Tablet& tablet, std::uint64_t number, int minute) {
        state_.apply(tablet.says(CheckedIn{person_id(number), CheckInMethod::ticket, {}, 0, 0}, minute));
    }
    Tablet door_{1}, gym_{2};
    State state_;
};

}  // namespace

// By what arrived late, in the order of this tablet's own journal.
TEST_F(Apart, TheLongestTimeThatTabletsWereApartIsTold) {
    Tablet stage{3};
    const auto fact = [](Tablet& tablet, int minute) {
        return tablet.says(CheckedIn{person_id(1), CheckInMethod::ticket, {}, 0, 0}, minute);
    };
    const auto early = fact(gym_, 5), late = fact(gym_, 31), last = fact(gym_, 60), never = fact(stage, 2);
    ApartWatch watch(device_id(1));
    watch.take(never);  // All that was there before this tablet came is no time apart.
    watch.take(fact(door_, 10));
    watch.take(early);
    watch.take(fact(door_, 48));
    watch.take(late);
    watch.take(fact(door_, 60));
    watch.take(last);

    const auto told = watch.told();

    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].device, device_id(2));
    EXPECT_EQ(told[0].longest, std::chrono::minutes(17));
    EXPECT_EQ(told[0].until, at_minute(48));
}

TEST_F(Apart, WhoWasCheckedInAtTwoTabletsIsTold) {
    for (const std::uint64_t number : {1U, 2U, 3U}) known(number);
    in(door_, 1, 5);
    in(door_, 2, 6);
    in(gym_, 2, 4);
    in(gym_, 3, 3);
    in(door_, 3, 9);

    const auto told = conflicts_of(state_).recorded_twice;

    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0]->id, person_id(3));
    EXPECT_EQ(told[1]->id, person_id(2));
    EXPECT_EQ(told[1]->attendance->at, at_minute(4));
    EXPECT_EQ(state_.count().people_checked_in, 3);
}

TEST_F(Apart, AChildWithTwoPlacesAndARoomThatIsOverAreTold) {
    EventOpened event{};
    event.childcare_rooms = {{"Room 4", {AgeBand::from_4_to_5}, 1}};
    state_.apply(door_.says(event, 0));
    for (const std::uint64_t number : {1U, 2U}) {
        ChildcareRequested asked;
        asked.stay = id_of<StayId>(number);
        asked.adult = person_id(1);
        asked.code = "CCCC";
        state_.apply(door_.says(asked, 1));
        state_.apply(door_.says(ChildAccepted{asked.stay, "Room 4", {}}, 2));
    }
    state_.apply(gym_.says(ChildAccepted{id_of<StayId>(1), "Room 4", {}}, 3));

    const auto told = conflicts_of(state_);

    ASSERT_EQ(told.placed_twice.size(), 1U);
    EXPECT_EQ(told.placed_twice[0]->id, id_of<StayId>(1));
    ASSERT_EQ(told.over.size(), 1U);
    EXPECT_EQ(told.over[0].room.name, "Room 4");
}

TEST_F(Apart, AnEveningWithoutThemTellsNothing) {
    known(1);
    in(door_, 1, 5);
    const auto told = conflicts_of(state_);
    EXPECT_TRUE(told.recorded_twice.empty() && told.placed_twice.empty() && told.over.empty());
}

}  // namespace welcome::kiosk::event::test
