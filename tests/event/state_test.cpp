// The fold, case by case.

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class Fold : public Desk {
  protected:
    FactId undoes(const FactId& fact) { return says(FactUndone{fact, "", {}}); }
};

}  // namespace

TEST_F(Fold, StartsEmpty) {
    EXPECT_EQ(state_.fact_count(), 0U);
    EXPECT_EQ(state_.count(), HeadCount{});
    EXPECT_EQ(state_.event(), EventOpened{});
    EXPECT_FALSE(state_.is_closed());
    EXPECT_EQ(state_.person(person_id(1)), nullptr);
    EXPECT_EQ(state_.by_ticket("x"), nullptr);
}

TEST_F(Fold, AFactTwiceIsOneFact) {
    const auto fact = tablet_.says(CameIn{3}, 1);

    state_.apply(fact);
    state_.apply(fact);

    EXPECT_EQ(state_.fact_count(), 1U);
    EXPECT_EQ(state_.count().anonymous, 3);
}

TEST_F(Fold, EveryAnonymousPersonCounts) {
    for (int i = 0; i < 4; ++i) says(CameIn{1});

    EXPECT_EQ(state_.count().anonymous, 4);
}

TEST_F(Fold, AnUndoTakesBackAndAnUndoOfItBringsBack) {
    knows(1, "Rosa García");
    const auto check_in = says(CheckedIn{person_id(1), CheckInMethod::ticket, {}, 2, 0});

    const auto undo = undoes(check_in);
    EXPECT_FALSE(state_.is_effective(check_in));
    EXPECT_FALSE(state_.person(person_id(1))->attendance);
    EXPECT_EQ(state_.count(), HeadCount{});

    const auto again = undoes(undo);
    EXPECT_TRUE(state_.is_effective(check_in));
    EXPECT_FALSE(state_.is_effective(undo));
    EXPECT_EQ(state_.count().in_the_room(), 3);

    undoes(again);
    EXPECT_FALSE(state_.is_effective(check_in));
}

TEST_F(Fold, AnUndoThatComesBeforeWhatItNamesWaitsForIt) {
    const auto came = tablet_.says(CameIn{2}, 1);
    const auto undo = tablet_.says(FactUndone{came.id, "", {}}, 2);

    state_.apply(undo);
    state_.apply(came);

    EXPECT_EQ(state_.count().anonymous, 0);
}

TEST_F(Fold, AnUndoEarlierThanWhatItNamesSaysNothing) {
    const auto undo = tablet_.says(FactUndone{id_of<FactId>(1'000'002), "", {}}, 1);
    const auto came = tablet_.says(CameIn{2}, 2);
    ASSERT_EQ(came.id, id_of<FactId>(1'000'002));

    state_.apply(undo);
    state_.apply(came);

    EXPECT_EQ(state_.count().anonymous, 2);
}

TEST_F(Fold, ARelayedFactCountsOnceWhicheverWayItCame) {
    Tablet other(2);
    const auto inner = other.says(CameIn{2}, 1);
    const auto relayed = tablet_.says(FactRelayed{inner}, 5);

    state_.apply(relayed);
    EXPECT_EQ(state_.count().anonymous, 2);
    EXPECT_TRUE(state_.has(inner.id));

    state_.apply(inner);
    EXPECT_EQ(state_.count().anonymous, 2);
    EXPECT_EQ(state_.fact_count(), 2U);
}

TEST_F(Fold, ACopyThatTheServiceHasCutDownGivesWayToTheWhole) {
    Tablet other(2);
    auto whole = other.says(ChildcareRequested{id_of<StayId>(1), person_id(1), "A", AgeBand::under_2, "nuts",
                                               "", false, false, "", "K7MP"},
                            1);
    auto cut = whole;
    cut.body = "{}";
    const auto relayed = tablet_.says(FactRelayed{cut}, 5);

    state_.apply(relayed);
    EXPECT_EQ(state_.unreadable_count(), 1U);
    EXPECT_TRUE(state_.stays().empty());

    state_.apply(whole);
    EXPECT_EQ(state_.unreadable_count(), 0U);
    ASSERT_NE(state_.stay(id_of<StayId>(1)), nullptr);
    EXPECT_TRUE(state_ == fold({whole, relayed}));
}

TEST_F(Fold, ARelayedFactOfAnotherEventIsNotTakenIn) {
    auto inner = Tablet(2).says(CameIn{2}, 1);
    inner.event = id_of<sync::EventId>(66);

    state_.apply(tablet_.says(FactRelayed{inner}, 5));

    EXPECT_EQ(state_.count().anonymous, 0);
    EXPECT_EQ(state_.unreadable_count(), 1U);
}

TEST_F(Fold, TomorrowsKindsAreCountedAndDisturbNothing) {
    knows(1, "Rosa García");
    const auto before = state_.count();

    state_.apply(tablet_.fact({id_of<FactId>(1), "robot_greeted", R"({"person":"x"})"}, 5));

    EXPECT_TRUE(state_.has(id_of<FactId>(1)));
    EXPECT_TRUE(state_.is_effective(id_of<FactId>(1)));
    EXPECT_FALSE(state_.kind_of_fact(id_of<FactId>(1)));
    EXPECT_EQ(state_.unreadable_count(), 1U);
    EXPECT_EQ(state_.fact_count(), 2U);
    EXPECT_EQ(state_.count(), before);

    minute_ = 6;
    undoes(id_of<FactId>(1));
    EXPECT_FALSE(state_.is_effective(id_of<FactId>(1)));
}

TEST_F(Fold, DeedsComeNewestLastWithWhatWouldBringThemBack) {
    knows(1, "Rosa García");
    const auto first = says(CheckedIn{person_id(1), CheckInMethod::ticket, {}, 0, 0});
    const auto second = says(CameIn{1});
    says(LabelPrinted{"badge", "x", "printed"});
    const auto undo = undoes(second);

    const auto deeds = state_.last_deeds(5);

    ASSERT_EQ(deeds.size(), 2U);
    EXPECT_EQ(deeds[0].fact, first);
    EXPECT_EQ(deeds[0].person, person_id(1));
    EXPECT_EQ(deeds[0].kind, "checked_in");
    EXPECT_EQ(deeds[1].fact, second);
    EXPECT_TRUE(deeds[1].undone);
    EXPECT_EQ(deeds[1].undone_by, undo);
    EXPECT_EQ(state_.last_deeds(1).front().fact, second);
}

TEST_F(Fold, FixLaterHasTheLastAnswerOfEachFact) {
    says(UploadAnswered{id_of<FactId>(1), "rejected", "unreadable"});
    says(UploadAnswered{id_of<FactId>(2), "needs_review", "possible-duplicate"});
    says(UploadAnswered{id_of<FactId>(1), "accepted", ""});

    const auto waiting = state_.fix_later();

    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].fact, id_of<FactId>(2));
}

TEST_F(Fold, LabelsStaffAndClosing) {
    says(LabelPrinted{"badge", "x", "doubtful"});
    const auto staff = unlocks(StaffRole::childcare);
    const auto closing = says(EventClosed{});

    EXPECT_EQ(state_.labels(), (std::vector<LabelRecord>{{"badge", "x", "doubtful", at_minute(4)}}));
    EXPECT_EQ(state_.staff(staff)->role, StaffRole::childcare);
    EXPECT_EQ(state_.all_staff().size(), 1U);
    EXPECT_TRUE(state_.is_closed());

    undoes(closing);
    EXPECT_FALSE(state_.is_closed());
}

TEST_F(Fold, DamagedNumbersNeitherEmptyNorBurstTheHall) {
    for (int i = 0; i < 3; ++i) says(CameIn{2147483647});
    says(CameIn{-2147483648});
    says(CheckedIn{person_id(1), CheckInMethod::found, {}, 2147483647, -5});

    EXPECT_EQ(state_.count().anonymous, 30'000);
    EXPECT_EQ(state_.count().company, 1'000);
}

TEST_F(Fold, ACopyOfAStateLivesOnItsOwn) {
    says(CameIn{1});
    const State copy = state_;

    says(CameIn{1});

    EXPECT_EQ(copy.count().anonymous, 1);
    EXPECT_EQ(state_.count().anonymous, 2);
    EXPECT_FALSE(copy == state_);
}

}  // namespace welcome::kiosk::event::test
