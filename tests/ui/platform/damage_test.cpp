#include "kiosk/ui/platform/damage.h"

#include <gtest/gtest.h>

#include "kiosk/ui/platform/offscreen.h"
#include "rapidcheck.h"
#include "rapidcheck/gtest.h"
#include "tests/ui/platform/stage.h"

namespace welcome::kiosk::ui::test {
namespace {

using testing::Test;

class DamageTest : public Test {
  protected:
    const std::vector<PixelRect>& after(const std::function<void(ImDrawList&)>& draw) {
        renderer->draw(stage.frame(draw), k_white);
        return renderer->damage();
    }

    static void buttons(ImDrawList& list, ImU32 second) {
        list.AddRectFilled({0, 0}, {640, 400}, IM_COL32(240, 240, 240, 255));
        list.AddRectFilled({20, 20}, {220, 100}, IM_COL32(0, 80, 160, 255), 12);
        list.AddRectFilled({20, 150}, {220, 230}, second, 12);
        list.AddRectFilled({20, 280}, {220, 360}, IM_COL32(0, 80, 160, 255), 12);
    }

    std::unique_ptr<Renderer> renderer = make_offscreen();
    Stage stage{*renderer, 640, 400};
};

TEST_F(DamageTest, FirstFrameIsAllNew) {
    EXPECT_EQ(after([](ImDrawList& list) { buttons(list, k_black); }),
              (std::vector<PixelRect>{{0, 0, 640, 400}}));
}

TEST_F(DamageTest, IdenticalFrameIsNoDamage) {
    const auto draw = [](ImDrawList& list) { buttons(list, k_black); };
    after(draw);
    const Pixels before = renderer->read_back();
    EXPECT_TRUE(after(draw).empty());
    EXPECT_EQ(renderer->read_back(), before);
}

TEST_F(DamageTest, ChangedButtonIsOnlyItsRectangle) {
    after([](ImDrawList& list) { buttons(list, k_black); });
    const auto damage = after([](ImDrawList& list) { buttons(list, IM_COL32(200, 0, 0, 255)); });
    ASSERT_EQ(damage.size(), 1U);
    EXPECT_TRUE(damage[0].covers({20, 150, 200, 80}));
    EXPECT_TRUE((PixelRect{18, 148, 204, 84}).covers(damage[0]));
    EXPECT_EQ(pixel(renderer->read_back(), 100, 190), IM_COL32(200, 0, 0, 255));
}

TEST_F(DamageTest, WhatGoesAwayIsDamageToo) {
    after([](ImDrawList& list) { list.AddRectFilled({50, 60}, {70, 90}, k_black); });
    EXPECT_EQ(after([](ImDrawList&) {}), (std::vector<PixelRect>{{50, 60, 20, 30}}));
    EXPECT_EQ(pixel(renderer->read_back(), 60, 70), k_white);
}

TEST_F(DamageTest, ChangedOrderIsDamage) {
    const auto red = [](ImDrawList& list) {
        list.AddRectFilled({10, 10}, {60, 60}, IM_COL32(255, 0, 0, 255));
    };
    const auto blue = [](ImDrawList& list) {
        list.AddRectFilled({30, 30}, {90, 90}, IM_COL32(0, 0, 255, 255));
    };
    after([&](ImDrawList& list) { red(list), blue(list); });
    EXPECT_FALSE(after([&](ImDrawList& list) { blue(list), red(list); }).empty());
    EXPECT_EQ(pixel(renderer->read_back(), 40, 40), IM_COL32(255, 0, 0, 255));
}

TEST_F(DamageTest, NewCameraFrameIsDamageWhereItShows) {
    const ImTextureID camera = renderer->upload_image(gradient(64, 48));
    const auto draw = [&](ImDrawList& list) {
        buttons(list, k_black);
        list.AddImage(camera, {300, 100}, {428, 196});
    };
    after(draw);
    EXPECT_TRUE(after(draw).empty());
    Pixels next = gradient(64, 48);
    std::fill(next.rgba.begin(), next.rgba.end(), std::uint8_t{255});
    renderer->update_image(camera, next);
    EXPECT_EQ(after(draw), (std::vector<PixelRect>{{300, 100, 128, 96}}));
    EXPECT_EQ(pixel(renderer->read_back(), 350, 150), k_white);
}

TEST_F(DamageTest, NewSizeIsAllNew) {
    after([](ImDrawList& list) { buttons(list, k_black); });
    ImGui::GetIO().DisplaySize = {320, 500};
    EXPECT_EQ(after([](ImDrawList& list) { buttons(list, k_black); }),
              (std::vector<PixelRect>{{0, 0, 320, 500}}));
}

struct Box {
    float x, y, width, height;
    ImU32 color;
    int kind;
};

rc::Gen<Box> any_box() {
    const auto side = [](int most) { return rc::gen::cast<float>(rc::gen::inRange(0, most)); };
    return rc::gen::construct<Box>(
        side(600), side(360), side(120), side(90),
        rc::gen::element(IM_COL32(255, 0, 0, 255), IM_COL32(0, 90, 200, 130), k_black),
        rc::gen::inRange(0, 3));
}

void draw_boxes(ImDrawList& list, const std::vector<Box>& boxes) {
    for (const Box& box : boxes) {
        const ImVec2 from{box.x, box.y};
        const ImVec2 to{box.x + box.width + 6, box.y + box.height + 6};
        if (box.kind == 0) list.AddRectFilled(from, to, box.color);
        if (box.kind == 1) list.AddRectFilled(from, to, box.color, 9);
        if (box.kind == 2) list.AddText(from, box.color, "Aloha");
    }
}

// The whole point of damage: after any change the picture is what a fresh drawing gives.
RC_GTEST_FIXTURE_PROP(DamageTest, PatchedPictureEqualsAFreshOne, ()) {
    auto boxes = *rc::gen::container<std::vector<Box>>(any_box());
    const auto later = *rc::gen::container<std::vector<Box>>(any_box());
    renderer->draw(stage.frame([&](ImDrawList& list) { draw_boxes(list, boxes); }), k_white);
    const auto cut = *rc::gen::inRange<std::size_t>(0, boxes.size() + 1);
    boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(cut), boxes.end());
    boxes.insert(boxes.begin() + static_cast<std::ptrdiff_t>(cut / 2), later.begin(), later.end());
    const auto& second = stage.frame([&](ImDrawList& list) { draw_boxes(list, boxes); });
    renderer->draw(second, k_white);
    const Pixels patched = renderer->read_back();
    for (const PixelRect& a : renderer->damage()) {
        for (const PixelRect& b : renderer->damage()) RC_ASSERT(&a == &b || !a.touches(b));
    }
    const PixelRect screen{0, 0, 640, 400};
    for (const PixelRect& rect : renderer->damage()) RC_ASSERT(screen.covers(rect));
    ImGui::GetIO().DisplaySize = {641, 400};
    renderer->draw(stage.frame([](ImDrawList&) {}), k_white);
    ImGui::GetIO().DisplaySize = {640, 400};
    renderer->draw(stage.frame([&](ImDrawList& list) { draw_boxes(list, boxes); }), k_white);
    RC_ASSERT(renderer->read_back() == patched);
}

TEST(FewAndDisjoint, KeepsFarThingsApartAndJoinsNeighbours) {
    const auto few = few_and_disjoint({{0, 0, 50, 50}, {500, 300, 50, 50}, {40, 40, 50, 50}, {0, 0, 0, 9}});
    ASSERT_EQ(few.size(), 2U);
    EXPECT_FALSE(few[0].touches(few[1]));
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
