// What each screen says in each language, and what each thing on it means when it is tapped. To accept a
// change: WELCOME_WRITE_GOLDEN=1 test_screens, then read the difference.

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

#include "tests/places.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

std::string read(const std::string& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

void expect_golden(const std::string& name, const std::string& now) {
    const std::string file = welcome::test::source_dir() + "/tests/screens/golden/" + name + ".txt";
    if (std::getenv("WELCOME_WRITE_GOLDEN")) std::ofstream(file) << now;
    EXPECT_EQ(now, read(file)) << file;
}

class Golden : public ::testing::TestWithParam<Scene> {};

TEST_P(Golden, SaysWhatItSaidInEnglish) {
    const Shown shown(GetParam(), "en");
    expect_golden(GetParam().name + ".en", as_text(shown.screen->tree()));
}

TEST_P(Golden, SaysWhatItSaidInSpanish) {
    const Shown shown(GetParam(), "es");
    expect_golden(GetParam().name + ".es", as_text(shown.screen->tree()));
}

// Tall, so that nothing waits below the fold.
ui::Frame tall() {
    ui::Frame frame;
    frame.width_px = 4200;
    frame.height_px = 4000;
    return frame;
}

// A field is typed into, everything else is tapped.
std::string use(const Scene& scene, const ui::Node& node) {
    Shown shown(scene, "en", tall());
    shown.put_keyboard_away();
    if (!shown.screen->tap(node.id)) return "cannot be tapped";
    if (node.role == ui::Role::field) shown.screen->type("7");
    std::string meant;
    for (const auto& action : shown.actions) meant += (meant.empty() ? "" : ", ") + text_of(action);
    return meant.empty() ? "nothing outside" : meant;
}

TEST_P(Golden, MeansWhatItMeant) {
    Shown shown(GetParam(), "en", tall());
    shown.put_keyboard_away();
    std::string meanings;
    for (const auto& node : shown.screen->tree().nodes) {
        if (!node.actionable || !node.enabled || node.behind || node.role == ui::Role::key) continue;
        meanings += node.id + " → " + use(GetParam(), node) + "\n";
    }
    expect_golden(GetParam().name + ".taps", meanings);
}

INSTANTIATE_TEST_SUITE_P(Screens, Golden, ::testing::ValuesIn(scenes()),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace welcome::kiosk::screens::test
