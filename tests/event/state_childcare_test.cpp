// The fold of childcare, case by case.

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class FoldOfStays : public Desk {
  protected:
    FactId undoes(const FactId& fact) { return says(FactUndone{fact, "", {}}); }
};

}  // namespace

TEST_F(FoldOfStays, AStayGoesFromRequestToRoomToHome) {
    EventOpened event{};
    event.childcare_rooms = {{"Room 2", {AgeBand::under_2}, 4}, {"Room 4", {AgeBand::from_6_to_9}, 9}};
    says(event);
    const auto stay = id_of<StayId>(1);
    const auto staff = id_of<StaffId>(2);
    ChildcareRequested request{stay,  person_id(1), "Nuria", AgeBand::from_6_to_9, "", "", false,
                               false, "",           "K7MP"};
    const auto asked = says(request);
    EXPECT_EQ(state_.stay(stay)->room, "Room 4");
    EXPECT_EQ(state_.stay(stay)->state, StayState::requested);

    const auto dropped = says(ChildDroppedOff{stay, "Gym", staff});
    EXPECT_EQ(state_.stay(stay)->room, "Gym");
    EXPECT_EQ(state_.count().children_dropped_off, 1);

    undoes(asked);  // Whatever happens to the request, a child in a room stays in sight.
    ASSERT_NE(state_.stay(stay), nullptr);

    says(ChildPickedUp{stay, staff, ""});
    EXPECT_EQ(state_.count().children_picked_up, 1);
    EXPECT_EQ(state_.stay(stay), nullptr);
    undoes(dropped);
    EXPECT_EQ(state_.count().children_dropped_off, 0);
}

TEST_F(FoldOfStays, StaysAreFoundByTheWholeCodeOnly) {
    says(ChildcareRequested{id_of<StayId>(1), person_id(1), "A", AgeBand::under_2, "", "", false, false, "",
                            "K7MP"});
    const auto second = says(ChildcareRequested{id_of<StayId>(2), person_id(1), "B", AgeBand::under_2, "", "",
                                                false, false, "", "K7MP"});

    EXPECT_EQ(state_.stays_by_code("K7MP").size(), 2U);
    EXPECT_TRUE(state_.stays_by_code("K7M").empty());
    EXPECT_TRUE(state_.stays_by_code("").empty());
    EXPECT_EQ(state_.stays_by_code("k7-mp ").size(), 2U);

    undoes(second);
    EXPECT_EQ(state_.stays_by_code("K7MP").size(), 1U);
}

TEST_F(FoldOfStays, AnUndoneRequestsCodeIsStillKnown) {
    undoes(says(ChildcareRequested{id_of<StayId>(1), person_id(1), "A", AgeBand::under_2, "", "", false,
                                   false, "", "K7MP"}));

    EXPECT_TRUE(state_.stays_by_code("K7MP").empty());
    EXPECT_TRUE(state_.is_code_known("K7MP"));
    EXPECT_FALSE(state_.is_code_known("K7MC"));
}

// Which of two facts under one id stands is a matter of their digests, so some of eight take the request's
// place.
TEST(FoldOfTwoFactsUnderOneId, ARequestThatGaveWayIsGoneThoughTheChildIsInARoom) {
    Tablet tablet(1);
    const auto stay = id_of<StayId>(1);
    const auto request = tablet.says(
        ChildcareRequested{stay, person_id(1), "Nuria", AgeBand::under_2, "", "", false, false, "", "K7MP"},
        1);
    const auto dropped = tablet.says(ChildDroppedOff{stay, "Gym", id_of<StaffId>(2)}, 2);
    int gone = 0;
    for (int number = 0; number < 8; ++number) {
        auto other = request;
        other.kind = "tomorrows_kind";
        other.body = "{\"number\":" + std::to_string(number) + "}";

        const auto state = fold({dropped, request, other});

        EXPECT_EQ(state, fold({other, dropped, request}));
        EXPECT_EQ(state, fold({request, other, dropped}));
        gone += state.stay(stay)->request.first_name.empty() ? 1 : 0;
    }
    EXPECT_GT(gone, 0);
}

}  // namespace welcome::kiosk::event::test
