// What is said of a frame's tree, and that nothing is said twice.

#include "kiosk/ui/narrator.h"

#include <filesystem>
#include <gtest/gtest.h>

#include "tests/places.h"

namespace welcome::kiosk::ui::test {
namespace {

Tree page() {
    Tree tree{.page = "find"};
    tree.nodes = {
        {.id = "find", .role = Role::page, .label = "Fall Town Hall"},
        {.id = "furniture.back", .role = Role::button, .label = "Back", .actionable = true},
        {.id = "find.title", .role = Role::heading, .label = "Let's find you"},
        {.id = "find.letters", .role = Role::field, .label = "First letters", .actionable = true},
        {.id = "find.adults", .role = Role::group, .label = "Grown-ups", .value = "1"},
        {.id = "find.adults.more", .role = Role::button, .label = "One more", .actionable = true},
        {.id = "key.a", .role = Role::key, .label = "a", .actionable = true},
    };
    return tree;
}

class Narrating : public ::testing::Test {
  protected:
    std::string look(const Tree& tree) {
        std::string all;
        const auto narration = narrator_.look(tree, words_);
        for (const auto& sentence : narration.sentences) all += (all.empty() ? "" : " | ") + sentence;
        return (narration.cuts ? "! " : "") + all;
    }

    Words words_ = Words::none();  // keys stand for sentences
    Narrator narrator_;
};

TEST_F(Narrating, TellsAllOfANewPageWithTheFurnitureLast) {
    const std::string all = look(page());

    EXPECT_TRUE(all.starts_with("! Let's find you. | speech.field_empty")) << all;
    EXPECT_TRUE(all.ends_with("speech.button.")) << all;
    EXPECT_EQ(all.find("| a"), std::string::npos) << all;  // The keys are told as one comes to them.
}

TEST_F(Narrating, IsSilentWhileNothingChanges) {
    look(page());

    EXPECT_EQ(look(page()), "");
}

TEST_F(Narrating, TellsWhatTheFocusCameTo) {
    auto tree = page();
    look(tree);
    tree.focused = "key.a";

    EXPECT_EQ(look(tree), "! a");
}

TEST_F(Narrating, EchoesWhatIsTyped) {
    auto tree = page();
    look(tree);
    tree.nodes[3].value = "r";
    EXPECT_EQ(look(tree), "! r");
    tree.nodes[3].value = "ro";
    EXPECT_EQ(look(tree), "! o");
    tree.nodes[3].value = "r";
    EXPECT_EQ(look(tree), "! speech.erased");
    tree.nodes[3].value = "rosa";
    look(tree);
    tree.nodes[3].value = "rsa";
    EXPECT_EQ(look(tree), "! speech.erased");
}

TEST_F(Narrating, TellsTheCharactersThatAreChosenForSounds) {
    auto tree = page();
    tree.nodes[3].value = "李xiaolong";
    look(tree);
    tree.nodes[3].value = "李小龙";

    EXPECT_EQ(look(tree), "! 小龙");
}

TEST_F(Narrating, NeverTellsHiddenDigits) {
    auto tree = page();
    tree.nodes[3].value = "\u25CF";
    look(tree);
    tree.nodes[3].value = "\u25CF\u25CF";

    EXPECT_EQ(look(tree), "! speech.taken");
}

TEST_F(Narrating, TellsTheSentenceThatAppears) {
    auto tree = page();
    look(tree);
    tree.nodes.push_back({.id = "notice", .role = Role::status, .label = "We could not find you."});

    EXPECT_EQ(look(tree), "We could not find you.");
}

TEST_F(Narrating, TellsNothingThatADialogCovers) {
    auto tree = page();
    look(tree);
    for (auto& node : tree.nodes) node.behind = true;
    tree.dialog = "idle";
    tree.nodes.push_back({.id = "idle.title", .role = Role::heading, .label = "Are you still here?"});

    EXPECT_EQ(look(tree), "! Are you still here?");
}

TEST_F(Narrating, ReadsThePageAgainAfterAQuestion) {
    auto tree = page();
    look(tree);
    tree.dialog = "idle";
    tree.nodes.push_back({.id = "idle", .role = Role::dialog, .label = "Are you still here?"});
    look(tree);

    EXPECT_TRUE(look(page()).starts_with("! Let's find you."));
}

TEST_F(Narrating, DoesNotReadThePageAgainWhenHeldLettersComeAndGo) {
    auto tree = page();
    look(tree);
    auto held = page();
    for (auto& node : held.nodes) node.behind = true;
    held.dialog = "held";
    held.nodes.push_back({.id = "held", .role = Role::group, .label = "a"});
    held.nodes.push_back({.id = "held.a_acute", .role = Role::key, .label = "á", .actionable = true});
    held.focused = "held.a_acute";

    EXPECT_EQ(look(held), "! á");
    tree.nodes[3].value = "á";
    EXPECT_EQ(look(tree), "! á");
}

TEST_F(Narrating, SaysOneMoreOfWhat) {
    const auto english = Words::load(
        std::filesystem::path(welcome::test::bin_dir()) / ".." / "share" / "welcome-table" / "locale", "en");
    ASSERT_TRUE(english);
    const auto tree = page();

    EXPECT_EQ(spoken(*tree.find("find.adults.more"), tree, *english), "Grown-ups. One more. Button.");
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
