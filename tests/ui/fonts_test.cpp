// Every message of every catalogue, every language's own name and every key, drawn with nothing but the fonts
// that tools/setup and the package install.

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <regex>

#include "kiosk/ui/alphabets.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/words.h"
#include "tests/places.h"

namespace welcome::kiosk::ui::test {
namespace {

namespace fs = std::filesystem;

class Fonts : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        std::string pattern = (fs::temp_directory_path() / "welcome-fonts-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        // Where Debian's fonts-inter, fonts-noto-core, -ui-core and -cjk put their files.
        std::ofstream(folder / "fonts.conf")
            << "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
               "<dir>/usr/share/fonts/opentype/inter</dir><dir>/usr/share/fonts/truetype/noto</dir>"
               "<dir>/usr/share/fonts/opentype/noto</dir><cachedir>"
            << (folder / "cache").string() << "</cachedir></fontconfig>";
        ::setenv("FONTCONFIG_FILE", (folder / "fonts.conf").c_str(), 1);
    }
    static void TearDownTestSuite() { fs::remove_all(folder); }

    // Of the text, in both weights that screens use.
    int unknown(const std::string& text) {
        return shaper_.shape({.text = text, .px = 30}).unknown_glyphs +
               shaper_.shape({.text = text, .face = Face::bold, .px = 30}).unknown_glyphs;
    }

    static inline fs::path folder;
    TextShaper shaper_{nullptr, 20'000};
};

std::vector<std::string> messages_of(const fs::path& po) {
    static const std::regex line("msgstr(?:\\[\\d\\])? \"(.+)\"");
    std::ifstream in(po);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    std::vector<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at)
        found.push_back((*at)[1]);
    return found;
}

TEST_F(Fonts, DrawEveryMessageOfEveryCatalogue) {
    int catalogues = 0;
    for (const auto& entry :
         fs::directory_iterator(fs::path(welcome::test::source_dir()) / "assets" / "locale")) {
        if (entry.path().extension() != ".po") continue;
        std::string tag = entry.path().stem().string();
        std::replace(tag.begin(), tag.end(), '_', '-');
        shaper_.begin_frame(tag, is_right_to_left(tag));
        const auto messages = messages_of(entry.path());
        EXPECT_GT(messages.size(), 200U) << tag;
        for (const auto& message : messages) EXPECT_EQ(unknown(message), 0) << tag << ": " << message;
        EXPECT_EQ(unknown(own_name(tag)), 0) << tag;
        ++catalogues;
    }
    EXPECT_GE(catalogues, 2);
}

TEST_F(Fonts, DrawEveryKeyAndWhatHidesBehindIt) {
    for (const char* language : {"en", "es", "fr", "pt-BR", "ht", "vi", "tl", "ar", "ru", "ko"}) {
        shaper_.begin_frame(language, is_right_to_left(language));
        const Alphabet& alphabet = alphabet_of(language);
        EXPECT_EQ(unknown(std::string(alphabet.ordered)), 0) << language;
        for (const auto row : alphabet.typewriter) EXPECT_EQ(unknown(std::string(row)), 0) << language;
        for (std::size_t at = 0; at < alphabet.ordered.size();) {
            const std::size_t next = next_character(alphabet.ordered, at);
            for (const auto& variant : variants_of(alphabet.ordered.substr(at, next - at), language)) {
                EXPECT_EQ(unknown(variant), 0) << language << ": " << variant;
                EXPECT_EQ(unknown(shifted_letter(variant)), 0) << language << ": " << variant;
            }
            at = next;
        }
    }
    EXPECT_EQ(unknown("\u25CC\u0301\u25CC\u0323"), 0);
}

TEST_F(Fonts, DrawNamesOfOtherScriptsToo) {
    for (const char* name :
         {"محمد عبد الله", "Nguyễn Thị Minh Khai", "김민수", "李龍", "Ольга Щербакова", "ମିନତି", "አበበ",
          "မောင်မောင်", "सीता", "فرشته گل‌محمدی", "Xóchitl O’Brien"}) {
        EXPECT_EQ(unknown(name), 0) << name;
    }
}

// The count is one that can be other than nothing.
TEST_F(Fonts, DoNotDrawWhatIsNoCharacter) {
    EXPECT_GT(unknown("\U0010FFF0"), 0);
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
