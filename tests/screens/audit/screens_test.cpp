// The audit as every build runs it: each screen on each glass, as it is, at 200 % and in high contrast, in a
// short, a long and a mirrored language; and in every language where there is least room. `kiosk --audit FOLDER`
// is the whole.

#include <gtest/gtest.h>

#include "kiosk/screens/audit/walk.h"
#include "tests/places.h"

namespace welcome::kiosk::screens::audit::test {
namespace {

std::filesystem::path locale() {
    return std::filesystem::path(welcome::test::bin_dir()) / ".." / "share" / "welcome-table" / "locale";
}

std::string all_of(const std::vector<ui::Finding>& findings) {
    std::string text;
    for (const auto& one : findings)
        text.append(ui::name(one.flaw))
            .append(" ")
            .append(one.id)
            .append(": ")
            .append(one.detail)
            .append("\n");
    return text;
}

const std::vector<std::string>& tongues() {
    static const std::vector<std::string> all{"ar", "en", "es", "fr", "ht", "ko",
                                              "pt-BR", "ru", "so", "tl", "vi", "zh-Hans"};
    return all;
}

// 8 inches, both ways up, with the largest letters.
bool is_hardest(const Setting& setting) {
    return setting.glass.inches < 9 && setting.text_scale > 1 && setting.contrast == ui::Contrast::normal;
}

// The order of the focus is the tree's own: the smallest glass, both ways up, shows what goes out of sight.
bool walks(const Setting& setting) {
    return setting.glass.inches < 9;
}

// One setting in one language at a time: its fonts and pictures are warm for all screens.
class EveryScreen : public ::testing::TestWithParam<std::size_t> {};

TEST_P(EveryScreen, HasNoFindings) {
    const Setting setting = settings()[GetParam()];
    for (const auto& language : ui::languages_in(locale())) {
        // A long language and a mirrored one stand for the others here.
        if (language != "en" && language != "es" && language != "ar") continue;
        const auto words = ui::Words::load(locale(), language);
        ASSERT_TRUE(words);
        Studio studio(setting, *words);
        for (const auto& scene : samples::scenes()) {
            const auto enter = [&scene](Studio& at) { at.enter(scene); };
            EXPECT_EQ(all_of(judge_looks(studio, enter)), "")
                << scene.name << "." << language << "." << setting.glass.name << "." << scale_name(setting);
            if (language == "en" && walks(setting)) {
                EXPECT_EQ(all_of(judge_focus(studio, enter)), "")
                    << scene.name << "." << setting.glass.name << "." << scale_name(setting);
            }
        }
    }
}

class EveryLanguage : public ::testing::TestWithParam<std::string> {};

TEST_P(EveryLanguage, HasNoFindingsWhereThereIsLeastRoom) {
    const auto words = ui::Words::load(locale(), GetParam());
    ASSERT_TRUE(words);
    for (const auto& setting : settings()) {
        if (!is_hardest(setting)) continue;
        Studio studio(setting, *words);
        for (const auto& scene : samples::scenes()) {
            EXPECT_EQ(all_of(judge_looks(studio, [&scene](Studio& at) { at.enter(scene); })), "")
                << scene.name << "." << GetParam() << "." << setting.glass.name;
        }
    }
}

TEST(Languages, AreAllAudited) {
    EXPECT_EQ(ui::languages_in(locale()), tongues());
}

INSTANTIATE_TEST_SUITE_P(Audit, EveryLanguage, ::testing::ValuesIn(tongues()), [](const auto& one) {
    std::string name = one.param;
    std::erase(name, '-');
    return name;
});

INSTANTIATE_TEST_SUITE_P(Audit, EveryScreen, ::testing::Range<std::size_t>(0, settings().size()),
                         [](const auto& one) {
                             const Setting setting = settings()[one.param];
                             std::string name = setting.glass.name + "_" + scale_name(setting);
                             for (char& letter : name) {
                                 if (letter == '-') letter = '_';
                             }
                             return name;
                         });

}  // namespace
}  // namespace welcome::kiosk::screens::audit::test
