#include "kiosk/scan/wedge.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace welcome::kiosk::scan::test {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

// What came out, as one line: typed text as it is, "⏎" and "⇥" for keys, scans in brackets, "!" refused.
struct Heard {
    std::string typed;
    std::vector<std::string> scans;
    int refused = 0;

    void take(const std::vector<WedgeOutput>& outputs) {
        for (const auto& output : outputs) {
            if (const auto* text = std::get_if<TypedText>(&output)) typed += text->text;
            if (std::holds_alternative<TypedEnter>(output)) typed += '\n';
            if (std::holds_alternative<TypedTab>(output)) typed += '\t';
            if (const auto* scan = std::get_if<ScannedText>(&output)) scans.push_back(scan->text);
            if (std::holds_alternative<ScanRefused>(output)) ++refused;
        }
    }
};

// Plays keys into a wedge, and ticks it when it asks to be.
class Desk {
  public:
    void wait(milliseconds time) {
        const auto until = now_ + time;
        if (wedge_.holds() && wedge_.due() <= until) heard.take(wedge_.tick(wedge_.due()));
        now_ = until;
    }
    void letters(const std::string& text, milliseconds between) {
        for (const char letter : text) {
            heard.take(wedge_.letter(std::string_view(&letter, 1), now_));
            wait(between);
        }
    }
    void enter() { heard.take(wedge_.enter(now_)); }
    void tab() { heard.take(wedge_.tab(now_)); }
    void rest() { wait(1000ms); }

    Heard heard;
    Wedge wedge_;

  private:
    Wedge::Time now_{1h};
};

TEST(Wedge, HearsAScannersBurstAndSwallowsItsEnter) {
    Desk desk;

    desk.letters("WT1:ABCDEF", 8ms);
    desk.enter();
    desk.rest();

    EXPECT_EQ(desk.heard.scans, std::vector<std::string>{"WT1:ABCDEF"});
    EXPECT_EQ(desk.heard.typed, "");
}

TEST(Wedge, HearsABurstThatEndsWithTabOrWithAPause) {
    Desk desk;

    desk.letters("TICKET-1", 8ms);
    desk.tab();
    desk.rest();
    desk.letters("TICKET-2", 8ms);
    desk.rest();

    EXPECT_EQ(desk.heard.scans, (std::vector<std::string>{"TICKET-1", "TICKET-2"}));
    EXPECT_EQ(desk.heard.typed, "");
}

TEST(Wedge, LetsAPersonTypeAndPressKeys) {
    Desk desk;

    desk.letters("Rosa", 60ms);
    desk.tab();
    desk.letters("Guerrero", 75ms);
    desk.enter();
    desk.rest();

    EXPECT_EQ(desk.heard.typed, "Rosa\tGuerrero\n");
    EXPECT_TRUE(desk.heard.scans.empty());
}

TEST(Wedge, LettersAreOnlyHeldForAnInstant) {
    Wedge wedge;
    const Wedge::Time start{1h};

    EXPECT_TRUE(wedge.letter("a", start).empty());
    EXPECT_TRUE(wedge.holds());
    EXPECT_LE(wedge.due() - start, 60ms);
    EXPECT_EQ(wedge.tick(wedge.due()).size(), 1U);
    EXPECT_FALSE(wedge.holds());
}

TEST(Wedge, TwoQuickLettersOfAPersonAreNoScan) {
    Desk desk;

    desk.letters("th", 20ms);
    desk.rest();
    desk.letters("e", 90ms);
    desk.enter();

    EXPECT_EQ(desk.heard.typed, "the\n");
}

TEST(Wedge, AStumbleOfTheWindowLeaksNothingOfAScan) {
    Desk desk;

    desk.letters("AB", 45ms);  // The window was drawing, and handed the keys out late.
    desk.letters("CDEF", 2ms);
    desk.wait(43ms);
    desk.letters("GHIJKLMNOP", 2ms);
    desk.enter();
    desk.rest();

    EXPECT_EQ(desk.heard.scans, std::vector<std::string>{"ABCDEFGHIJKLMNOP"});
    EXPECT_EQ(desk.heard.typed, "");
}

TEST(Wedge, ALateEnterAndASecondOneAreTheScannersToo) {
    Desk desk;

    desk.letters("TICKET-1", 8ms);
    desk.wait(90ms);
    desk.enter();
    desk.enter();
    desk.wait(1000ms);
    desk.enter();

    EXPECT_EQ(desk.heard.scans, std::vector<std::string>{"TICKET-1"});
    EXPECT_EQ(desk.heard.typed, "\n");  // The last is a person's.
}

TEST(Wedge, AKeyHeldDownIsAPersons) {
    Desk desk;

    desk.letters("aaaaaaaaaaaa", 33ms);
    desk.rest();

    EXPECT_EQ(desk.heard.typed, "aaaaaaaaaaaa");
    EXPECT_TRUE(desk.heard.scans.empty());
}

TEST(Wedge, OtherKeysComeAfterTheLettersBeforeThem) {
    Wedge wedge;
    const Wedge::Time start{1h};

    EXPECT_TRUE(wedge.letter("a", start).empty());
    const auto out = wedge.other_key();

    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(std::get<TypedText>(out[0]).text, "a");
    EXPECT_FALSE(wedge.holds());
}

TEST(Wedge, ControlCharactersInABurstRefuseAllOfIt) {
    Desk desk;

    desk.letters(std::string("TICKET\x1b[2J-1"), 5ms);
    desk.enter();
    desk.rest();

    EXPECT_EQ(desk.heard.refused, 1);
    EXPECT_TRUE(desk.heard.scans.empty());
    EXPECT_EQ(desk.heard.typed, "");
}

TEST(Wedge, AnEndlessBurstIsRefusedOnceAndKeepsNothing) {
    Desk desk;

    desk.letters(std::string(Wedge::k_longest_burst, 'x') + "yz", 1ms);
    desk.enter();
    desk.rest();
    desk.letters("TICKET-1", 8ms);
    desk.enter();

    EXPECT_EQ(desk.heard.refused, 1);
    EXPECT_EQ(desk.heard.scans, std::vector<std::string>{"TICKET-1"});
    EXPECT_EQ(desk.heard.typed, "");
}

TEST(Wedge, LettersOfManyBytesCountOnce) {
    Wedge wedge;
    Wedge::Time now{1h};
    Heard heard;
    for (const char* letter : {"é", "李", "ñ", "a", "b"}) heard.take(wedge.letter(letter, now += 5ms));
    heard.take(wedge.enter(now += 5ms));

    EXPECT_EQ(heard.typed, "é李ñab\n");  // Five letters are no scan.
}

struct Piece {
    bool by_scanner = false;
    std::string text;
    int terminator = 0;  // 0 nothing, 1 Enter, 2 Tab
    std::vector<int> gaps;
};

rc::Gen<Piece> any_piece() {
    return rc::gen::exec([] {
        Piece piece;
        piece.by_scanner = *rc::gen::arbitrary<bool>();
        const auto length = *(piece.by_scanner ? rc::gen::inRange(6, 60) : rc::gen::inRange(1, 15));
        piece.text = *rc::gen::container<std::string>(static_cast<std::size_t>(length),
                                                      rc::gen::inRange<char>('!', '~'));
        if (piece.by_scanner) piece.text.replace(0, 2, "A1");  // No key held down.
        piece.terminator = *rc::gen::inRange(0, 3);
        const auto gap = piece.by_scanner ? rc::gen::inRange(0, 35) : rc::gen::inRange(60, 400);
        piece.gaps = *rc::gen::container<std::vector<int>>(static_cast<std::size_t>(length), gap);
        return piece;
    });
}

RC_GTEST_PROP(Wedge, HoweverTheyInterleaveTypingAndScansAreTheirOwn, ()) {
    const auto pieces = *rc::gen::container<std::vector<Piece>>(any_piece());
    Desk desk;
    std::string typed;
    std::vector<std::string> scans;

    for (const auto& piece : pieces) {
        for (std::size_t i = 0; i < piece.text.size(); ++i)
            desk.letters(piece.text.substr(i, 1), milliseconds(piece.gaps[i]));
        if (piece.terminator == 1) desk.enter();
        if (piece.terminator == 2) desk.tab();
        desk.wait(milliseconds(*rc::gen::inRange(210, 900)));
        if (piece.by_scanner) scans.push_back(piece.text);
        if (!piece.by_scanner)
            typed += piece.text + (piece.terminator == 1 ? "\n" : piece.terminator == 2 ? "\t" : "");
    }

    RC_ASSERT(desk.heard.typed == typed);
    RC_ASSERT(desk.heard.scans == scans);
    RC_ASSERT(desk.heard.refused == 0);
}

// Whatever the times, no letter is lost, doubled or out of order.
RC_GTEST_PROP(Wedge, EveryLetterComesOutOnce, ()) {
    const auto gaps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 120));
    Desk desk;
    std::string fed;

    for (const int gap : gaps) {
        const char letter = *rc::gen::inRange<char>('a', 'z');
        fed += letter;
        desk.letters(std::string(1, letter), milliseconds(gap));
    }
    desk.rest();

    std::string scanned;
    for (const auto& scan : desk.heard.scans) scanned += scan;
    RC_ASSERT(desk.heard.typed.size() + scanned.size() == fed.size());
    RC_ASSERT(desk.heard.refused == 0);
}

}  // namespace
}  // namespace welcome::kiosk::scan::test
