// Volunteers: the PIN, the table, taking back.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/screens/staff/more.h"
#include "kiosk/screens/staff/more_pages.h"
#include "kiosk/screens/staff/table.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

using namespace std::chrono_literals;
using event::StaffRole;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

void try_pin(Evening& evening, std::optional<event::StaffId> who) {
    evening.act(Intent::edit_pin, "123123");
    evening.act(Intent::pin_ready);
    if (!evening.asked<CheckPin>().empty()) evening.happen(PinChecked{who});
}

TEST(ThePin, IsCheckedElsewhereAndForgottenHere) {
    Evening evening;
    evening.act(Intent::staff_door);
    evening.act(Intent::edit_pin, "482915");

    evening.act(Intent::pin_ready);

    ASSERT_THAT(evening.asked<CheckPin>(), SizeIs(1));
    EXPECT_EQ(evening.asked<CheckPin>().front().pin, "482915");
    EXPECT_EQ(evening.on<Pin>()->digits, "");
}

TEST(ThePin, LeadsEachRoleToItsOwnWork) {
    Evening door;
    door.unlock(StaffRole::volunteer);
    EXPECT_NE(door.on<Table>(), nullptr);

    Evening children;
    children.unlock(StaffRole::childcare);
    EXPECT_NE(children.on<Desk>(), nullptr);
    EXPECT_EQ(children.model.staff->role, StaffRole::childcare);
}

TEST(ThePin, WritesDownWhoUnlocked) {
    Evening evening;
    evening.act(Intent::staff_door);
    evening.act(Intent::edit_pin, "482915");
    evening.act(Intent::pin_ready);

    evening.happen(PinChecked{evening.staff.at(StaffRole::lead)});

    EXPECT_THAT(evening.kinds_unsaved(), ElementsAre("staff_unlocked"));
}

TEST(ThePin, MakesOneWaitFromTheFifthWrongTryAndTakesNoTenth) {
    Evening evening;
    evening.act(Intent::staff_door);
    for (int wrong = 0; wrong < 4; ++wrong) try_pin(evening, std::nullopt);
    EXPECT_EQ(evening.notice(), "pin.wrong");
    try_pin(evening, std::nullopt);
    EXPECT_EQ(evening.notice(), "pin.pause");

    try_pin(evening, evening.staff.at(StaffRole::lead));
    EXPECT_EQ(evening.on<Table>(), nullptr);  // Right, but too early: it is not even checked.

    for (int wrong = 5; wrong < 10; ++wrong) {
        evening.now += 20min;
        try_pin(evening, std::nullopt);
    }
    EXPECT_EQ(evening.notice(), "pin.disabled");
    evening.now += 1h;
    try_pin(evening, evening.staff.at(StaffRole::lead));
    EXPECT_EQ(evening.on<Table>(), nullptr);
}

TEST(ThePin, DropsAnAnswerThatNobodyWaitsFor) {
    Evening evening;
    evening.act(Intent::staff_door);
    evening.act(Intent::edit_pin, "482915");
    evening.act(Intent::pin_ready);
    evening.act(Intent::go_back);

    evening.happen(PinChecked{evening.staff.at(StaffRole::lead)});
    EXPECT_FALSE(evening.model.staff.has_value());

    evening.act(Intent::staff_door);
    evening.happen(PinChecked{evening.staff.at(StaffRole::lead)});
    EXPECT_FALSE(evening.model.staff.has_value());
}

TEST(TheTable, ChecksSomebodyInFromTheResults) {
    Evening evening;
    evening.with_printer();
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::edit_query, "ng");

    evening.act_and_save(Intent::check_in_person, evening.ng.text());

    EXPECT_TRUE(evening.state.person(evening.ng)->attendance.has_value());
    ASSERT_NE(evening.on<Table>(), nullptr);
    EXPECT_EQ(evening.notice(), "card.checked_in");
    EXPECT_THAT(evening.labels("badge"), SizeIs(1));
}

TEST(TheTable, FindsWhoIsTypedHalfAndWithoutMarks) {
    Evening evening;
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::edit_query, "garcia ros");
    const auto words = ui::Words::none();
    const Look look{.model = evening.model, .state = evening.state, .words = words, .now = evening.now};

    const auto view = table_view(look, evening.index);

    ASSERT_FALSE(view.rows.empty());
    EXPECT_EQ(view.rows.front().name, "Rosa García");
}

TEST(TheTable, OpensThePersonOfAScannedCode) {
    Evening evening;
    evening.unlock(StaffRole::volunteer);

    evening.scan(evening.ticket_of(evening.ng));

    ASSERT_NE(evening.on<PersonCard>(), nullptr);
    EXPECT_EQ(evening.on<PersonCard>()->person, evening.ng);
}

TEST(ACard, ChecksTheWholeFamilyIn) {
    Evening evening;
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_person, evening.rosa.text());

    evening.act(Intent::check_in_family);

    EXPECT_THAT(evening.kinds_unsaved(), ElementsAre("checked_in", "checked_in", "checked_in"));
}

TEST(ACard, TakesACheckInBackWithAReason) {
    Evening evening;
    evening.unlock(StaffRole::volunteer);
    evening.act_and_save(Intent::check_in_person, evening.ng.text());
    const auto fact = evening.state.person(evening.ng)->attendance->witnesses.front().fact;

    evening.act(Intent::ask_undo, fact.text());
    EXPECT_TRUE(evening.model.undoing.has_value());
    evening.act(Intent::undo_because, "", 0);

    ASSERT_THAT(evening.kinds_unsaved(), ElementsAre("fact_undone"));
    const auto body = event::read_body("fact_undone", evening.unsaved.front().front().body);
    EXPECT_EQ(std::get<event::FactUndone>(*body).reason, "wrong person");
    evening.saved();
    EXPECT_FALSE(evening.state.person(evening.ng)->attendance.has_value());
}

TEST(ACard, KeepsItWhereSomebodyThinksAgain) {
    Evening evening;
    evening.unlock(StaffRole::volunteer);
    evening.act_and_save(Intent::check_in_person, evening.ng.text());
    const auto fact = evening.state.person(evening.ng)->attendance->witnesses.front().fact;
    evening.act(Intent::ask_undo, fact.text());

    evening.act(Intent::keep_it);

    EXPECT_FALSE(evening.model.undoing.has_value());
    EXPECT_THAT(evening.unsaved, IsEmpty());
}

TEST(AddingSomebody, TakesANameAndOneTouch) {
    Evening evening;
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_add);
    evening.act(Intent::edit_name, "De la Cruz");

    evening.act_and_save(Intent::add_ready);

    ASSERT_NE(evening.on<PersonCard>(), nullptr);
    EXPECT_TRUE(evening.state.person(evening.on<PersonCard>()->person)->attendance.has_value());
}

TEST(ADiskThatRefusesStaff, IsSaidOnTheSameScreen) {
    Evening evening;
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::check_in_person, evening.ng.text());

    evening.not_saved();

    EXPECT_NE(evening.on<Table>(), nullptr);
    EXPECT_EQ(evening.notice(), "trouble.staff");
}

TEST(More, LeadsToEachOfItsPagesAndBack) {
    for (const auto& page : more_pages()) {
        Evening evening;
        evening.unlock(StaffRole::lead);
        evening.act(Intent::open_more);

        evening.act(Intent::open_page, std::string(page.name));

        EXPECT_EQ(more_page_of(evening.model.screen), &page) << page.name;
        EXPECT_TRUE(is_staff_screen(evening.model.screen)) << page.name;
        evening.act(Intent::go_back);
        EXPECT_NE(evening.on<More>(), nullptr) << page.name;
    }
}

TEST(More, OpensAPageOnlyToWhoMay) {
    MorePage page = more_pages().front();
    Evening evening;
    EXPECT_FALSE(may_open(evening.model, page));  // nobody is unlocked
    evening.unlock(StaffRole::volunteer);

    EXPECT_TRUE(may_open(evening.model, page));
    page.opens = Opens::childcare;
    EXPECT_FALSE(may_open(evening.model, page));
    page.opens = Opens::lead;
    EXPECT_FALSE(may_open(evening.model, page));
    evening.model.staff->role = StaffRole::childcare;
    EXPECT_FALSE(may_open(evening.model, page));
    page.opens = Opens::childcare;
    EXPECT_TRUE(may_open(evening.model, page));
}

TEST(More, ShowsATileForEachPageThatThisRoleMayOpen) {
    for (const auto role : {StaffRole::volunteer, StaffRole::childcare, StaffRole::lead}) {
        Evening evening;
        evening.unlock(role);
        // There is something to see on each of them.
        evening.happen(OtherTablets{.shares = true, .tablets = {{.name = "Gym"}}});
        evening.act(Intent::open_more);

        const auto view = more_view(
            {.model = evening.model, .state = evening.state, .words = words_of("en"), .now = evening.now});

        std::size_t open = 0;
        for (const auto& page : more_pages()) open += may_open(evening.model, page) ? 1 : 0;
        EXPECT_EQ(view.tiles.size(), open);
    }
}

TEST(Lock, ForgetsWhoWasUnlocked) {
    Evening evening;
    evening.unlock(StaffRole::lead);

    evening.act(Intent::lock);

    EXPECT_NE(evening.on<Welcome>(), nullptr);
    EXPECT_FALSE(evening.model.staff.has_value());
}

}  // namespace
}  // namespace welcome::kiosk::screens::test
