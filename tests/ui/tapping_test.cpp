#include <gtest/gtest.h>
#include <set>

#include "tests/ui/headless.h"

namespace welcome::kiosk::ui::test {
namespace {

void in_page(Ui& ui, const Draw& body) {
    ui.page({.id = "t", .leading = {{"furniture.back", "Back"}}}, body);
}

TEST(Tapping, AButtonAnswersOnceForATap) {
    int times = 0;
    Headless screen([&](Ui& ui) { in_page(ui, [&] { times += ui.button("t.go", "Go") ? 1 : 0; }); });

    ASSERT_TRUE(screen.tap("t.go"));
    screen.settle();

    EXPECT_EQ(times, 1);
}

TEST(Tapping, SlidingOffCancels) {
    int times = 0;
    Headless screen([&](Ui& ui) { in_page(ui, [&] { times += ui.button("t.go", "Go") ? 1 : 0; }); });
    const Rect rect = screen.node("t.go").rect;

    screen.feed({PointerDown{rect.centre_x(), rect.centre_y()},
                 PointerMove{rect.centre_x(), rect.bottom() + 30},
                 PointerUp{rect.centre_x(), rect.bottom() + 30}});

    EXPECT_EQ(times, 0);
}

TEST(Tapping, AFingerThatComesFromElsewhereDoesNotPress) {
    int times = 0;
    Headless screen([&](Ui& ui) { in_page(ui, [&] { times += ui.button("t.go", "Go") ? 1 : 0; }); });
    const Rect rect = screen.node("t.go").rect;

    screen.feed({PointerDown{2, screen.frame.height_px - 2}, PointerUp{rect.centre_x(), rect.centre_y()}});

    EXPECT_EQ(times, 0);
}

TEST(Tapping, ADisabledButtonStaysSilent) {
    int times = 0;
    Headless screen(
        [&](Ui& ui) { in_page(ui, [&] { times += ui.button("t.go", "Go", {.enabled = false}) ? 1 : 0; }); });

    screen.tap("t.go");

    EXPECT_EQ(times, 0);
    EXPECT_FALSE(screen.node("t.go").enabled);
}

TEST(Tapping, EveryKindOfWidgetAnswersToItsOwnId) {
    std::multiset<std::string> said;
    const std::vector<Option> ages{{"t.age.1", "0–1"}, {"t.age.2", "2–3"}};
    const auto draw = [&](Ui& ui) {
        in_page(ui, [&] {
            const auto note = [&](bool tapped, const char* id) {
                if (tapped) said.insert(id);
            };
            note(ui.tile("t.tile", "Find me"), "t.tile");
            note(ui.tick_row("t.tick", "Rosa G.", true), "t.tick");
            note(ui.checkbox("t.box", "Text me about events.", false), "t.box");
            const RowTap row =
                ui.list_row("t.row", "Rosa", {.action_id = "t.row.undo", .action_label = "Undo"});
            note(row == RowTap::row, "t.row");
            note(row == RowTap::action, "t.row.undo");
            if (const auto age = ui.choice("t.age", "Age", ages, "t.age.1")) said.insert(*age);
            if (const auto n = ui.stepper("t.kids", "Children", 2))
                said.insert("t.kids=" + std::to_string(*n));
        });
        if (ui.was_tapped("furniture.back")) said.insert("furniture.back");
    };
    Frame tall;
    tall.height_px = 2400;
    Headless screen(draw, Density::guest, tall);

    for (const char* id :
         {"t.tile", "t.tick", "t.box", "t.row.undo", "t.age.2", "t.kids.more", "furniture.back"}) {
        EXPECT_TRUE(screen.tap(id)) << id;
    }
    const Rect row = screen.node("t.row").rect;
    screen.feed({PointerDown{row.x + 20, row.centre_y()}, PointerUp{row.x + 20, row.centre_y()}});

    EXPECT_EQ(said, (std::multiset<std::string>{"t.tile", "t.tick", "t.box", "t.row.undo", "t.age.2",
                                                "t.kids=3", "furniture.back", "t.row"}));
}

TEST(Tapping, AStepperStopsAtItsBounds) {
    int people = 1;
    Headless screen([&](Ui& ui) {
        in_page(ui, [&] {
            people = ui.stepper("t.n", "People", people, {.least = 1, .most = 3}).value_or(people);
        });
    });

    for (int i = 0; i < 5; ++i) screen.tap("t.n.more");
    EXPECT_EQ(people, 3);
    EXPECT_FALSE(screen.node("t.n.more").enabled);
    for (int i = 0; i < 5; ++i) screen.tap("t.n.less");
    EXPECT_EQ(people, 1);
}

TEST(Tapping, TwoTapsInOneBatchEachMeetTheScreenTheyWereMeantFor) {
    bool second = false;
    int deep = 0;
    Headless screen([&](Ui& ui) {
        in_page(ui, [&] {
            if (!second && ui.button("t.first", "First"))
                second = true;
            else if (second && ui.button("t.second", "Second"))
                ++deep;
        });
    });
    auto events = tap_events(screen.tree(), "t.first");
    const auto again = events;
    events.insert(events.end(), again.begin(), again.end());

    screen.feed(events);

    EXPECT_TRUE(second);
    EXPECT_EQ(deep, 1);
}

TEST(Tapping, ADialogCoversThePage) {
    int page = 0;
    int yes = 0;
    Headless screen([&](Ui& ui) {
        in_page(ui, [&] { page += ui.button("t.go", "Go") ? 1 : 0; });
        ui.dialog("idle", {.title = "Are you still here?", .seconds_left = 20},
                  [&] { yes += ui.button("idle.yes", "Yes") ? 1 : 0; });
    });

    EXPECT_FALSE(screen.tap("t.go"));
    EXPECT_TRUE(screen.tap("idle.yes"));

    EXPECT_EQ(page, 0);
    EXPECT_EQ(yes, 1);
    EXPECT_EQ(as_text(screen.tree()).find("t.go"), std::string::npos);
}

TEST(Steering, TabWalksInReadingOrderAndEnterPresses) {
    int second = 0;
    Headless screen([&](Ui& ui) {
        in_page(ui, [&] {
            ui.button("t.one", "One");
            second += ui.button("t.two", "Two") ? 1 : 0;
        });
    });

    std::vector<std::string> order;
    for (int i = 0; i < 4; ++i) {
        screen.press(Key::tab);
        order.push_back(screen.tree().focused);
    }
    screen.press(Key::back_tab);
    EXPECT_EQ(screen.tree().focused, "t.two");
    screen.press(Key::enter);

    EXPECT_EQ(order, (std::vector<std::string>{"furniture.back", "t.one", "t.two", "furniture.back"}));
    EXPECT_EQ(second, 1);
}

TEST(Steering, TheNumberPadMovesAndPresses) {
    int right = 0;
    Headless screen([&](Ui& ui) {
        in_page(ui, [&] {
            ui.row({}, [&] {
                ui.button("t.left", "Left");
                right += ui.button("t.right", "Right") ? 1 : 0;
            });
        });
    });

    screen.press(Key::pad_2);
    screen.press(Key::pad_2);
    EXPECT_EQ(screen.tree().focused, "t.left");
    screen.press(Key::pad_6);
    EXPECT_EQ(screen.tree().focused, "t.right");
    screen.press(Key::pad_5);

    EXPECT_EQ(right, 1);
}

TEST(Steering, AFocusOutsideTheWindowIsScrolledTo) {
    Headless screen([&](Ui& ui) {
        in_page(ui, [&] {
            for (int i = 0; i < 20; ++i)
                ui.tick_row("t." + std::to_string(i), "Person " + std::to_string(i), false);
        });
    });
    ASSERT_TRUE(screen.node("t.19").scrolled_out);
    ASSERT_TRUE(screen.shows("t.body.down"));

    for (int i = 0; i < 22 && screen.tree().focused != "t.19"; ++i) screen.press(Key::tab);

    EXPECT_FALSE(screen.node("t.19").scrolled_out);
}

TEST(Steering, ALongPageMovesByItsButtonsAndByTheFinger) {
    Headless screen([&](Ui& ui) {
        in_page(ui, [&] {
            for (int i = 0; i < 20; ++i)
                ui.tick_row("t." + std::to_string(i), "Person " + std::to_string(i), false);
        });
    });
    const float before = screen.node("t.0").rect.y;

    ASSERT_TRUE(screen.tap("t.body.down"));
    const float tapped = screen.node("t.0").rect.y;
    screen.feed({PointerDown{300, 600}, PointerMove{300, 500}, PointerMove{300, 400}, PointerUp{300, 400}});

    EXPECT_LT(tapped, before);
    EXPECT_NEAR(screen.node("t.0").rect.y, tapped - 200, 1);
}

TEST(Steering, WhatAGuestIsAnsweredIsSeenAndNoRowOfATableMovesForAnAlert) {
    for (const bool guest : {true, false}) {
        bool answered = false;
        Headless screen(
            [&](Ui& ui) {
                in_page(ui, [&] {
                    if (answered) ui.banner("t.refused", "That did not go.", Notice::warning);
                    for (int i = 0; i < 40; ++i)
                        ui.tick_row("t." + std::to_string(i), "Person " + std::to_string(i), false);
                });
            },
            guest ? Density::guest : Density::staff);
        ASSERT_TRUE(screen.tap("t.body.down"));
        ASSERT_TRUE(screen.node("t.0").scrolled_out);

        answered = true;
        screen.settle();
        screen.settle();
        EXPECT_EQ(screen.node("t.refused").scrolled_out, !guest);

        ASSERT_TRUE(screen.tap("t.body.down"));  // and it does not hold the page there
        EXPECT_TRUE(screen.node("t.refused").scrolled_out);
    }
}

TEST(Textures, EveryOneIsGivenBack) {
    TextureSink sink;
    {
        Ui ui(sink, make_theme(Density::guest));
        const int before = sink.alive;
        ui.begin({});
        ui.page({.id = "t"}, [&] { ui.button("t.go", "Go", {.icon = Icon::check}); });
        ui.end();
        EXPECT_GT(sink.alive, before);
    }
    EXPECT_LE(sink.alive, 1);  // ImGui's own atlas stays with the renderer
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
