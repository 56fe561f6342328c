// Chinese names by their sounds: letters are typed as they are, and characters are offered for them.

#include "kiosk/ui/pinyin.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "tests/ui/headless.h"

namespace welcome::kiosk::ui::test {
namespace {

bool offers(const std::vector<Conversion>& found, const std::string& text, std::size_t letters) {
    return std::any_of(found.begin(), found.end(),
                       [&](const auto& one) { return one.text == text && one.letters == letters; });
}

TEST(Pinyin, OffersWordsAndTheCharactersTheyBeginWith) {
    Pinyin pinyin;

    EXPECT_TRUE(offers(pinyin.conversions_of("nihao", false), "你好", 5));
    EXPECT_TRUE(offers(pinyin.conversions_of("nihao", false), "你", 2));
    EXPECT_TRUE(pinyin.conversions_of("", true).empty());
    EXPECT_TRUE(pinyin.conversions_of(std::string(400, 'a'), true).empty());
}

TEST(Pinyin, PutsFamilyNamesFirstWhereANameBegins) {
    Pinyin pinyin;

    ASSERT_FALSE(pinyin.conversions_of("li", true).empty());
    EXPECT_EQ(pinyin.conversions_of("li", true).front().text, "李");
    EXPECT_EQ(pinyin.conversions_of("wang", true).front().text, "王");
}

TEST(Pinyin, TakesTheLettersBeforeTheCaretThatAreNoLatinWord) {
    EXPECT_EQ(sounds_before("lixiao", 6), "lixiao");
    EXPECT_EQ(sounds_before("lixiao", 2), "li");
    EXPECT_EQ(sounds_before("李xiao", 7), "xiao");
    EXPECT_EQ(sounds_before("Mary", 4), "");
    EXPECT_EQ(sounds_before("Mary li", 7), "li");
    EXPECT_EQ(sounds_before("", 3), "");
}

class ChineseField : public ::testing::Test {
  protected:
    ChineseField() {
        Frame frame;
        frame.language = "zh-Hans";
        screen_ = std::make_unique<Headless>(
            [this](Ui& ui) {
                ui.page({.id = "f"}, [&] { ui.field("f.text", text_, {.kind = kind_, .label = "姓名"}); });
            },
            Density::guest, frame);
    }

    void keys(const std::string& letters) {
        for (const char letter : letters) ASSERT_TRUE(screen_->tap(std::string("key.") + letter));
    }

    // The key that offers this, turning on through the parts; empty: none does.
    std::string choice(const std::string& text) {
        for (int part = 0; part < 12; ++part) {
            for (const auto& node : screen_->tree().nodes) {
                if (node.id.starts_with("choice.") && node.label == text) return node.id;
            }
            if (!screen_->tap("choice.more")) return {};
        }
        return {};
    }

    std::string text_;
    FieldKind kind_ = FieldKind::name;
    std::unique_ptr<Headless> screen_;
};

TEST_F(ChineseField, WritesANameCharacterByCharacter) {
    screen_->tap("f.text");
    keys("chenmeiling");

    ASSERT_TRUE(screen_->tap(choice("陈")));
    EXPECT_EQ(text_, "陈meiling");
    ASSERT_TRUE(screen_->tap(choice("美")));
    ASSERT_TRUE(screen_->tap(choice("玲")));

    EXPECT_EQ(text_, "陈美玲");
    EXPECT_FALSE(screen_->shows("choice.1"));
}

TEST_F(ChineseField, KeysStayWhereTheyAreWhenChoicesCome) {
    screen_->tap("f.text");
    const float before = screen_->node("key.l").rect.y;
    keys("l");

    EXPECT_TRUE(screen_->shows("choice.1"));
    EXPECT_EQ(screen_->node("key.l").rect.y, before);
    EXPECT_EQ(screen_->findings(), "");
}

TEST_F(ChineseField, KeepsLettersThatNobodyConverts) {
    screen_->tap("f.text");
    keys("li");
    screen_->tap("key.done");

    EXPECT_EQ(text_, "li");
}

TEST_F(ChineseField, OffersNothingForALatinWordOrAnAddress) {
    screen_->tap("f.text");
    screen_->tap("key.shift");
    keys("mary");
    EXPECT_EQ(text_, "Mary");
    EXPECT_FALSE(screen_->shows("choice.1"));

    text_.clear();
    kind_ = FieldKind::email;
    screen_->settle();
    keys("li");
    EXPECT_FALSE(screen_->shows("choice.1"));
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
