// Every screen, language, way up and text size through the audit: nothing clipped, overlapping, too small or
// too pale. WELCOME_PICTURES=FOLDER keeps a picture of each to look at.

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

#include "kiosk/ui/platform/offscreen.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

struct Glass {
    std::string name;
    float width, height, scale;
};

const std::vector<Glass>& glasses() {
    static const std::vector<Glass> all = {{"wide", 1280, 800, 1},
                                           {"upright", 800, 1280, 1},
                                           {"wide_bigger", 1280, 800, 1.5F},
                                           {"upright_bigger", 800, 1280, 1.5F}};
    return all;
}

// A short one, a long one and a mirrored one; pictures are kept of all.
const std::vector<std::string> k_looked_at = {"en", "es", "ar"};

void keep_picture(const Shown& shown, ui::Frame frame, const std::string& language, const std::string& file) {
    const auto renderer = ui::make_offscreen();
    ui::Ui ui(*renderer, ui::make_theme(density_of(shown.evening.model)));
    frame.language = language;
    frame.words = &words_of(language);
    const ImDrawData* drawn = nullptr;
    for (int i = 0; i < 12 && (!drawn || ui.needs_another_frame()); ++i) {
        frame.now += std::chrono::milliseconds(16);
        ui.begin(frame);
        const Look look{.model = shown.evening.model,
                        .state = shown.evening.state,
                        .words = words_of(language),
                        .now = shown.evening.now,
                        .wall = shown.evening.known().context.now};
        draw_screen(ui, look, {.index = shown.evening.index, .camera = {}});
        drawn = ui.end();
    }
    const ui::Color page = ui.theme().colours.page;
    const auto packed = 0xFF000000U | page.b * 0x10000U | page.g * 0x100U | page.r;
    renderer->draw(*drawn, packed);
    ASSERT_TRUE(ui::write_png(renderer->read_back(), file));
}

class Looks : public ::testing::TestWithParam<Scene> {};

TEST_P(Looks, WholeInEveryLanguageAndSize) {
    const char* folder = std::getenv("WELCOME_PICTURES");
    for (const auto& glass : glasses()) {
        for (const std::string& language : folder ? languages() : k_looked_at) {
            const ui::Frame frame{.width_px = glass.width,
                                  .height_px = glass.height,
                                  .text_scale = glass.scale,
                                  .right_to_left = ui::is_right_to_left(language)};
            const std::string name = GetParam().name + "." + language + "." + glass.name;
            const Shown shown(GetParam(), language, frame);
            EXPECT_EQ(shown.screen->findings(), "") << name;
            if (folder)
                keep_picture(shown, frame, language,
                             (std::filesystem::path(folder) / (name + ".png")).string());
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Screens, Looks, ::testing::ValuesIn(scenes()),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace welcome::kiosk::screens::test
