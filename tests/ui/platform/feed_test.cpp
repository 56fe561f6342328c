#include "kiosk/ui/platform/feed.h"

#include <gtest/gtest.h>

#include "kiosk/ui/platform/offscreen.h"
#include "kiosk/ui/platform/window.h"
#include "tests/ui/platform/stage.h"

namespace welcome::kiosk::ui::test {
namespace {

template <typename What>
WindowEvent event(What what) {
    return {std::chrono::steady_clock::now(), what};
}

class FeedTest : public testing::Test {
  protected:
    std::unique_ptr<Renderer> renderer = make_offscreen();
    Stage stage{*renderer, 300, 200};
    InputSpreader spreader;
};

// ImGui 1.86 alone would see neither.
TEST_F(FeedTest, PressAndReleaseTogetherAreAClick) {
    spreader.add(std::vector{event(PointerPressed{50, 40}), event(PointerReleased{50, 40})});
    int clicks = 0;
    int frames = 0;
    while (frames < 1 || spreader.has_more()) {
        ASSERT_LT(++frames, 10);
        spreader.feed_next(ImGui::GetIO());
        stage.frame([&](ImDrawList&) {
            if (ImGui::IsMouseClicked(0)) ++clicks;
        });
    }
    EXPECT_EQ(clicks, 1);
    EXPECT_EQ(frames, 2);
    EXPECT_FALSE(ImGui::GetIO().MouseDown[0]);
}

TEST_F(FeedTest, OrderIsKeptAndMovesWaitForTheButton) {
    spreader.add(std::vector{event(PointerMoved{1, 1}), event(PointerMoved{2, 2}),
                             event(PointerPressed{3, 3}), event(PointerMoved{9, 9}),
                             event(PointerReleased{9, 9})});
    EXPECT_EQ(spreader.next().size(), 3U);
    EXPECT_EQ(spreader.next().size(), 2U);
    EXPECT_FALSE(spreader.has_more());
    EXPECT_TRUE(spreader.next().empty());
}

TEST_F(FeedTest, TypedTextAndKeysReachImGui) {
    map_keys(ImGui::GetIO());
    for (const char32_t letter : U"Żó") {
        if (letter != 0) feed(ImGui::GetIO(), event(CharacterTyped{letter}));
    }
    EXPECT_EQ(ImGui::GetIO().InputQueueCharacters.Size, 2);
    EXPECT_EQ(ImGui::GetIO().InputQueueCharacters[0], U'Ż');
    feed(ImGui::GetIO(), event(KeyPressed{KeyCode::backspace, {.shift = true}}));
    bool pressed = false;
    stage.frame([&](ImDrawList&) { pressed = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Backspace)); });
    EXPECT_TRUE(pressed);
    EXPECT_TRUE(ImGui::GetIO().KeyShift);
}

TEST(DisplayFacts, LiesAreNotBelieved) {
    constexpr double usual = 25.4 / 96;
    EXPECT_DOUBLE_EQ(believable_pitch(1920, 1080, 0, 0), usual);
    EXPECT_DOUBLE_EQ(believable_pitch(1920, 1080, 160, 90), 160.0 / 1920);
    EXPECT_DOUBLE_EQ(believable_pitch(1920, 1080, 16, 9), usual);
    EXPECT_DOUBLE_EQ(believable_pitch(1280, 800, 400, 100), usual);
    EXPECT_NEAR(believable_pitch(1280, 800, 217, 136), 0.17, 0.001);
}

TEST(DisplayFacts, MesaOnTheProcessorIsNoGpu) {
    EXPECT_TRUE(is_software_renderer("llvmpipe (LLVM 15.0.6, 256 bits)"));
    EXPECT_TRUE(is_software_renderer("Software Rasterizer"));
    EXPECT_FALSE(is_software_renderer("Mesa Intel(R) UHD Graphics 620 (KBL GT2)"));
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
