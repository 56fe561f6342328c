// The volunteers' table: quick add, the family, one person twice, cards bound by a scan, taking back all
// night.

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/screens/staff/deeds.h"
#include "tests/screens/samples.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

using event::StaffRole;
using ::testing::ElementsAre;
using ::testing::SizeIs;

class TheStaffTable : public ::testing::Test {
  protected:
    TheStaffTable() { evening.unlock(StaffRole::volunteer); }
    void open(const PersonId& person) { evening.act(Intent::open_person, person.text()); }

    Evening evening;
};

TEST_F(TheStaffTable, WhatWasTypedToFindSomebodyIsNotTypedAgainToAddThem) {
    evening.act(Intent::edit_query, "Nadia Petrova");

    evening.act(Intent::open_add);

    ASSERT_NE(evening.on<AddPerson>(), nullptr);
    EXPECT_EQ(evening.on<AddPerson>()->name, "Nadia Petrova");
}

TEST_F(TheStaffTable, ANumberThatWasTypedIsThePhone) {
    evening.act(Intent::edit_query, "202-555-0111");

    evening.act(Intent::open_add);

    EXPECT_EQ(evening.on<AddPerson>()->phone, "202-555-0111");
    EXPECT_EQ(evening.on<AddPerson>()->name, "");
}

// Two taps beside the letters of the name: within ten seconds at one key in half a second.
TEST_F(TheStaffTable, QuickAddIsTheNameAndTwoTaps) {
    int taps = 0;
    const auto tap = [&](Intent intent) {
        evening.act(intent);
        ++taps;
    };
    evening.act(Intent::edit_query, "Ana Li");
    tap(Intent::open_add);
    tap(Intent::add_ready);
    evening.saved();

    EXPECT_EQ(taps, 2);
    ASSERT_NE(evening.on<PersonCard>(), nullptr);
    EXPECT_EQ(evening.state.person(evening.on<PersonCard>()->person)->full_name, "Ana Li");
    EXPECT_EQ(evening.state.count().people_checked_in, 1);
    EXPECT_LE(static_cast<double>(std::string("Ana Li").size() + static_cast<std::size_t>(taps)) * 0.5, 10.0);
}

TEST_F(TheStaffTable, SomebodyKnownJoinsAFamily) {
    open(evening.rosa);
    evening.act(Intent::open_family);

    evening.act_and_save(Intent::pick_person, evening.ng.text());

    EXPECT_EQ(evening.on<PersonCard>()->person, evening.rosa);
    EXPECT_EQ(evening.notice(), "pick.joined");
    EXPECT_THAT(evening.state.household_of(evening.rosa), SizeIs(4));
}

TEST_F(TheStaffTable, SomebodyNewJoinsAFamilyAndComesIn) {
    open(evening.ng);
    evening.act(Intent::open_family);
    evening.act(Intent::edit_query, "Mei Ng");
    evening.act(Intent::open_add);
    EXPECT_EQ(evening.on<AddPerson>()->name, "Mei Ng");

    evening.act_and_save(Intent::add_ready);

    EXPECT_EQ(evening.on<PersonCard>()->person, evening.ng);
    const auto family = evening.state.household_of(evening.ng);
    ASSERT_THAT(family, SizeIs(2));
    EXPECT_EQ(evening.state.count().people_checked_in, 1);
}

TEST_F(TheStaffTable, BackFromThereIsThePersonsCard) {
    open(evening.ng);
    for (const auto intent : {Intent::open_family, Intent::open_same}) {
        evening.act(intent);
        ASSERT_NE(evening.on<Pick>(), nullptr);
        evening.act(Intent::go_back);
        ASSERT_NE(evening.on<PersonCard>(), nullptr);
        EXPECT_EQ(evening.on<PersonCard>()->person, evening.ng);
    }
}

TEST_F(TheStaffTable, TwoEntriesBecomeOnePersonAndTwoAgain) {
    evening.know_twice();
    open(evening.rosa);
    evening.act(Intent::open_same);
    EXPECT_EQ(evening.on<Pick>()->query, "Rosa García");
    evening.act(Intent::pick_person, evening.twice.text());
    ASSERT_NE(evening.on<Merge>(), nullptr);
    EXPECT_TRUE(evening.unsaved.empty());

    evening.act_and_save(Intent::merge_ready);

    EXPECT_EQ(evening.on<PersonCard>()->person, evening.rosa);
    EXPECT_EQ(evening.state.person(evening.twice)->id, evening.rosa);
    EXPECT_TRUE(evening.state.person(evening.rosa)->attendance.has_value());

    evening.act(Intent::ask_undo, evening.state.last_merge_of(evening.rosa)->text());
    evening.act_and_save(Intent::undo_because, {}, 2);

    EXPECT_EQ(evening.state.person(evening.twice)->id, evening.twice);
    EXPECT_FALSE(evening.state.person(evening.rosa)->attendance.has_value());
}

TEST_F(TheStaffTable, TheOtherNameMayStay) {
    evening.know_twice();
    open(evening.twice);
    evening.act(Intent::open_same);
    evening.act(Intent::pick_person, evening.rosa.text());
    EXPECT_EQ(evening.on<Merge>()->kept, evening.twice);

    evening.act(Intent::swap_kept);
    evening.act_and_save(Intent::merge_ready);

    EXPECT_EQ(evening.state.person(evening.twice)->full_name, "Rosa García");
}

TEST_F(TheStaffTable, TwoPeopleStayTwo) {
    evening.know_twice();
    open(evening.rosa);
    evening.act(Intent::open_same);
    evening.act(Intent::pick_person, evening.twice.text());

    evening.act(Intent::keep_both);

    EXPECT_TRUE(evening.unsaved.empty());
    EXPECT_EQ(evening.on<PersonCard>()->person, evening.rosa);
}

TEST_F(TheStaffTable, ACardThatIsNobodysIsBoundToWhoseCardIsOpen) {
    open(evening.ng);

    evening.scan("WTN:42:0123456789ABCDEF0123456789ABCDEF");
    evening.saved();

    EXPECT_EQ(evening.notice(), "card.bound");
    evening.act(Intent::open_table);
    evening.scan("WTN:42:0123456789ABCDEF0123456789ABCDEF");
    ASSERT_NE(evening.on<PersonCard>(), nullptr);
    EXPECT_EQ(evening.on<PersonCard>()->person, evening.ng);
}

TEST_F(TheStaffTable, ACardOfSomebodyElseOpensThatPerson) {
    open(evening.ng);
    evening.scan("CARD-1");
    evening.saved();
    open(evening.rosa);

    evening.scan("CARD-1");

    EXPECT_EQ(evening.on<PersonCard>()->person, evening.ng);
    EXPECT_TRUE(evening.unsaved.empty());
}

TEST_F(TheStaffTable, AFreeCardSaysWhatToDo) {
    evening.scan("CARD-1");

    EXPECT_EQ(evening.notice(), "card.free");
    EXPECT_NE(evening.on<Table>(), nullptr);
}

TEST_F(TheStaffTable, ADamagedInvitationIsNoCard) {
    open(evening.ng);
    auto ticket = evening.ticket_of(evening.rosa);
    ticket.back() = ticket.back() == 'A' ? 'B' : 'A';

    evening.scan(ticket);

    EXPECT_TRUE(evening.unsaved.empty());
    EXPECT_EQ(evening.notice(), "ticket.unknown");
}

TEST_F(TheStaffTable, TheOldestDeedOfALongNightIsTakenBack) {
    evening.know(event::CheckedIn{evening.ng, event::CheckInMethod::staff});
    const auto old = evening.state.last_deeds(1).front().fact;
    for (int i = 0; i < 90; ++i) {
        evening.pass(Steady(1000));
        evening.know(event::CameIn{1});
    }
    const auto shows_it = [&] {
        const auto view = deeds_view(
            {.model = evening.model, .state = evening.state, .words = words_of("en"), .now = evening.now});
        return std::any_of(view.rows.begin(), view.rows.end(),
                           [&](const auto& row) { return row.fact == old.text() && row.can_undo; });
    };
    evening.act(Intent::open_deeds);
    EXPECT_FALSE(shows_it());
    evening.act(Intent::turn_page, {}, 1);
    evening.act(Intent::turn_page, {}, 2);
    EXPECT_TRUE(shows_it());

    evening.act(Intent::ask_undo, old.text());
    evening.act_and_save(Intent::undo_because, {}, 0);

    EXPECT_FALSE(evening.state.person(evening.ng)->attendance.has_value());
    EXPECT_EQ(evening.on<Deeds>()->page, 2);
}

TEST(AGuest, OpensNoneOfTheTablesDoors) {
    Evening evening;
    for (const auto intent :
         {Intent::open_family, Intent::open_same, Intent::pick_person, Intent::merge_ready, Intent::open_page,
          Intent::open_sheet, Intent::row_new, Intent::turn_page}) {
        evening.act(intent, evening.rosa.text(), 1);
        EXPECT_NE(evening.on<Welcome>(), nullptr);
        EXPECT_TRUE(evening.unsaved.empty());
    }
    EXPECT_FALSE(searches_people(evening.model));
}

}  // namespace
}  // namespace welcome::kiosk::screens::test
