#include "kiosk/words/words.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace welcome::kiosk::words::test {
namespace {

namespace fs = std::filesystem;

// Catalogues of the test's own, compiled by gettext as the build does.
class WordsTest : public ::testing::Test {
  protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "welcome-words-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
        compile("en", "nplurals=2; plural=(n != 1);", "Already in, {time}", {"{n} person", "{n} people"});
        compile("ru",
                "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || "
                "n%100>=20) ? 1 : 2);",
                "Уже здесь, {time}", {"{n} человек", "{n} человека", "{n} человек"});
        compile("pt_BR", "nplurals=2; plural=(n > 1);", "Já entrou, {time}", {"{n} pessoa", "{n} pessoas"});
    }
    void TearDown() override { fs::remove_all(folder); }

    void compile(const std::string& language, const std::string& plural, const std::string& already,
                 const std::vector<std::string>& people) const {
        const fs::path po = folder / (language + ".po");
        std::ofstream file(po);
        file << "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: " << plural
             << "\\n\"\n\n"
             << "msgid \"already\"\nmsgstr \"" << already
             << "\"\n\nmsgid \"people\"\nmsgid_plural \"people\"\n";
        for (std::size_t i = 0; i < people.size(); ++i)
            file << "msgstr[" << i << "] \"" << people[i] << "\"\n";
        file.close();
        const fs::path out = folder / language / "LC_MESSAGES";
        fs::create_directories(out);
        const std::string command =
            "msgfmt -o '" + (out / "welcome-table.mo").string() + "' '" + po.string() + "'";
        ASSERT_EQ(std::system(command.c_str()), 0);
    }

    fs::path folder;
};

TEST_F(WordsTest, FillsPlacesByName) {
    const auto words = Words::load(folder, "en");
    ASSERT_TRUE(words);

    EXPECT_EQ((*words)("already", {{"time", "6:04 pm"}}), "Already in, 6:04 pm");
    EXPECT_EQ((*words)("already", {{"other", "x"}}), "Already in, {time}");
}

TEST_F(WordsTest, CountsByTheLanguagesOwnRule) {
    const auto english = Words::load(folder, "en");
    const auto russian = Words::load(folder, "ru");
    ASSERT_TRUE(english && russian);

    EXPECT_EQ(english->count("people", 1), "1 person");
    EXPECT_EQ(english->count("people", 0), "0 people");
    EXPECT_EQ(russian->count("people", 1), "1 человек");
    EXPECT_EQ(russian->count("people", 3), "3 человека");
    EXPECT_EQ(russian->count("people", 11), "11 человек");
}

TEST_F(WordsTest, AMissingKeyShowsItselfAndIsRemembered) {
    const auto words = Words::load(folder, "pt-BR");
    ASSERT_TRUE(words);

    EXPECT_EQ((*words)("already", {{"time", "18:04"}}), "Já entrou, 18:04");
    EXPECT_EQ((*words)("guest.nowhere"), "guest.nowhere");
    EXPECT_EQ(words->missing(), std::set<std::string>{"guest.nowhere"});
    EXPECT_FALSE(words->has("guest.nowhere"));
}

TEST_F(WordsTest, KnowsWhichLanguagesThereAre) {
    EXPECT_EQ(languages_in(folder), (std::vector<std::string>{"en", "pt-BR", "ru"}));
    EXPECT_FALSE(Words::load(folder, "vi"));
}

TEST_F(WordsTest, KnowsWhoReviewedTheCatalogue) {
    compile("vi", "nplurals=1; plural=0;\\nX-Reviewed-By: Nguyen Thi Hoa, 2026-11", "{time}", {"{n}"});

    EXPECT_EQ(reviewer_of(folder, "vi"), "Nguyen Thi Hoa, 2026-11");
    EXPECT_EQ(reviewer_of(folder, "ru"), "");
    EXPECT_EQ(reviewer_of(folder, "ko"), "");
}

TEST(OwnNames, AreInTheirOwnScript) {
    EXPECT_EQ(own_name("es"), "Español");
    EXPECT_EQ(own_name("en"), "English");
    EXPECT_EQ(own_name("ar"), "العربية");
    EXPECT_EQ(own_name("ht"), "Kreyòl ayisyen");
    EXPECT_EQ(own_name("vi"), "Tiếng Việt");
    EXPECT_EQ(own_name("zh-Hans"), "简体中文");
    EXPECT_TRUE(is_right_to_left("ar"));
    EXPECT_FALSE(is_right_to_left("es-PR"));
}

TEST(Clock, IsTheEventsZoneInTheReadersLanguage) {
    const sync::Instant at{std::chrono::milliseconds(1775170000000)};  // 2026-04-02 22:46:40 UTC

    EXPECT_EQ(time_text(at, "America/New_York", "en"), "6:46 pm");
    EXPECT_EQ(time_text(at, "America/Puerto_Rico", "en"), "6:46 pm");
    EXPECT_EQ(time_text(at, "America/Los_Angeles", "fr"), "15:46");
    EXPECT_EQ(date_text(at, "America/New_York", "en"), "Thursday, April 2");
}

TEST(Clock, SpeaksEveryLanguageOfTheHall) {
    const sync::Instant at{std::chrono::milliseconds(1775170000000)};
    const std::string zone = "America/New_York";

    EXPECT_EQ(date_text(at, zone, "ht"), "jedi 2 avril");
    EXPECT_EQ(time_text(at, zone, "ht"), "6:46 pm");
    EXPECT_EQ(date_text(at, zone, "ru"), "четверг, 2 апреля");
    EXPECT_EQ(date_text(at, zone, "pt-BR"), "quinta-feira, 2 de abril");
    EXPECT_EQ(date_text(at, zone, "ko"), "4월 2일 목요일");
    EXPECT_EQ(date_text(at, zone, "ar"), "الخميس، 2 أبريل");
    EXPECT_EQ(time_text(at, zone, "ar"), "6:46 م");
    EXPECT_EQ(time_text(at, zone, "vi"), "18:46");
    EXPECT_EQ(date_text(at, zone, "tl"), date_text(at, zone, "fil"));
    EXPECT_EQ(date_text(at, zone, "tl"), "Huwebes, Abril 2");
    EXPECT_EQ(date_text(at, zone, "so"), "Khamiis, Bisha Afraad 2");
}

TEST(Numbers, AreGroupedAsTheLanguageDoes) {
    EXPECT_EQ(number_text(999, "ar"), "999");
    EXPECT_EQ(number_text(12345, "en"), "12,345");
    EXPECT_EQ(number_text(12345, "es"), "12,345");  // as in the United States and Puerto Rico
    EXPECT_EQ(number_text(12345, "pt-BR"), "12.345");
    EXPECT_EQ(number_text(12345, "ar"), "12,345");
    EXPECT_EQ(number_text(12345, "ru"), "12\u00A0345");
}

TEST(MeantLanguage, IsFoundHoweverItsTagIsWritten) {
    const std::vector<std::string> known{"en", "pt-BR", "tl", "zh-Hans"};

    EXPECT_EQ(meant_language(known, "en"), "en");
    EXPECT_EQ(meant_language(known, "en-GB"), "en");
    EXPECT_EQ(meant_language(known, "pt"), "pt-BR");
    EXPECT_EQ(meant_language(known, "pt_BR"), "pt-BR");
    EXPECT_EQ(meant_language(known, "PT"), "pt-BR");
    EXPECT_EQ(meant_language(known, "fil"), "tl");
    EXPECT_EQ(meant_language(known, "zh"), "zh-Hans");
    EXPECT_EQ(meant_language(known, "hmn"), std::nullopt);
    EXPECT_EQ(meant_language(known, ""), std::nullopt);
}

}  // namespace
}  // namespace welcome::kiosk::words::test
