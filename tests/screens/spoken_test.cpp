// All that stands on a guest's screen is said, in the order in which it is read, the furniture last.

#include <gtest/gtest.h>

#include "kiosk/ui/narrator.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

class Spoken : public ::testing::TestWithParam<Scene> {};

// Has words of its own to say: a page's name and a dialog's are in their titles, the keys are told one by
// one.
bool speaks(const ui::Node& node, const ui::Tree& tree) {
    using ui::Role;
    return !node.behind && !node.label.empty() && node.role != Role::page && node.role != Role::dialog &&
           node.role != Role::key && node.id != "dialog.seconds" && node.id != tree.dialog;
}

std::string without_stop(std::string text) {
    while (!text.empty() && text.back() == '.') text.pop_back();
    return text;
}

TEST_P(Spoken, TellsAllOfAGuestsScreenInItsOrder) {
    const Shown shown(GetParam(), "en");
    const auto& screen = shown.evening.model.screen;
    if (is_staff_screen(screen) || std::holds_alternative<TimerBoard>(screen)) return;
    const auto& tree = shown.screen->tree();

    const auto said = ui::Narrator().look(tree, words_of("en")).sentences;

    std::size_t body = 0, furniture = 0;  // where in what is said the last of each stood
    for (const auto& node : tree.nodes) {
        if (!speaks(node, tree)) continue;
        const std::string all = ui::spoken(node, tree, words_of("en"));
        EXPECT_NE(all.find(without_stop(node.label)), std::string::npos) << node.id << ": " << all;
        if (node.role != ui::Role::progress) {
            EXPECT_NE(all.find(without_stop(node.value)), std::string::npos) << node.id << ": " << all;
        }
        const bool outer = node.id.starts_with("furniture.") || node.id.find(".body.") != std::string::npos;
        std::size_t& last = outer ? furniture : body;
        const auto found = std::find(said.begin() + static_cast<std::ptrdiff_t>(last), said.end(), all);
        ASSERT_NE(found, said.end()) << node.id << " is not said, or not in its place: " << all;
        last = static_cast<std::size_t>(found - said.begin()) + 1;
    }
    EXPECT_TRUE(furniture == 0 || body <= furniture);
}

INSTANTIATE_TEST_SUITE_P(Screens, Spoken, ::testing::ValuesIn(scenes()),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace welcome::kiosk::screens::test
