#include "kiosk/ui/compose.h"

#include <gtest/gtest.h>

#include "kiosk/ui/text.h"

namespace welcome::kiosk::ui::test {
namespace {

// Types one letter after the other at the end, as a field does.
std::string typed(std::string_view letters) {
    std::string text;
    for (std::size_t at = 0; at < letters.size();) {
        const std::size_t next = next_character(letters, at);
        const std::string_view letter = letters.substr(at, next - at);
        const std::size_t from = previous_character(text, text.size());
        if (const auto both = composed(std::string_view(text).substr(from), letter)) {
            text.replace(from, std::string::npos, *both);
        } else {
            text += letter;
        }
        at = next;
    }
    return text;
}

TEST(Korean, LettersBuildSyllables) {
    EXPECT_EQ(typed("ㅎㅏㄴㄱㅜㄱ"), "한국");
    EXPECT_EQ(typed("ㄱㅣㅁㅁㅣㄴㅅㅜ"), "김민수");
    EXPECT_EQ(typed("ㅇㅣㅅㅓㅇㅕㄴ"), "이서연");
    EXPECT_EQ(typed("ㅂㅏㄱㅈㅣㅎㅜ"), "박지후");
}

TEST(Korean, TwoVowelsAndTwoConsonantsMakeOne) {
    EXPECT_EQ(typed("ㅊㅗㅣ"), "최");
    EXPECT_EQ(typed("ㄱㅜㅓㄴ"), "권");
    EXPECT_EQ(typed("ㄷㅏㄹㄱ"), "닭");
    EXPECT_EQ(typed("ㅇㅓㅂㅅㅇㅓ"), "없어");
}

TEST(Korean, AConsonantMovesToTheVowelThatFollows) {
    EXPECT_EQ(typed("ㄱㅏㄴㅏ"), "가나");
    EXPECT_EQ(typed("ㄷㅏㄹㄱㅣ"), "달기");
    EXPECT_EQ(typed("ㄲㅗㅊㅣ"), "꼬치");
}

TEST(Korean, WhatDoesNotFitStandsByItself) {
    EXPECT_EQ(typed("ㅏㅏ"), "ㅏㅏ");
    EXPECT_EQ(typed("ㄱㄴ"), "ㄱㄴ");
    EXPECT_EQ(typed("aㅏ"), "aㅏ");
    EXPECT_EQ(typed("ㄱㅏㄸ"), "가ㄸ");
}

TEST(Korean, IsTakenApartLetterByLetter) {
    EXPECT_EQ(without_last_letter("닭"), "달");
    EXPECT_EQ(without_last_letter("달"), "다");
    EXPECT_EQ(without_last_letter("최"), "초");
    EXPECT_EQ(without_last_letter("다"), "ㄷ");
    EXPECT_EQ(without_last_letter("ㄷ"), std::nullopt);
    EXPECT_EQ(without_last_letter("a"), std::nullopt);
}

TEST(Tones, GoOntoTheirVowel) {
    EXPECT_EQ(typed("a\u0301"), "á");
    EXPECT_EQ(typed("ê\u0323"), "ệ");
    EXPECT_EQ(typed("ư\u0309"), "ử");
    EXPECT_EQ(typed("Ơ\u0303"), "Ỡ");
}

TEST(Tones, ASecondOneTakesTheFirstOnesPlaceAndTheSameTakesItAway) {
    EXPECT_EQ(typed("á\u0300"), "à");
    EXPECT_EQ(typed("ấ\u0323"), "ậ");
    EXPECT_EQ(typed("á\u0301"), "a");
}

TEST(Tones, AreNothingWithoutALetter) {
    EXPECT_EQ(composed("", "\u0301"), std::nullopt);
    EXPECT_EQ(composed("1", "\u0301"), std::nullopt);
    EXPECT_EQ(composed("b", "\u0301"), std::nullopt);
    EXPECT_TRUE(is_mark("\u0323"));
    EXPECT_FALSE(is_mark("a"));
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
