// "Help me read this": what a guest chooses holds for that guest, keeps what was typed, and is gone for the
// next.

#include <gtest/gtest.h>

#include "kiosk/screens/draw.h"
#include "tests/screens/samples.h"

namespace welcome::kiosk::screens::test {
namespace {

using namespace std::chrono_literals;

void choose_everything(Evening& evening) {
    evening.act(Intent::open_comfort);
    evening.act(Intent::toggle_bigger);
    evening.act(Intent::toggle_strong_colours);
    evening.act(Intent::toggle_more_time);
    evening.act(Intent::toggle_less_movement);
    evening.act(Intent::toggle_read_aloud);
    evening.act(Intent::set_loudness, "", 5);
    evening.act(Intent::close_comfort);
}

TEST(Comfort, KeepsTheHalfTypedName) {
    Evening evening;
    evening.act(Intent::open_new);
    evening.act(Intent::edit_name, "Rosa");

    choose_everything(evening);

    ASSERT_NE(evening.on<NewName>(), nullptr);
    EXPECT_EQ(evening.on<NewName>()->name, "Rosa");
    EXPECT_FLOAT_EQ(text_scale_of(evening.model), 2);
    EXPECT_EQ(contrast_of(evening.model), ui::Contrast::high);
}

TEST(Comfort, LeadsBackToTheScreenUnderIt) {
    Evening evening;
    evening.act(Intent::open_find);
    evening.act(Intent::open_comfort);

    evening.act(Intent::go_back);

    EXPECT_EQ(evening.model.over, Over::nothing);
    EXPECT_NE(evening.on<FindMe>(), nullptr);
}

TEST(Comfort, IsGoneForTheNextGuest) {
    for (const bool by_hand : {true, false}) {
        Evening evening;
        evening.act(Intent::open_new);
        choose_everything(evening);

        if (by_hand) evening.act(Intent::start_over);
        if (!by_hand) evening.pass(511s);

        EXPECT_NE(evening.on<Welcome>(), nullptr);
        EXPECT_FALSE(evening.model.bigger);
        EXPECT_FALSE(evening.model.comfort.read_aloud);
        EXPECT_EQ(evening.model.comfort.loudness, Comfort::k_usual);
        EXPECT_FALSE(evening.model.comfort.strong_colours);
        EXPECT_FALSE(evening.model.comfort.more_time);
        EXPECT_FALSE(evening.model.comfort.less_movement);
    }
}

TEST(Comfort, GivesTenTimesTheTimeToWhoAsksForIt) {
    Evening evening;
    evening.act(Intent::open_new);
    evening.act(Intent::edit_name, "Rosa");
    evening.act(Intent::open_comfort);
    evening.act(Intent::toggle_more_time);
    evening.act(Intent::close_comfort);

    evening.pass(449s);
    EXPECT_FALSE(evening.model.idle_warning);
    evening.pass(1s);
    EXPECT_TRUE(evening.model.idle_warning);
    evening.pass(59s);
    EXPECT_NE(evening.on<NewName>(), nullptr);
    evening.pass(1s);
    EXPECT_NE(evening.on<Welcome>(), nullptr);
}

TEST(Comfort, StaysWithinTheVoicesRange) {
    Evening evening;
    evening.act(Intent::set_loudness, "", 9);
    EXPECT_EQ(evening.model.comfort.loudness, Comfort::k_loudest);
    evening.act(Intent::set_loudness, "", 0);
    EXPECT_EQ(evening.model.comfort.loudness, Comfort::k_softest);
}

TEST(Comfort, OpensOnEveryGuestScreen) {
    for (const auto& scene : scenes()) {
        Evening evening;
        scene.set(evening);
        if (is_staff_screen(evening.model.screen) || evening.model.idle_warning) continue;

        evening.act(Intent::open_comfort);

        EXPECT_EQ(evening.model.over, Over::comfort) << scene.name;
    }
}

}  // namespace
}  // namespace welcome::kiosk::screens::test
