// A slice of the audit that every build runs: each screen in every setting, in a short, a long and a mirrored
// language; and every language where there is least room. `kiosk --audit FOLDER` is the whole.

#include <algorithm>
#include <gtest/gtest.h>
#include <optional>

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

// The order of the focus is the tree's own: the smallest glass, both ways up, shows what goes out of sight.
bool walks(const Setting& setting) {
    return setting.glass.inches < 9;
}

enum class Whose { everybodys, tables };

void expect_no_findings(const Setting& setting, const std::string& language,
                        Whose whose = Whose::everybodys) {
    const auto words = ui::Words::load(locale(), language);
    ASSERT_TRUE(words);
    Studio studio(setting, *words);
    for (const auto& scene : samples::scenes()) {
        studio.enter(scene);
        if (whose == Whose::tables && studio.density() != ui::Density::staff) continue;
        const auto enter = [&scene](Studio& at) { at.enter(scene); };
        EXPECT_EQ(all_of(judge_looks(studio, enter)), "")
            << scene.name << "." << language << "." << setting.glass.name << "." << scale_name(setting);
        if (language == "en" && walks(setting)) {
            EXPECT_EQ(all_of(judge_focus(studio, enter)), "")
                << scene.name << "." << setting.glass.name << "." << scale_name(setting);
        }
    }
}

// One setting in one language at a time: its fonts and pictures are warm for all screens.
class EveryScreen : public ::testing::TestWithParam<std::size_t> {};

TEST_P(EveryScreen, HasNoFindings) {
    for (const std::string language : {"en", "es", "ar"})
        expect_no_findings(settings()[GetParam()], language);
}

std::optional<Setting> upright(std::string_view scale) {
    for (const auto& setting : settings()) {
        if (std::string_view(setting.glass.name) == "800x1280" && scale_name(setting) == scale)
            return setting;
    }
    return std::nullopt;
}

// Upright and 200 %: where any word that is too long goes out of sight.
class EveryLanguage : public ::testing::TestWithParam<std::string> {};

TEST_P(EveryLanguage, HasNoFindingsWhereThereIsLeastRoom) {
    const auto least = upright("200");
    ASSERT_TRUE(least);
    expect_no_findings(*least, GetParam());
}

// As volunteers hold it, whose screens are the fullest.
TEST_P(EveryLanguage, HasNoFindingsAtTheTables) {
    const auto held = upright("100");
    ASSERT_TRUE(held);
    expect_no_findings(*held, GetParam(), Whose::tables);
}

// Six kinds of plates on the usual tablet: nobody has to look for theirs.
class UsualTablet : public ::testing::TestWithParam<std::string> {};

TEST_P(UsualTablet, ShowsAllPlatesWithoutScrolling) {
    const auto words = ui::Words::load(locale(), GetParam());
    ASSERT_TRUE(words);
    Studio studio({.glass = {.name = "1280x800", .width_px = 1280, .height_px = 800, .inches = 10.1}},
                  *words);
    const auto& all = samples::scenes();
    const auto meals =
        std::find_if(all.begin(), all.end(), [](const auto& one) { return one.name == "meals"; });
    ASSERT_NE(meals, all.end());

    studio.enter(*meals);

    EXPECT_NE(studio.tree().find("meals.no_nuts.more"), nullptr);
    EXPECT_EQ(studio.tree().find("meals.body.down"), nullptr);
}

std::string as_name(std::string name) {
    for (char& letter : name) {
        if (letter == '-') letter = '_';
    }
    return name;
}

INSTANTIATE_TEST_SUITE_P(Audit, EveryScreen, ::testing::Range<std::size_t>(0, settings().size()),
                         [](const auto& one) {
                             const Setting setting = settings()[one.param];
                             return as_name(setting.glass.name + ("_" + scale_name(setting)));
                         });
INSTANTIATE_TEST_SUITE_P(Audit, EveryLanguage,
                         ::testing::Values("fr", "ht", "ko", "pt-BR", "ru", "so", "tl", "vi", "zh-Hans"),
                         [](const auto& one) { return as_name(one.param); });
INSTANTIATE_TEST_SUITE_P(Audit, UsualTablet,
                         ::testing::Values("en", "es", "ar", "fr", "ht", "ko", "pt-BR", "ru", "so", "tl",
                                           "vi", "zh-Hans"),
                         [](const auto& one) { return as_name(one.param); });

}  // namespace
}  // namespace welcome::kiosk::screens::audit::test
