// Code has keys, catalogues have sentences: the same keys in both, and English that a ten-year-old reads.
// What the languages owe one another is tools/check_catalogues.py's.

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include "kiosk/screens/audit/reading.h"
#include "tests/places.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

// key → its sentences (one, or one a plural form), as the .po file has them.
std::map<std::string, std::vector<std::string>> catalogue(const std::string& language) {
    const std::string text =
        read(fs::path(welcome::test::source_dir()) / "assets" / "locale" / (language + ".po"));
    static const std::regex line("(msgid|msgstr(?:\\[\\d\\])?) \"((?:[^\"\\\\]|\\\\.)*)\"");
    std::map<std::string, std::vector<std::string>> entries;
    std::string key;
    for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at) {
        const std::string what = (*at)[1];
        const std::string words = (*at)[2];
        if (what == "msgid") {
            key = words;
        } else if (!key.empty()) {
            entries[key].push_back(words);
        }
    }
    return entries;
}

// Keys are the only string literals of this shape; ids have it too, so those that are no key are named here.
std::set<std::string> literals_of_screens() {
    static const std::regex literal("\"([a-z_]+\\.[a-z_.]+)\"");
    std::set<std::string> found;
    const auto root = fs::path(welcome::test::source_dir()) / "kiosk";
    for (const auto* folder : {"app", "labels", "screens", "ui"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (entry.path().extension() != ".cpp") continue;
            const std::string text = read(entry.path());
            for (std::sregex_iterator at(text.begin(), text.end(), literal), end; at != end; ++at)
                found.insert((*at)[1]);
        }
    }
    return found;
}

// A time may end in a full stop itself ("6:04 p. m.").
TEST(Catalogues, PutNoFullStopAfterASpanishTime) {
    for (const auto& [key, sentences] : catalogue("es")) {
        for (const auto& sentence : sentences) EXPECT_EQ(sentence.find("{time}."), std::string::npos) << key;
    }
}

TEST(Catalogues, HaveNoSentenceThatNobodySays) {
    const auto said = literals_of_screens();
    constexpr std::array families = {"card.by.", "deed.", "labels.state.", "needs.",
                                     "sync.fact."};  // made from a kind's or a need's word
    for (const auto& [key, sentences] : catalogue("en")) {
        const bool in_family =
            std::any_of(families.begin(), families.end(),
                        [&key = key](const char* family) { return key.starts_with(family); });
        EXPECT_TRUE(in_family || said.contains(key)) << key;
    }
}

TEST(Catalogues, HaveEveryKeyThatStepsSay) {
    static const std::regex said("(?:say|Notice|words|count)\\w*[({]\\s*\"([a-z_]+\\.[a-z_.]+[a-z_])\"");
    const auto english = catalogue("en");
    int seen = 0;
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(welcome::test::source_dir()) / "kiosk" / "screens")) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string text = read(entry.path());
        for (std::sregex_iterator at(text.begin(), text.end(), said), end; at != end; ++at, ++seen)
            EXPECT_TRUE(english.contains((*at)[1])) << (*at)[1] << " in " << entry.path();
    }
    EXPECT_GT(seen, 150);
}

class Wording : public ::testing::TestWithParam<Scene> {};

TEST_P(Wording, MissesNothingInEitherLanguage) {
    for (const std::string language : {"en", "es"}) {
        const Shown shown(GetParam(), language);
        EXPECT_TRUE(words_of(language).missing().empty())
            << language << ": " << *words_of(language).missing().begin();
        for (const auto& node : shown.screen->tree().nodes)
            EXPECT_EQ(node.label.find('{'), std::string::npos) << node.id << ": " << node.label;
    }
}

TEST_P(Wording, IsReadableInTheFifthGrade) {
    const Shown shown(GetParam(), "en");

    EXPECT_LE(audit::reading_grade(shown.screen->tree()), audit::k_highest_grade);
}

INSTANTIATE_TEST_SUITE_P(Screens, Wording, ::testing::ValuesIn(scenes()),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace welcome::kiosk::screens::test
