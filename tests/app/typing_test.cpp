#include "kiosk/app/typing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace welcome::kiosk::app::test {
namespace {

using namespace std::chrono_literals;
using Time = Typing::Time;

// A field and a scanner's ear behind one keyboard.
struct Desk {
    std::string field;  // Enter as '\n', Tab as '\t', an arrow as '>', a touch as '!'
    std::vector<std::string> scans;
    Time now{};
    Typing typing{Typing::Out{.typed = [this](const ui::InputEvent& event) { note(event); },
                              .scanned = [this](const std::string& text) { scans.push_back(text); }}};

    void note(const ui::InputEvent& event) {
        if (const auto* text = std::get_if<ui::TextTyped>(&event)) field += text->text;
        if (std::holds_alternative<ui::PointerDown>(event)) field += '!';
        const auto* key = std::get_if<ui::KeyPress>(&event);
        if (!key) return;
        if (key->key == ui::Key::enter) field += '\n';
        if (key->key == ui::Key::tab) field += '\t';
        if (key->key == ui::Key::right) field += '>';
    }
    void letters(const std::string& text, std::chrono::milliseconds apart) {
        for (const char letter : text) {
            typing.feed(ui::TextTyped{std::string(1, letter)}, now);
            now += apart;
            if (const auto due = typing.due(now); due && *due <= now) typing.tick(now);
        }
    }
    void key(ui::Key key) { typing.feed(ui::KeyPress{key}, now); }
    void rest() {
        now += 1s;
        typing.tick(now);
    }
};

TEST(Typing, OfAPersonReachesTheFieldLetterByLetter) {
    Desk desk;
    desk.letters("Rosa", 120ms);
    EXPECT_EQ(desk.field, "Rosa");
    desk.key(ui::Key::enter);

    EXPECT_EQ(desk.field, "Rosa\n");
    EXPECT_TRUE(desk.scans.empty());
}

TEST(Typing, OfAScannerNeverReachesTheField) {
    Desk desk;
    desk.letters("WTI:ABCDEF0123", 5ms);
    desk.key(ui::Key::enter);
    desk.rest();

    EXPECT_EQ(desk.field, "");
    EXPECT_EQ(desk.scans, (std::vector<std::string>{"WTI:ABCDEF0123"}));
}

TEST(Typing, ATouchWaitsForTheLettersHeldBackBeforeIt) {
    Desk desk;
    desk.typing.feed(ui::TextTyped{"a"}, desk.now);
    desk.now += 10ms;
    desk.typing.feed(ui::PointerDown{}, desk.now);
    EXPECT_EQ(desk.field, "");
    desk.rest();

    EXPECT_EQ(desk.field, "a!");
}

TEST(Typing, ATouchDuringAScanDoesNotBreakTheScan) {
    Desk desk;
    desk.letters("WTI:ABC", 5ms);
    desk.typing.feed(ui::PointerDown{}, desk.now);
    desk.letters("DEF0123", 5ms);
    desk.key(ui::Key::enter);

    EXPECT_EQ(desk.field, "!");
    EXPECT_EQ(desk.scans, (std::vector<std::string>{"WTI:ABCDEF0123"}));
}

TEST(Typing, HeldLettersComeBeforeTheArrowThatFollowsThem) {
    Desk desk;
    desk.typing.feed(ui::TextTyped{"a"}, desk.now);
    desk.now += 10ms;
    desk.key(ui::Key::right);

    EXPECT_EQ(desk.field, "a>");
}

TEST(Typing, TellsWhenWhatItHoldsMustBeLetGo) {
    Desk desk;
    EXPECT_FALSE(desk.typing.due(desk.now));
    desk.typing.feed(ui::TextTyped{"a"}, desk.now);
    ASSERT_TRUE(desk.typing.due(desk.now));
    desk.typing.tick(*desk.typing.due(desk.now));

    EXPECT_EQ(desk.field, "a");
    EXPECT_FALSE(desk.typing.due(desk.now));
}

TEST(Typing, ABurstThatIsTooLongIsScannedAsTooLongToBeATicket) {
    Desk desk;
    desk.letters(std::string(300, 'a') + std::string(300, 'b'), 1ms);
    desk.key(ui::Key::enter);
    desk.rest();

    EXPECT_EQ(desk.field, "");
    ASSERT_EQ(desk.scans.size(), 1U);
    EXPECT_GT(desk.scans[0].size(), scan::Wedge::k_longest_burst);
}

RC_GTEST_PROP(Typing, LosesNoLetterOfAPersonAtAnyPace, ()) {
    Desk desk;
    std::string typed;
    for (const auto pause : *rc::gen::container<std::vector<int>>(rc::gen::inRange(40, 900))) {
        typed += static_cast<char>('a' + pause % 26);
        desk.letters(typed.substr(typed.size() - 1), std::chrono::milliseconds(pause));
    }
    desk.rest();

    RC_ASSERT(desk.field == typed);
    RC_ASSERT(desk.scans.empty());
}

}  // namespace
}  // namespace welcome::kiosk::app::test
