// Plates: a guest says how many for everybody, and the counter hands them out at one touch or one scan.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/event/id_code.h"
#include "kiosk/screens/staff/food.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

using event::Diet;
using event::PlateCount;
using event::StaffRole;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

void ask_for_food(Evening& evening) {
    evening.scan(evening.ticket_of(evening.rosa));
    evening.act(Intent::toggle_person, evening.luis.text());
    evening.act_and_save(Intent::confirm_people);
    evening.act(Intent::toggle_need, {}, static_cast<int>(event::Need::food));
    evening.act(Intent::needs_ready);
}

FoodView view_of(const Evening& evening) {
    const Look look{.model = evening.model,
                    .state = evening.state,
                    .words = words_of("en"),
                    .now = evening.now,
                    .wall = evening.known().context.now};
    return food_view(look, evening.index);
}

}  // namespace

TEST(AGuestsPlates, AreAsManyAsCameUntilTheySayOtherwise) {
    Evening evening;
    ask_for_food(evening);
    ASSERT_NE(evening.on<Meals>(), nullptr);
    EXPECT_EQ(evening.on<Meals>()->plates, (PlateCount{{Diet::any, 2}}));

    evening.act(Intent::set_plates, "any", 1);
    evening.act(Intent::set_plates, "halal", 2);
    evening.act(Intent::meals_ready);
    EXPECT_THAT(evening.kinds_unsaved(), ElementsAre("meals_asked", "need_raised"));
    evening.saved();

    EXPECT_NE(evening.on<Done>(), nullptr);
    EXPECT_EQ(event::plates_asked(*evening.state.person(evening.rosa)),
              (PlateCount{{Diet::any, 1}, {Diet::halal, 2}}));
}

TEST(AGuestsPlates, MayBeSkippedAndTheWishIsKept) {
    Evening evening;
    ask_for_food(evening);
    evening.act_and_save(Intent::meals_skipped);

    EXPECT_NE(evening.on<Done>(), nullptr);
    EXPECT_EQ(event::plates_asked(*evening.state.person(evening.rosa)), (PlateCount{{Diet::any, 1}}));
}

TEST(AGuestsPlates, LeadBackToTheOtherWishes) {
    Evening evening;
    ask_for_food(evening);
    evening.act(Intent::go_back);

    ASSERT_NE(evening.on<Needs>(), nullptr);
    EXPECT_TRUE(evening.on<Needs>()->chosen.contains(event::Need::food));
    EXPECT_THAT(evening.unsaved, IsEmpty());
}

TEST(TheCounter, HandsOutByOneScanAndNotTwice) {
    Evening evening;
    ask_for_food(evening);
    evening.act_and_save(Intent::meals_ready);
    evening.act(Intent::start_over);
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_page, "food");
    ASSERT_EQ(view_of(evening).rows.size(), 1U);
    EXPECT_EQ(view_of(evening).rows.front().detail, "2 Any food");

    evening.scan(event::write_badge_code(evening.rosa));
    evening.saved();
    EXPECT_THAT(view_of(evening).rows, IsEmpty());
    EXPECT_EQ(view_of(evening).stats.front().number, "2 / 2");
    evening.scan(event::write_badge_code(evening.rosa));

    EXPECT_THAT(evening.unsaved, IsEmpty());
    EXPECT_EQ(evening.model.notice->key, "refusal.already_handed_out");
}

TEST(TheCounter, LooksForPeopleByName) {
    Evening evening;
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_page, "food");

    EXPECT_TRUE(searches_people(evening.model));  // else the application gives it an index of nobody
}

TEST(TheCounter, CountsAPlateForSomebodyWithoutAName) {
    Evening evening;
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_page, "food");
    evening.act_and_save(Intent::hand_out_plate, "kosher");

    EXPECT_EQ(event::meals_now(evening.state).given, (PlateCount{{Diet::kosher, 1}}));
}

}  // namespace welcome::kiosk::screens::test
