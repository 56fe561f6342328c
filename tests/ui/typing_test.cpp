#include <gtest/gtest.h>

#include "tests/ui/headless.h"

namespace welcome::kiosk::ui::test {
namespace {

struct Form {
    std::string text;
    Field how{.label = "Your name"};
    int submitted = 0;

    void operator()(Ui& ui) {
        ui.page({.id = "f"}, [&] {
            if (ui.field("f.text", text, how) == Edit::submitted) ++submitted;
            ui.button("f.next", "Next");
        });
    }
};

TEST(Typing, TheScreenKeyboardWritesIntoTheFieldThatWasTapped) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); });
    EXPECT_FALSE(screen.shows("key.a"));

    screen.tap("f.text");
    for (const char* key : {"key.shift", "key.a", "key.n", "key.a", "key.space", "key.b", "key.backspace"}) {
        ASSERT_TRUE(screen.tap(key)) << key;
    }

    EXPECT_EQ(form.text, "Ana ");
    screen.tap("key.done");
    EXPECT_EQ(form.submitted, 1);
    EXPECT_FALSE(screen.shows("key.a"));
}

TEST(Typing, SpanishLettersAreOnTheAccentPageAndTheSpanishAlphabet) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");

    screen.tap("key.accents");
    for (const char* key : {"key.shift", "key.n_tilde", "key.u_diaeresis", "key.a_acute"})
        ASSERT_TRUE(screen.tap(key)) << key;
    EXPECT_EQ(form.text, "Ñüá");

    screen.frame.language = "es";
    screen.tap("key.letters");
    EXPECT_TRUE(screen.tap("key.n_tilde"));
    EXPECT_EQ(form.text, "Ñüáñ");
}

TEST(Typing, AHardwareKeyboardEditsAtTheCaret) {
    Form form;
    form.text = "Xchitl";
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");

    screen.press(Key::home);
    screen.press(Key::right);
    screen.type("ó");
    screen.press(Key::end);
    screen.press(Key::backspace);
    screen.press(Key::left);
    screen.press(Key::remove);

    EXPECT_EQ(form.text, "Xóchi");
}

// What a screen keeps is what changes told it: a letter before Enter or before a tap elsewhere is never lost,
// however fast one follows the other.
TEST(Typing, LettersAreToldBeforeTheEnterOrTheTapThatComesWithThem) {
    for (const char* end : {"key.done", "f.next", "enter"}) {
        std::string told;
        std::string at_end;
        Headless screen([&](Ui& ui) {
            std::string shown = told;
            ui.page({.id = "f"}, [&] {
                const Edit edit = ui.field("f.text", shown, {.label = "Your name"});
                if (edit == Edit::submitted) at_end = told;
                if (ui.button("f.next", "Next")) at_end = told;
                if (edit == Edit::changed) told = shown;
            });
        });
        screen.tap("f.text");
        std::vector<InputEvent> burst{TextTyped{"A"}, TextTyped{"n"}, TextTyped{"a"}};
        if (end == std::string_view("enter"))
            burst.emplace_back(KeyPress{Key::enter});
        else
            for (const InputEvent& touch : tap_events(screen.tree(), end)) burst.push_back(touch);
        burst.emplace_back(PointerGone{});
        screen.feed(burst);

        EXPECT_EQ(told, "Ana") << end;
        EXPECT_EQ(at_end, "Ana") << end;
    }
}

TEST(Typing, BackspaceTakesAWholeCharacter) {
    Form form;
    form.text = "李龍";
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");

    screen.press(Key::backspace);

    EXPECT_EQ(form.text, "李");
}

TEST(Typing, APinIsMaskedForEyesAndEars) {
    Form form;
    form.how = {.kind = FieldKind::pin, .label = "PIN", .most_characters = 6};
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");

    for (const char* key : {"key.4", "key.7", "key.1"}) ASSERT_TRUE(screen.tap(key)) << key;
    screen.type("x");

    EXPECT_EQ(form.text, "471");
    EXPECT_EQ(screen.node("f.text").value, "●●●");
    EXPECT_EQ(to_json(screen.tree()).find("471"), std::string::npos);
}

TEST(Typing, NoMoreThanTheFieldTakes) {
    Form form;
    form.how = {.kind = FieldKind::digits, .label = "Last 4", .most_characters = 4};
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");

    screen.type("12ab3456");

    EXPECT_EQ(form.text, "1234");
}

TEST(Typing, EmailKeysWriteWholeEndings) {
    Form form;
    form.how = {.kind = FieldKind::email, .label = "Email"};
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");

    screen.tap("key.r");
    screen.tap("key.signs");
    ASSERT_TRUE(screen.tap("key.at_gmail"));

    EXPECT_EQ(form.text, "r@gmail.com");
}

TEST(Typing, TheFieldStaysInSightAboveTheKeyboard) {
    for (const bool upright : {false, true}) {
        Form form;
        Frame frame;
        if (upright) std::swap(frame.width_px, frame.height_px);
        Headless single(
            [&](Ui& ui) {
                ui.page({.id = "p"}, [&] {
                    ui.heading("p.h", "What is your name?");
                    for (int i = 0; i < 6; ++i) ui.text("A line of words before the field.");
                    ui.field("p.text", form.text, form.how);
                });
            },
            Density::guest, frame);

        single.feed(reveal_events(single.tree(), "p.text"));
        single.feed(reveal_events(single.tree(), "p.text"));
        single.tap("p.text");

        EXPECT_TRUE(single.shows("key.a"));
        EXPECT_FALSE(single.node("p.text").scrolled_out);
        EXPECT_LE(single.node("p.text").rect.bottom(), single.node("keyboard").rect.y);
    }
}

TEST(Typing, AWayToAHelperStaysWhileTypingUpright) {
    Form form;
    Frame upright;
    std::swap(upright.width_px, upright.height_px);
    BarItem help{"furniture.help", "Get a helper", Icon::help_person};
    help.important = true;
    const Page page{.id = "p",
                    .name = "Fall Town Hall",
                    .leading = {{"furniture.back", "Back", Icon::arrow_back},
                                {"furniture.start_over", "Start over", Icon::start_over}},
                    .trailing = {{"furniture.bigger", "Bigger", Icon::bigger_text}, help}};
    Headless screen([&](Ui& ui) { ui.page(page, [&] { ui.field("p.text", form.text, form.how); }); },
                    Density::guest, upright);
    screen.tap("p.text");

    EXPECT_TRUE(screen.shows("key.a"));
    EXPECT_TRUE(screen.shows("furniture.help"));
    EXPECT_LT(screen.node("furniture.help").rect.bottom(), screen.node("keyboard").rect.y);
    EXPECT_EQ(screen.findings(), "");
}

TEST(Typing, ThePadGoesOnOverThePageAfterDone) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); });
    screen.press(Key::pad_9);
    screen.press(Key::pad_5);
    ASSERT_TRUE(screen.shows("key.done"));
    for (int i = 0; i < 80 && screen.tree().focused != "key.done"; ++i) screen.press(Key::pad_9);
    screen.press(Key::pad_5);
    ASSERT_FALSE(screen.shows("key.done"));

    screen.press(Key::pad_9);

    EXPECT_NE(screen.tree().focused, "");
}

TEST(Typing, ThePadSteersTheScreenKeyboardAndItsDigitsAreNotTyped) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); });

    for (int i = 0; i < 6 && screen.tree().focused != "f.text"; ++i)
        screen.feed({KeyPress{Key::pad_2}, TextTyped{"2"}});
    screen.feed({KeyPress{Key::pad_5}, TextTyped{"5"}});
    ASSERT_TRUE(screen.shows("key.a"));
    for (int i = 0; i < 8 && screen.node(screen.tree().focused).role != Role::key; ++i)
        screen.press(Key::pad_2);
    ASSERT_EQ(screen.node(screen.tree().focused).role, Role::key);
    const std::string key = screen.tree().focused;
    screen.feed({KeyPress{Key::pad_5}, TextTyped{"5"}});

    EXPECT_EQ("key." + form.text, key);
}

TEST(Typing, ForgettingEndsTheEditing) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");

    screen.ui.forget();
    screen.settle();

    EXPECT_FALSE(screen.shows("keyboard"));
    EXPECT_EQ(screen.tree().focused, "");
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
