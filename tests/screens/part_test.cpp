// Before they go in: pictures and calls to action; and what the lead sees of the press, of newcomers, of
// lots.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/screens/staff/firsts.h"
#include "kiosk/screens/staff/person_card.h"
#include "kiosk/screens/staff/raffle.h"
#include "kiosk/screens/staff/table.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

using event::GuestRole;
using event::StaffRole;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

void ask_to_take_part(Evening& evening) {
    auto opened = evening.state.event();
    opened.asks_photo = true;
    opened.calls = {{"help", {{"en", "I can help."}}}, {"bus", {{"en", "Tell me of the bus."}}}};
    evening.know(opened);
    evening.scan(evening.ticket_of(evening.ng));
    evening.act_and_save(Intent::confirm_people);
    evening.act(Intent::needs_ready);
}

Look look_at(const Evening& evening) {
    return {.model = evening.model,
            .state = evening.state,
            .words = words_of("en"),
            .now = evening.now,
            .wall = evening.known().context.now};
}

}  // namespace

TEST(BeforeTheyGoIn, NothingIsTickedAndNotNowWritesNothing) {
    Evening evening;
    ask_to_take_part(evening);
    ASSERT_NE(evening.on<TakePart>(), nullptr);
    EXPECT_FALSE(evening.on<TakePart>()->photo.has_value());
    EXPECT_THAT(evening.on<TakePart>()->calls, IsEmpty());

    evening.act(Intent::part_skipped);

    EXPECT_NE(evening.on<Done>(), nullptr);
    EXPECT_THAT(evening.unsaved, IsEmpty());
}

TEST(BeforeTheyGoIn, EachYesAndNoIsItsOwnFact) {
    Evening evening;
    ask_to_take_part(evening);
    evening.act(Intent::set_photo_wish, "no");
    evening.act(Intent::toggle_call, "bus");
    evening.act(Intent::part_ready);
    EXPECT_THAT(evening.kinds_unsaved(), ElementsAre("consent_given", "call_answered", "call_answered"));
    evening.saved();

    EXPECT_NE(evening.on<Done>(), nullptr);
    EXPECT_TRUE(evening.state.person(evening.ng)->part.calls.at("bus"));
    EXPECT_FALSE(evening.state.person(evening.ng)->part.calls.at("help"));
}

TEST(BeforeTheyGoIn, TheBadgeWaitsForTheAnswerAndComesToWhoWalksAway) {
    Evening evening;
    evening.with_printer();
    ask_to_take_part(evening);
    EXPECT_THAT(evening.labels("badge"), IsEmpty());
    evening.act(Intent::set_photo_wish, "yes");
    evening.act_and_save(Intent::part_ready);
    EXPECT_THAT(evening.labels("badge"), SizeIs(1));

    Evening hasty;
    hasty.with_printer();
    ask_to_take_part(hasty);
    hasty.act(Intent::start_over);
    hasty.saved();
    EXPECT_THAT(hasty.labels("badge"), SizeIs(1));
    hasty.act(Intent::start_over);
    hasty.saved();
    EXPECT_THAT(hasty.labels("badge"), SizeIs(1));

    Evening broken;
    broken.with_printer();
    ask_to_take_part(broken);
    broken.act(Intent::set_photo_wish, "yes");
    broken.act(Intent::part_ready);
    broken.not_saved();
    broken.saved();
    EXPECT_THAT(broken.labels("badge"), SizeIs(1));
}

TEST(BeforeTheyGoIn, AnEventWithoutQuestionsAsksNone) {
    Evening evening;
    evening.scan(evening.ticket_of(evening.ng));
    evening.act_and_save(Intent::confirm_people);

    evening.act(Intent::needs_ready);

    EXPECT_NE(evening.on<Done>(), nullptr);
}

TEST(ThePress, IsToldToTheLeadAloneAndOnlyOnce) {
    Evening evening;
    evening.know(event::PersonTagged{evening.ng, GuestRole::press, evening.staff.at(StaffRole::lead)});
    evening.know(event::CheckedIn{evening.ng});
    evening.unlock(StaffRole::volunteer);
    EXPECT_THAT(table_view(look_at(evening), evening.index).noted, IsEmpty());
    evening.act(Intent::lock);
    evening.unlock(StaffRole::lead);
    ASSERT_THAT(table_view(look_at(evening), evening.index).noted, SizeIs(1));

    evening.act_and_save(Intent::greet, evening.ng.text());

    EXPECT_THAT(table_view(look_at(evening), evening.index).noted, IsEmpty());
}

TEST(ThePress, IsSaidWhenSomebodyIsAddedAndTheCardTellsTheHelperTheRules) {
    Evening evening;
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_add);
    evening.act(Intent::edit_name, "Jo Park");
    evening.act(Intent::set_guest_role, {}, static_cast<int>(GuestRole::press));

    evening.act_and_save(Intent::add_ready);

    ASSERT_NE(evening.on<PersonCard>(), nullptr);
    EXPECT_NE(person_card_view(look_at(evening)).press_rules, "");
}

TEST(ThePress, HasTheRulesShownAsSoonAsTheTableLetsThemIn) {
    Evening evening;
    evening.know(event::PersonTagged{evening.ng, GuestRole::press, evening.staff.at(StaffRole::lead)});
    evening.unlock(StaffRole::volunteer);

    evening.act_and_save(Intent::check_in_person, evening.ng.text());

    ASSERT_NE(evening.on<PersonCard>(), nullptr);
    EXPECT_NE(person_card_view(look_at(evening)).press_rules, "");
    evening.act(Intent::open_table);
    evening.act_and_save(Intent::check_in_person, evening.rosa.text());
    EXPECT_NE(evening.on<Table>(), nullptr);
}

TEST(TheRoomsCount, GoesDownByOneTapWhenSomebodyLeavesAndUpAgain) {
    Evening evening;
    evening.act_and_save(Intent::just_come_in);
    evening.act(Intent::finish);
    evening.unlock(StaffRole::volunteer);
    ASSERT_EQ(table_view(look_at(evening), evening.index).in_room, 1);

    evening.act_and_save(Intent::someone_left, {}, 1);
    EXPECT_EQ(table_view(look_at(evening), evening.index).in_room, 0);
    EXPECT_EQ(evening.state.count().in_the_room(), 0);

    evening.act_and_save(Intent::someone_left, {}, -1);
    EXPECT_EQ(evening.state.count().in_the_room(), 1);
}

TEST(ThePress, IsMarkedByTheLeadOnTheCard) {
    Evening evening;
    evening.unlock(StaffRole::lead);
    evening.act(Intent::open_person, evening.ng.text());

    evening.act_and_save(Intent::set_guest_role, evening.ng.text(), static_cast<int>(GuestRole::press));

    EXPECT_EQ(evening.state.person(evening.ng)->part.role, GuestRole::press);
    EXPECT_NE(evening.on<PersonCard>(), nullptr);
}

TEST(WhoIsNew, StaysOnTheListUntilSomebodyGotBackToThem) {
    Evening evening;
    evening.know(event::CheckedIn{evening.rosa});
    evening.know(event::FirstTimeSaid{evening.rosa, true});
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_page, "firsts");
    ASSERT_THAT(firsts_view(look_at(evening)).rows, SizeIs(1));

    evening.act_and_save(Intent::follow_up, evening.rosa.text());

    EXPECT_TRUE(firsts_view(look_at(evening)).rows.front().is_done);
}

TEST(TheRaffle, SaysWhoWonAndForgetsTheWord) {
    Evening evening;
    evening.know(event::CheckedIn{evening.rosa});
    evening.unlock(StaffRole::lead);
    evening.act(Intent::open_page, "raffle");
    evening.act(Intent::draw_lot);
    EXPECT_EQ(evening.notice(), "refusal.word_missing");
    evening.act(Intent::edit_word, "apple");

    evening.act_and_save(Intent::draw_lot);

    EXPECT_EQ(evening.notice(), "raffle.winner");
    EXPECT_EQ(evening.model.notice->place, "Rosa G.");
    EXPECT_EQ(evening.on<Raffle>()->word, "");
    EXPECT_THAT(raffle_view(look_at(evening)).draws, SizeIs(1));
    EXPECT_FALSE(raffle_view(look_at(evening)).can_go);  // nobody is left
}

}  // namespace welcome::kiosk::screens::test
