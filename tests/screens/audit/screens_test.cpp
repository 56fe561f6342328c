// A slice of the audit that every build runs: each screen on the smallest glass and the usual one, as it is
// and at 200 %, in a short and a long language, and in high contrast. `kiosk --audit FOLDER` is the whole.

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
