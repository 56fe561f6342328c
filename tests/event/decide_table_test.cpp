// The volunteers' table: one person twice and the way back, families, numbered cards, paper sheets.

#include "kiosk/event/sheet.h"
#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class AtTable : public Desk {
  protected:
    AtTable() {
        unlocks(StaffRole::volunteer);
        rosa_ = knows(1, "Rosa García", "+14045550142");
        twice_ = knows(2, "Rosa Garcia");
        ben_ = knows(3, "Ben Ortiz");
    }
    PaperRow row(int number, const PersonId& person) {
        return {.sheet = 12, .row = number, .person = person};
    }
    PaperRow row(int number, const std::string& name) {
        return {.sheet = 12, .row = number, .person = {}, .full_name = name};
    }
    Decision enter(const PaperRow& row) { return decide_paper_row(state_, row, event_, context()); }

    sync::EventId event_ = id_of<sync::EventId>(77);
    PersonId rosa_, twice_, ben_;
};

using Merging = AtTable;
using Families = AtTable;
using Cards = AtTable;
using Paper = AtTable;

}  // namespace

TEST_F(Merging, TwoAreOneAndEverythingIsTogether) {
    says(CheckedIn{twice_, CheckInMethod::staff});
    const auto preview = state_.together(rosa_, twice_);

    carry_out(decide_merge(state_, rosa_, twice_, context()));

    ASSERT_NE(state_.person(twice_), nullptr);
    EXPECT_EQ(state_.person(twice_)->id, rosa_);
    EXPECT_TRUE(state_.person(rosa_)->attendance.has_value());
    EXPECT_EQ(state_.people().size(), 2U);
    ASSERT_TRUE(preview.has_value());
    EXPECT_EQ(*preview, *state_.person(rosa_));
}

TEST_F(Merging, IsTakenBackAndBothAreAsBefore) {
    says(CheckedIn{twice_, CheckInMethod::staff});
    const Person rosa = *state_.person(rosa_), twice = *state_.person(twice_);
    carry_out(decide_merge(state_, rosa_, twice_, context()));

    carry_out(decide_unmerge(state_, twice_, "mistake", context()));

    EXPECT_EQ(*state_.person(rosa_), rosa);
    EXPECT_EQ(*state_.person(twice_), twice);
    EXPECT_EQ(refusal_of(decide_unmerge(state_, rosa_, "", context())), Refusal::cannot_be_undone);
}

TEST_F(Merging, OfThreeTheLastComesOffFirst) {
    carry_out(decide_merge(state_, rosa_, twice_, context()));
    ++minute_;
    carry_out(decide_merge(state_, rosa_, ben_, context()));

    carry_out(decide_unmerge(state_, rosa_, "", context()));

    EXPECT_EQ(state_.person(ben_)->id, ben_);
    EXPECT_EQ(state_.person(twice_)->id, rosa_);
}

TEST_F(Merging, NeedsTwoPeopleAndAHelper) {
    EXPECT_EQ(refusal_of(decide_merge(state_, rosa_, rosa_, context())), Refusal::same_person);
    EXPECT_EQ(refusal_of(decide_merge(state_, rosa_, person_id(99), context())), Refusal::unknown_person);
    carry_out(decide_merge(state_, rosa_, twice_, context()));
    EXPECT_EQ(refusal_of(decide_merge(state_, twice_, rosa_, context())), Refusal::same_person);
    EXPECT_FALSE(state_.together(rosa_, twice_).has_value());
    unlocked_.reset();
    EXPECT_EQ(refusal_of(decide_merge(state_, rosa_, ben_, context())), Refusal::not_permitted);
}

TEST_F(Merging, IsADeedThatTheTableShows) {
    carry_out(decide_merge(state_, rosa_, twice_, context()));

    const auto deeds = state_.last_deeds(1);

    ASSERT_EQ(deeds.size(), 1U);
    EXPECT_EQ(deeds[0].kind, "people_merged");
    EXPECT_EQ(deeds[0].person, rosa_);
    EXPECT_EQ(state_.last_merge_of(rosa_), deeds[0].fact);
}

TEST_F(Families, SomebodyJoinsAnother) {
    carry_out(decide_join_family(state_, ben_, rosa_, context()));

    EXPECT_EQ(state_.household_of(rosa_).size(), 2U);
    EXPECT_EQ(refusal_of(decide_join_family(state_, ben_, rosa_, context())), Refusal::nothing_new);
    EXPECT_EQ(refusal_of(decide_join_family(state_, ben_, ben_, context())), Refusal::same_person);
    EXPECT_EQ(state_.last_deeds(1)[0].kind, "person_corrected");
}

TEST_F(Families, ANewcomerComesWithSomebody) {
    const auto drafts = decide_sign_up(state_, {.full_name = "Lía García", .family_of = rosa_}, context());
    carry_out(drafts);
    const auto lia = body_of<PersonRegistered>(drafts->front()).person;

    EXPECT_EQ(state_.household_of(rosa_).size(), 2U);
    EXPECT_EQ(state_.person(lia)->household, state_.person(rosa_)->household);
    EXPECT_EQ(refusal_of(decide_sign_up(state_, {.full_name = "X", .family_of = person_id(99)}, context())),
              Refusal::unknown_person);
}

TEST_F(Cards, ACardThatIsNobodysBecomesSomebodys) {
    carry_out(decide_bind_card(state_, rosa_, "CARD-0042", context()));

    ASSERT_NE(state_.by_ticket("CARD-0042"), nullptr);
    EXPECT_EQ(state_.by_ticket("CARD-0042")->id, rosa_);
    EXPECT_EQ(refusal_of(decide_bind_card(state_, rosa_, "CARD-0042", context())), Refusal::nothing_new);
    EXPECT_EQ(refusal_of(decide_bind_card(state_, ben_, "CARD-0042", context())), Refusal::card_taken);
    EXPECT_EQ(refusal_of(decide_bind_card(state_, ben_, "", context())), Refusal::unknown_code);
    EXPECT_EQ(refusal_of(decide_bind_card(state_, ben_, std::string(513, 'x'), context())),
              Refusal::unknown_code);
}

TEST_F(Cards, ABindingIsTakenBack) {
    const auto facts = carry_out(decide_bind_card(state_, rosa_, "CARD-0042", context()));

    carry_out(decide_undo(state_, facts.back(), "wrong person", context()));

    EXPECT_EQ(state_.by_ticket("CARD-0042"), nullptr);
}

TEST_F(Paper, ARowIsACheckInOfItsNumber) {
    auto entered = row(3, rosa_);
    entered.more_children = 2;
    carry_out(enter(entered));

    const auto rows = state_.sheet(12);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].row, 3);
    EXPECT_EQ(rows[0].person, rosa_);
    EXPECT_EQ(rows[0].more_children, 2);
    EXPECT_EQ(state_.person(rosa_)->attendance->witnesses.front().method, CheckInMethod::paper);
    EXPECT_EQ(state_.sheets(), std::vector<int>{12});
    EXPECT_TRUE(state_.sheet(11).empty());
}

TEST_F(Paper, EnteredTwiceCountsOnce) {
    carry_out(enter(row(3, "Nadia Petrova")));
    EXPECT_EQ(refusal_of(enter(row(3, " Nadia Petrova "))), Refusal::nothing_new);
    // Another tablet that knew nothing of it.
    Tablet other(2);
    PersonRegistered again{person_on_row(event_, 12, 3), "door", "", {}};
    again.fields.full_name = "Nadia Petrova";
    state_.apply(other.says(again, 9));
    state_.apply(other.says(CheckedIn{again.person, CheckInMethod::paper, {}, 0, 0, 12, 3}, 9));

    EXPECT_EQ(state_.count().people_checked_in, 1);
    EXPECT_EQ(state_.sheet(12).size(), 1U);
}

TEST_F(Paper, TheLaterReadingOfARowCounts) {
    carry_out(enter(row(3, ben_)));
    ++minute_;
    carry_out(enter(row(3, rosa_)));

    EXPECT_FALSE(state_.person(ben_)->attendance.has_value());
    EXPECT_TRUE(state_.person(rosa_)->attendance.has_value());
    EXPECT_EQ(state_.count().people_checked_in, 1);

    carry_out(decide_undo(state_, state_.sheet(12)[0].fact, "mistake", context()));

    EXPECT_TRUE(state_.person(ben_)->attendance.has_value());
    EXPECT_FALSE(state_.person(rosa_)->attendance.has_value());
}

TEST_F(Paper, WhoCameByTheDoorToStaysInThoughTheRowGoesElsewhere) {
    says(CheckedIn{ben_, CheckInMethod::ticket});
    carry_out(enter(row(3, ben_)));
    ++minute_;
    carry_out(enter(row(3, rosa_)));

    EXPECT_EQ(state_.person(ben_)->attendance->witnesses.size(), 1U);
    EXPECT_EQ(state_.count().people_checked_in, 2);
}

TEST_F(Paper, ANameIsMendedWhereItWasMisread) {
    carry_out(enter(row(1, "Nadja Petrov")));
    ++minute_;
    carry_out(enter(row(1, "Nadia Petrova")));

    EXPECT_EQ(state_.person(person_on_row(event_, 12, 1))->full_name, "Nadia Petrova");
    EXPECT_EQ(state_.count().people_checked_in, 1);
}

TEST_F(Paper, RefusesWhatNoSheetHas) {
    EXPECT_EQ(refusal_of(enter(row(0, rosa_))), Refusal::nobody_chosen);
    EXPECT_EQ(refusal_of(enter(row(k_sheet_rows + 1, rosa_))), Refusal::nobody_chosen);
    EXPECT_EQ(refusal_of(enter(row(1, " "))), Refusal::name_missing);
    EXPECT_EQ(refusal_of(enter(row(1, person_id(99)))), Refusal::unknown_person);
    unlocked_.reset();
    EXPECT_EQ(refusal_of(enter(row(1, rosa_))), Refusal::not_permitted);
}

TEST(Sheet, ItsCodeNamesTheEventAndTheNumber) {
    const auto event = *sync::EventId::parse("0192f5c1-8000-7000-8000-00000000000a");
    const auto code = write_sheet_code(event, 12);

    EXPECT_EQ(code,
              "WTS:0192F5C18000700080000000000000"
              "0A:12");
    EXPECT_EQ(std::get<int>(read_sheet_code(code, event)), 12);
    EXPECT_EQ(std::get<int>(read_sheet_code("12", event)), 12);
    EXPECT_EQ(std::get<SheetFault>(read_sheet_code(code, id_of<sync::EventId>(1))), SheetFault::other_event);
    for (const auto* wrong : {"", "0", "x", "12 ", "-1", "10000", "WTS:", "WTS:12", "99999999999999999999"})
        EXPECT_EQ(std::get<SheetFault>(read_sheet_code(wrong, event)), SheetFault::no_sheet) << wrong;
    EXPECT_NE(person_on_row(event, 1, 2), person_on_row(event, 2, 1));
    EXPECT_NE(person_on_row(event, 1, 12), person_on_row(event, 11, 2));
}

TEST_F(AtTable, TheRoomsLimitIsTheLeadsToSayAndANumberThatAHallCanHave) {
    says(EventOpened{});
    unlocks(StaffRole::volunteer);
    EXPECT_EQ(refusal_of(decide_room_limit(state_, 120, context())), Refusal::not_permitted);
    unlocks(StaffRole::lead);
    for (const int wrong : {0, -5, 50'001})
        EXPECT_EQ(refusal_of(decide_room_limit(state_, wrong, context())), Refusal::limit_unreadable);
    carry_out(decide_room_limit(state_, 120, context()));
    EXPECT_EQ(state_.event().room_limit, 120);
    EXPECT_EQ(refusal_of(decide_room_limit(state_, 120, context())), Refusal::nothing_new);
}

}  // namespace welcome::kiosk::event::test
