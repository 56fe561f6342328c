// The whole way to pixels, by the processor's renderer. WELCOME_PICTURES=FOLDER keeps the pictures to look
// at.
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

#include "kiosk/ui/platform/offscreen.h"
#include "kiosk/ui/ui.h"

namespace welcome::kiosk::ui::test {
namespace {

void new_family(Ui& ui, std::string& name) {
    ui.page({.id = "new",
             .name = "Lincoln School Town Hall",
             .leading = {{"furniture.back", "Back", Icon::arrow_back},
                         {"furniture.again", "Start over", Icon::start_over}},
             .trailing = {{"furniture.language", "Español", Icon::language},
                          {.id = "furniture.help",
                           .label = "Get a helper",
                           .icon = Icon::help_person,
                           .important = true}}},
            [&] {
                ui.heading("new.title", "What is your name?");
                ui.field("new.name", name, {.kind = FieldKind::name, .label = "Your name"});
                ui.grid(55, [&] {
                    ui.tile("new.care", "Child care",
                            {.icon = Icon::child, .selectable = true, .selected = true});
                    ui.tile("new.hear", "Hear it in my language",
                            {.icon = Icon::headset, .selectable = true});
                    ui.tile("new.ride", "A ride home", {.icon = Icon::car, .selectable = true});
                });
                ui.dock_bottom([&] { ui.button("new.next", "Next", {.look = Look::primary}); });
            });
}

struct Shot {
    Pixels pixels;
    Tree tree;
};

Shot shoot(float width, float height, bool typing) {
    const auto renderer = make_offscreen();
    Ui ui(*renderer, make_theme(Density::guest));
    Frame frame;
    frame.width_px = width;
    frame.height_px = height;
    std::string name = "Xóchitl";
    if (typing) ui.start_editing("new.name");
    const ImDrawData* drawn = nullptr;
    do {
        ui.begin(frame);
        new_family(ui, name);
        drawn = ui.end();
    } while (ui.needs_another_frame());
    renderer->draw(*drawn, IM_COL32_BLACK);
    return {renderer->read_back(), ui.tree()};
}

Color at(const Pixels& pixels, float x, float y) {
    const auto index = 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) +
                            static_cast<std::size_t>(x));
    return {pixels.rgba[index], pixels.rgba[index + 1], pixels.rgba[index + 2]};
}

TEST(Picture, ShowsWhatTheTreeSays) {
    const Palette colours = make_theme(Density::guest).colours;
    for (const bool upright : {false, true}) {
        for (const bool typing : {false, true}) {
            const Shot shot = upright ? shoot(800, 1280, typing) : shoot(1280, 800, typing);
            if (const char* folder = std::getenv("WELCOME_PICTURES"); folder != nullptr) {
                const std::string name =
                    std::string(upright ? "upright" : "wide") + (typing ? "-typing.png" : ".png");
                ASSERT_TRUE(write_png(shot.pixels, std::filesystem::path(folder) / name));
            }
            const Node* button = shot.tree.find(typing ? "key.done" : "new.next");
            ASSERT_NE(button, nullptr);
            EXPECT_EQ(at(shot.pixels, button->rect.centre_x(), button->rect.y + 7), colours.accent);
            EXPECT_EQ(at(shot.pixels, 2, 2), colours.page);
        }
    }
}

// A page that waits, at a moment; how soon it wants to be drawn again.
std::pair<Pixels, std::optional<std::chrono::milliseconds>> wait_at(std::chrono::milliseconds now,
                                                                    bool still) {
    const auto renderer = make_offscreen();
    auto theme = make_theme(Density::guest);
    theme.reduced_motion = still;
    Ui ui(*renderer, theme);
    Frame frame;
    frame.now = now;
    const ImDrawData* drawn = nullptr;
    do {
        ui.begin(frame);
        ui.page({.id = "new"}, [&] { ui.spinner("new.saving", "Saving"); });
        drawn = ui.end();
    } while (ui.needs_another_frame());
    renderer->draw(*drawn, IM_COL32_BLACK);
    return {renderer->read_back(), ui.redraw_after()};
}

TEST(Picture, WhatWaitsTurnsUnlessNothingIsToMove) {
    using namespace std::chrono_literals;
    const auto [first, soon] = wait_at(0ms, false);
    const auto [later, soon_again] = wait_at(400ms, false);
    EXPECT_TRUE(soon && soon_again);
    EXPECT_NE(first.rgba, later.rgba);

    const auto [still, never] = wait_at(0ms, true);
    const auto [still_later, never_again] = wait_at(400ms, true);
    EXPECT_FALSE(never || never_again);
    EXPECT_EQ(still.rgba, still_later.rgba);
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
