#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

#include "kiosk/ui/platform/offscreen.h"
#include "tests/ui/platform/stage.h"

namespace welcome::kiosk::ui::test {
namespace {

class CpuRendererTest : public testing::Test {
  protected:
    Pixels drawn(const std::function<void(ImDrawList&)>& draw, ImU32 background = k_black) {
        renderer->draw(stage.frame(draw), background);
        return renderer->read_back();
    }

    std::unique_ptr<Renderer> renderer = make_offscreen();
    Stage stage{*renderer, 200, 120};
};

TEST_F(CpuRendererTest, FillsExactlyTheRectangle) {
    const ImU32 color = IM_COL32(10, 200, 30, 255);
    const Pixels seen = drawn([&](ImDrawList& list) { list.AddRectFilled({10, 20}, {30, 50}, color); });
    for (int y = 0; y < seen.height; ++y) {
        for (int x = 0; x < seen.width; ++x) {
            const bool inside = x >= 10 && x < 30 && y >= 20 && y < 50;
            ASSERT_EQ(pixel(seen, x, y), inside ? color : k_black) << x << ',' << y;
        }
    }
}

TEST_F(CpuRendererTest, ClipsToTheCommandsRectangle) {
    const Pixels seen = drawn([](ImDrawList& list) {
        list.PushClipRect({15, 15}, {25, 45});
        list.AddRectFilled({0, 0}, {100, 100}, k_white);
        list.AddCircleFilled({20, 30}, 60, k_white);
        list.PopClipRect();
    });
    EXPECT_EQ(lit_area(seen), 10 * 30);
    EXPECT_EQ(pixel(seen, 15, 15), k_white);
    EXPECT_EQ(pixel(seen, 24, 44), k_white);
}

TEST_F(CpuRendererTest, TranslucentFillRoundsLikeADivisionBy255) {
    const Pixels seen = drawn(
        [](ImDrawList& list) {
            list.AddRectFilled({0, 0}, {200, 120}, IM_COL32(255, 100, 0, 77));
        },
        IM_COL32(50, 60, 255, 255));
    const auto mixed = [](int over, int under) {
        return static_cast<int>(std::lround((over * 77 + under * 178) / 255.0));
    };
    EXPECT_EQ(pixel(seen, 5, 5), IM_COL32(mixed(255, 50), mixed(100, 60), mixed(0, 255), 255));
    EXPECT_EQ(pixel(seen, 199, 119), pixel(seen, 5, 5));
}

TEST_F(CpuRendererTest, MaskIsTintedAndBlendedExactly) {
    const auto coverage = ramp(16, 8);
    const ImTextureID mask = renderer->upload_mask(16, 8, coverage);
    const Pixels seen = drawn(
        [&](ImDrawList& list) {
            list.AddImage(mask, {40, 30}, {56, 38}, {0, 0}, {1, 1}, IM_COL32(200, 10, 90, 255));
        },
        IM_COL32(20, 220, 90, 255));
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 16; ++x) {
            const int alpha = coverage[static_cast<std::size_t>(y) * 16 + static_cast<std::size_t>(x)];
            const auto mixed = [&](int over, int under) {
                return static_cast<int>(std::lround((over * alpha + under * (255 - alpha)) / 255.0));
            };
            ASSERT_EQ(pixel(seen, 40 + x, 30 + y),
                      IM_COL32(mixed(200, 20), mixed(10, 220), mixed(90, 90), 255));
        }
    }
    EXPECT_EQ(pixel(seen, 39, 30), IM_COL32(20, 220, 90, 255));
    EXPECT_EQ(pixel(seen, 56, 37), IM_COL32(20, 220, 90, 255));
}

TEST_F(CpuRendererTest, MaskWithAStrideTakesOnlyItsColumns) {
    const std::vector<std::uint8_t> coverage{255, 0, 99, 99, 0, 255, 99, 99};
    const ImTextureID mask = renderer->upload_mask(2, 2, coverage.data(), 4);
    const Pixels seen = drawn([&](ImDrawList& list) { list.AddImage(mask, {0, 0}, {2, 2}); });
    EXPECT_EQ(pixel(seen, 0, 0), k_white);
    EXPECT_EQ(pixel(seen, 1, 0), k_black);
    EXPECT_EQ(pixel(seen, 0, 1), k_black);
    EXPECT_EQ(pixel(seen, 1, 1), k_white);
}

TEST_F(CpuRendererTest, RoundedRectangleHasItsAreaAndIsSymmetric) {
    const Pixels seen = drawn([](ImDrawList& list) {
        list.AddRectFilled({20, 10}, {180, 110}, k_white, 30);
    });
    const double area = 160.0 * 100 - (4 - std::numbers::pi) * 30 * 30;
    EXPECT_NEAR(lit_area(seen), area, area * 0.01);
    for (int y = 0; y < 120; ++y) {
        for (int x = 0; x < 100; ++x) {
            const auto level = [&](int at_x, int at_y) {
                return static_cast<int>(pixel(seen, at_x, at_y) & 255U);
            };
            ASSERT_NEAR(level(x, y), level(199 - x, y), 2) << x << ',' << y;
            ASSERT_NEAR(level(x, y), level(x, 119 - y), 2) << x << ',' << y;
        }
    }
}

TEST_F(CpuRendererTest, CircleHasItsAreaWithoutSeams) {
    const Pixels seen = drawn([](ImDrawList& list) { list.AddCircleFilled({100, 60}, 50, k_white, 0); });
    const double area = std::numbers::pi * 50 * 50;
    EXPECT_NEAR(lit_area(seen), area, area * 0.01);
    for (int y = 0; y < 120; ++y) {
        for (int x = 0; x < 200; ++x) {
            const double far = std::hypot(x + 0.5 - 100, y + 0.5 - 60);
            if (far < 48) {
                ASSERT_EQ(pixel(seen, x, y), k_white) << x << ',' << y;
            }
            if (far > 52) {
                ASSERT_EQ(pixel(seen, x, y), k_black) << x << ',' << y;
            }
        }
    }
}

// Half-transparent triangles whose shared edges run through the middles of pixels: a pixel drawn twice would
// be brighter, one left out dark.
TEST_F(CpuRendererTest, SharedEdgesAreDrawnOnce) {
    const Pixels seen = drawn([](ImDrawList& list) {
        list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
        const std::array<ImVec2, 6> ring{{{100.5F, 10.5F},
                                          {140.5F, 30.5F},
                                          {150.5F, 60.5F},
                                          {100.5F, 110.5F},
                                          {50.5F, 60.5F},
                                          {60.5F, 20.5F}}};
        list.AddConvexPolyFilled(ring.data(), static_cast<int>(ring.size()), IM_COL32(255, 255, 255, 128));
    });
    for (int y = 0; y < 120; ++y) {
        for (int x = 0; x < 200; ++x) {
            const ImU32 level = pixel(seen, x, y) & 255U;
            ASSERT_TRUE(level == 0 || level == 128) << x << ',' << y << ": " << level;
        }
    }
    for (int y = 12; y < 109; ++y) ASSERT_EQ(pixel(seen, 100, y) & 255U, 128U) << y;
}

TEST_F(CpuRendererTest, LineCoversItsLengthTimesItsWidth) {
    const Pixels seen = drawn([](ImDrawList& list) { list.AddLine({20, 20}, {150, 90}, k_white, 6); });
    const double area = std::hypot(130, 70) * 6;
    EXPECT_NEAR(lit_area(seen), area, area * 0.05);
}

TEST_F(CpuRendererTest, ImageAtItsOwnSizeIsCopied) {
    const Pixels picture = gradient(40, 30);
    const ImTextureID image = renderer->upload_image(picture);
    const Pixels seen = drawn([&](ImDrawList& list) { list.AddImage(image, {7, 9}, {47, 39}); });
    for (int y = 0; y < 30; ++y) {
        for (int x = 0; x < 40; ++x) ASSERT_EQ(pixel(seen, 7 + x, 9 + y), pixel(picture, x, y));
    }
}

TEST_F(CpuRendererTest, ScaledImageStaysAGradient) {
    const ImTextureID image = renderer->upload_image(gradient(32, 32));
    const Pixels seen = drawn([&](ImDrawList& list) { list.AddImage(image, {0, 0}, {128, 96}); });
    for (int x = 4; x < 124; ++x) {
        const int red = static_cast<int>(pixel(seen, x, 48) & 255U);
        ASSERT_NEAR(red, (x + 0.5) / 128 * 255 - 4, 3) << x;
    }
    const int green = static_cast<int>((pixel(seen, 60, 47) >> 8) & 255U);
    EXPECT_NEAR(green, 127 - 4, 4);
    EXPECT_EQ(pixel(seen, 128, 50), k_black);
}

TEST_F(CpuRendererTest, MirroredImageIsTheImageBackwards) {
    const Pixels picture = gradient(40, 30);
    const ImTextureID image = renderer->upload_image(picture);
    const Pixels seen = drawn([&](ImDrawList& list) {
        list.AddImage(image, {0, 0}, {40, 30}, {1, 0}, {0, 1});
    });
    for (int x = 0; x < 40; ++x) ASSERT_EQ(pixel(seen, x, 12), pixel(picture, 39 - x, 12)) << x;
}

TEST_F(CpuRendererTest, ReleasedTextureIsNotDrawn) {
    const ImTextureID image = renderer->upload_image(gradient(40, 30));
    renderer->release(image);
    const Pixels seen = drawn([&](ImDrawList& list) { list.AddImage(image, {0, 0}, {40, 30}); });
    EXPECT_EQ(lit_area(seen), 0);
}

TEST_F(CpuRendererTest, ShapesFarOutsideDoNoHarm) {
    const Pixels seen = drawn([](ImDrawList& list) {
        list.AddRectFilled({-1e9F, -1e9F}, {1e9F, 1e9F}, IM_COL32(0, 0, 255, 255));
        list.AddTriangleFilled({-1e9F, 0}, {1e9F, -1e9F}, {1e9F, 1e9F}, k_white);
        list.AddCircleFilled({-5000, 60}, 100, k_white);
    });
    EXPECT_EQ(seen.width, 200);
    EXPECT_NE(pixel(seen, 100, 60), k_black);
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
