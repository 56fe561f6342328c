// Keyboards of other languages, held letters, the order of letters, and the finger in a field.

#include <gtest/gtest.h>
#include <set>

#include "kiosk/ui/alphabets.h"
#include "kiosk/ui/text.h"
#include "tests/ui/headless.h"

namespace welcome::kiosk::ui::test {
namespace {

struct Form {
    std::string text;
    Field how{.kind = FieldKind::name, .label = "Name"};

    void operator()(Ui& ui) {
        ui.page({.id = "f"}, [&] {
            ui.field("f.text", text, how);
            ui.button("f.next", "Next");
        });
    }
};

Frame frame_in(const std::string& language) {
    Frame frame;
    frame.language = language;
    frame.right_to_left = language == "ar";
    return frame;
}

Frame upright(Frame frame) {
    std::swap(frame.width_px, frame.height_px);
    return frame;
}

// Letters of the language that no key types, on none of the parts that "more" turns to; each key says what it
// types.
std::string letters_missing(Headless& screen, const std::string& language) {
    std::set<std::string> keys;
    const auto look = [&] {
        for (const auto& node : screen.tree().nodes) {
            if (node.role == Role::key && node.actionable) keys.insert(node.label);
        }
    };
    look();
    for (int part = 0; part < 4 && screen.tap("key.more"); ++part) look();
    std::string missing;
    const std::string_view letters = alphabet_of(language).ordered;
    for (std::size_t at = 0; at < letters.size(); at = next_character(letters, at)) {
        const std::string letter(letters.substr(at, next_character(letters, at) - at));
        if (!keys.contains(letter)) missing += letter;
    }
    return missing;
}

TEST(HeldLetter, OffersTheLanguagesOwnAccents) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); }, Density::guest, frame_in("vi"));
    screen.tap("f.text");

    ASSERT_TRUE(screen.hold("key.a"));
    EXPECT_EQ(form.text, "");
    EXPECT_TRUE(screen.shows("held"));
    EXPECT_EQ(screen.findings(), "");
    ASSERT_TRUE(screen.tap("held.ue1baad"));  // ậ

    EXPECT_EQ(form.text, "\u1EAD");
    EXPECT_FALSE(screen.shows("held"));
    EXPECT_TRUE(screen.tap("key.b"));
    EXPECT_EQ(form.text, "\u1EADb");
}

TEST(HeldLetter, IsACapitalAfterShift) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); }, Density::guest, frame_in("es"));
    screen.tap("f.text");

    screen.tap("key.shift");
    screen.hold("key.n");
    ASSERT_TRUE(screen.tap("held.n_tilde"));

    EXPECT_EQ(form.text, "Ñ");
}

TEST(HeldLetter, GoesAwayWhenSomethingElseIsTouched) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");
    screen.hold("key.e");
    ASSERT_TRUE(screen.shows("held"));

    screen.feed({PointerDown{5, 5}, PointerUp{5, 5}});

    EXPECT_FALSE(screen.shows("held"));
    EXPECT_TRUE(screen.shows("keyboard"));
    EXPECT_EQ(form.text, "");
}

TEST(HeldLetter, AShortTouchStillTypes) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");

    screen.tap("key.e");

    EXPECT_EQ(form.text, "e");
}

TEST(HeldLetter, ArrowsAndEnterChooseToo) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); }, Density::guest, frame_in("fr"));
    screen.tap("f.text");
    screen.hold("key.e");
    ASSERT_TRUE(screen.shows("held"));

    EXPECT_EQ(screen.tree().focused, "held.e_acute");
    screen.press(Key::right);
    screen.press(Key::enter);

    EXPECT_EQ(form.text, "è");
}

TEST(Keyboards, ArabicRunsFromTheRightAndLeadsToLatin) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); }, Density::guest, frame_in("ar"));
    screen.tap("f.text");
    const auto key = [](std::string_view letter) {
        std::string id = "key.u";
        for (const char byte : letter) {
            char hex[3];
            std::snprintf(hex, sizeof hex, "%02x", static_cast<unsigned>(static_cast<unsigned char>(byte)));
            id += hex;
        }
        return id;
    };

    for (const char* letter : {"م", "ن", "ى"}) ASSERT_TRUE(screen.tap(key(letter))) << letter;
    EXPECT_EQ(form.text, "منى");
    EXPECT_GT(screen.node(key("ا")).rect.x, screen.node(key("ب")).rect.x);
    EXPECT_FALSE(screen.shows("key.shift"));
    EXPECT_EQ(screen.findings(), "");

    screen.tap("key.latin");
    ASSERT_TRUE(screen.tap("key.b"));
    EXPECT_EQ(form.text, "منىb");
    EXPECT_LT(screen.node("key.a").rect.x, screen.node("key.b").rect.x);
    EXPECT_EQ(screen.findings(), "");
    screen.tap("key.latin");
    EXPECT_TRUE(screen.shows(key("ا")));
}

TEST(Keyboards, KoreanLettersBecomeSyllablesAndBackspaceTakesOneLetter) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); }, Density::guest, frame_in("ko"));
    screen.tap("f.text");

    for (const char* key : {"key.ue384b1", "key.ue385a3", "key.ue38581"}) ASSERT_TRUE(screen.tap(key)) << key;
    EXPECT_EQ(form.text, "김");
    screen.tap("key.backspace");
    EXPECT_EQ(form.text, "기");

    screen.tap("key.space");
    screen.tap("key.backspace");
    screen.tap("key.backspace");
    EXPECT_EQ(form.text, "");
}

TEST(Keyboards, EachShowsItsWholeAlphabetInEveryLanguageBothWaysUp) {
    for (const char* language :
         {"en", "es", "fr", "pt-BR", "ht", "vi", "zh-Hans", "so", "tl", "ar", "ru", "ko"}) {
        for (const bool tall : {false, true}) {
            Form form;
            const Frame frame = tall ? upright(frame_in(language)) : frame_in(language);
            Headless screen([&](Ui& ui) { form(ui); }, Density::guest, frame);
            screen.tap("f.text");
            EXPECT_EQ(letters_missing(screen, language), "") << language << (tall ? " upright" : "");
            EXPECT_EQ(screen.findings(), "") << language << (tall ? " upright" : "");
            for (const char* page : {"key.signs", "key.letters", "key.accents"}) {
                if (screen.tap(page)) {
                    EXPECT_EQ(screen.findings(), "") << language << " " << page;
                }
            }
        }
    }
}

// 8 inches lying on its side: four rows at most, the rest of the letters a touch away.
TEST(Keyboards, ALowGlassHasFourRowsAndEveryLetter) {
    for (const char* language : {"en", "es", "vi", "ar", "ru", "ko"}) {
        Form form;
        Frame frame = frame_in(language);
        frame.px_per_mm = 7.43F;
        Headless screen([&](Ui& ui) { form(ui); }, Density::guest, frame);
        screen.tap("f.text");
        EXPECT_EQ(letters_missing(screen, language), "") << language;
        const auto rows = [&] {
            std::set<float> tops;
            for (const auto& node : screen.tree().nodes) {
                if (node.role == Role::key) tops.insert(node.rect.y);
            }
            return tops.size();
        };
        EXPECT_LE(rows(), 4U) << language;
        EXPECT_EQ(screen.findings(), "") << language;
        if (screen.tap("key.more")) {
            EXPECT_LE(rows(), 4U) << language;
            EXPECT_EQ(screen.findings(), "") << language;
        }
    }
}

// A label of two lines would stand half out of sight: the field typed into has the whole line.
TEST(Keyboards, OfFieldsSideBySideOnALowGlassOnlyTheOneTypedIntoStays) {
    const Page page{.id = "f",
                    .leading = {{"back", "Back", Icon::arrow_back}},
                    .trailing = {{.id = "help", .label = "Get a helper", .important = true}}};
    for (const bool low : {true, false}) {
        std::string letters, digits;
        Frame frame = frame_in("en");
        frame.px_per_mm = low ? 7.43F : 3.6F;  // 8 and 16 inches
        Headless screen(
            [&](Ui& ui) {
                ui.page(page, [&] {
                    ui.row({}, [&] {
                        ui.field("f.letters", letters, {.kind = FieldKind::name, .label = "First letters"});
                        ui.field("f.digits", digits, {.kind = FieldKind::digits, .label = "Last four"});
                        ui.button("f.clear", "Clear");
                    });
                });
            },
            Density::guest, frame);
        screen.tap("f.letters");
        screen.settle();
        EXPECT_EQ(screen.shows("f.digits"), !low);
        EXPECT_TRUE(screen.shows("f.letters"));
        EXPECT_TRUE(screen.shows("f.clear"));  // no field: it may be what the typing is for
        EXPECT_EQ(screen.findings(), "") << low;

        screen.tap("key.done");
        screen.settle();
        EXPECT_TRUE(screen.shows("f.digits"));
        EXPECT_FALSE(screen.ui.needs_another_frame());
    }
}

// Where the bar would leave no room for a label of 11 mm over the field, it stands beside it.
TEST(Keyboards, LeaveTheFieldItsLabelTheWayBackAndTheHelperOnEveryLyingGlass) {
    const Page page{
        .id = "f",
        .leading = {{"back", "Back", Icon::arrow_back}, {"again", "Start over", Icon::start_over}},
        .trailing = {{"reading", "Help me read", Icon::bigger_text},
                     {.id = "help", .label = "Get a helper", .icon = Icon::help_person, .important = true}}};
    for (const float px_per_mm : {7.43F, 5.87F, 3.6F}) {  // 8, 10.1 and 16 inches
        for (const char* language : {"en", "es", "zh-Hans", "vi", "ar", "ru", "ko"}) {
            Form form;
            Frame frame = frame_in(language);
            frame.px_per_mm = px_per_mm;
            Headless screen(
                [&](Ui& ui) {
                    ui.page(page, [&] {
                        ui.heading("f.title", "What is your name?");
                        ui.field("f.text", form.text, form.how);
                        ui.button("f.next", "Next");
                    });
                },
                Density::guest, frame);
            screen.tap("f.text");
            screen.settle();

            const auto& field = screen.node("f.text");
            ASSERT_TRUE(screen.shows("keyboard"));
            EXPECT_FALSE(field.scrolled_out) << language << " " << px_per_mm;
            EXPECT_LE(field.rect.bottom(), screen.node("keyboard").rect.y) << language << " " << px_per_mm;
            const float over_field = screen.node("help").rect.y < field.rect.y - screen.node("help").rect.h
                                         ? field.rect.y - screen.node("help").rect.bottom()
                                         : field.rect.y;
            EXPECT_GE(over_field, 10 * px_per_mm) << language << " " << px_per_mm;
            EXPECT_TRUE(screen.shows("back"));
            EXPECT_EQ(screen.findings(), "") << language << " " << px_per_mm;

            screen.tap("key.done");
            EXPECT_TRUE(screen.shows("again"));  // the whole bar is back
            EXPECT_FALSE(screen.ui.needs_another_frame());
        }
    }
}

TEST(Keyboards, TheGuestChoosesTheOrderOfLettersForThisVisit) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");
    EXPECT_LT(screen.node("key.a").rect.y, screen.node("key.q").rect.y);

    ASSERT_TRUE(screen.tap("key.order"));
    EXPECT_LT(screen.node("key.q").rect.y, screen.node("key.a").rect.y);
    EXPECT_EQ(screen.findings(), "");

    screen.ui.forget();
    screen.settle();
    screen.tap("f.text");
    EXPECT_LT(screen.node("key.a").rect.y, screen.node("key.q").rect.y);
}

TEST(Keyboards, VietnameseTonesGoOntoTheLastVowel) {
    Form form;
    Headless screen([&](Ui& ui) { form(ui); }, Density::guest, frame_in("vi"));
    screen.tap("f.text");
    for (const char* key : {"key.h", "key.o", "key.a"}) screen.tap(key);

    screen.tap("key.accents");
    ASSERT_TRUE(screen.tap("key.ucc80"));  // the falling tone

    EXPECT_EQ(form.text, "hoà");
}

TEST(Keyboards, AnEmailsEndingTakesThePlaceOfOneThatWasBegun) {
    Form form;
    form.how = {.kind = FieldKind::email, .label = "Email"};
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");
    screen.type("ana ruiz@gm");

    ASSERT_TRUE(screen.tap("key.at_gmail"));
    EXPECT_EQ(form.text, "anaruiz@gmail.com");
    screen.tap("key.signs");
    screen.tap("key.at_yahoo");
    EXPECT_EQ(form.text, "anaruiz@yahoo.com");
    EXPECT_FALSE(screen.shows("key.space"));
}

TEST(Keyboards, APhoneHasAPadWithAPlusAndACodeHasLettersAndDigits) {
    Form form;
    form.how = {.kind = FieldKind::phone, .label = "Phone"};
    Headless phone([&](Ui& ui) { form(ui); });
    phone.tap("f.text");
    EXPECT_TRUE(phone.tap("key.plus"));
    EXPECT_TRUE(phone.tap("key.1"));
    EXPECT_FALSE(phone.shows("key.a"));
    EXPECT_EQ(form.text, "+1");

    Form code;
    code.how = {.kind = FieldKind::code, .label = "Code"};
    Headless screen([&](Ui& ui) { code(ui); });
    screen.tap("f.text");
    for (const char* key : {"key.k", "key.7", "key.m"}) ASSERT_TRUE(screen.tap(key)) << key;
    EXPECT_EQ(code.text, "K7M");
}

TEST(FieldTouch, TheSecondTapPutsTheCaretWhereTheFingerIs) {
    Form form;
    form.text = "Xchitl Garcia Hernandez";
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");
    screen.type("!");
    EXPECT_EQ(form.text.back(), '!');

    screen.pass(std::chrono::seconds(1));
    screen.touch("f.text", 0.02F);
    screen.type("Z");

    EXPECT_EQ(form.text.front(), 'Z');
}

TEST(FieldTouch, ADragMarksAndTypingTakesItsPlace) {
    Form form;
    form.text = "Xochitl Garcia";
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");

    screen.pass(std::chrono::seconds(1));
    screen.drag("f.text", 0.01F, 0.99F);
    screen.tap("key.a");

    EXPECT_EQ(form.text, "a");
}

// The line moves while the finger drags; what it began at stays marked.
TEST(FieldTouch, ADragKeepsItsBeginningWhenTheLineScrolls) {
    Form form;
    for (int i = 0; i < 12; ++i) form.text += "abcdefgh ";
    form.how.most_characters = 200;
    const std::string before = form.text;
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");  // The caret stands at the end: the line has scrolled to it.
    screen.pass(std::chrono::seconds(1));

    const Rect rect = screen.node("f.text").visible;
    const float y = rect.centre_y();
    const auto at = [&](float part) { return rect.x + rect.w * part; };
    screen.feed(PointerDown{at(0.5F), y});
    for (const float part : {0.4F, 0.2F, 0.02F, -0.1F, -0.2F, -0.3F, -0.3F, -0.3F}) {
        screen.feed(PointerMove{at(part), y});
        screen.pass(std::chrono::milliseconds(100));
    }
    screen.feed(PointerUp{at(-0.3F), y});
    screen.press(Key::backspace);

    const std::string tail = before.substr(before.size() - 9);
    EXPECT_TRUE(form.text.ends_with(tail)) << form.text;  // nothing to the right of where it began is gone
    EXPECT_LT(form.text.size(), before.size());
}

TEST(FieldTouch, TwoQuickTapsMarkTheWord) {
    Form form;
    form.text = "Rosa Garcia";
    Headless screen([&](Ui& ui) { form(ui); });
    screen.tap("f.text");

    screen.pass(std::chrono::seconds(1));
    screen.touch("f.text", 0.05F);
    screen.touch("f.text", 0.05F);
    screen.tap("key.backspace");

    EXPECT_EQ(form.text, " Garcia");
}

TEST(FieldTouch, ArrowsPointTheSameWayInANameFromTheRight) {
    Form form;
    form.text = "منى";
    Headless screen([&](Ui& ui) { form(ui); }, Density::guest, frame_in("ar"));
    screen.tap("f.text");

    screen.press(Key::home);
    screen.press(Key::left);
    screen.press(Key::backspace);

    EXPECT_EQ(form.text, "نى");
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
