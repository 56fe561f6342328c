// The audit finds what is planted: each fault alone on a screen that has no other.

#include <gtest/gtest.h>

#include "kiosk/screens/audit/judge.h"
#include "kiosk/screens/audit/pixels.h"
#include "kiosk/screens/audit/reading.h"

namespace welcome::kiosk::screens::audit::test {
namespace {

using ui::Flaw;

class Planted : public ::testing::Test {
  protected:
    Planted() : words_(ui::Words::none()), studio_({}, words_) {}

    // "target-size small, contrast pale": what looks and focus find.
    std::string found(const std::function<void(ui::Ui&)>& body, ui::Theme theme = guest()) {
        const auto draw = [body](ui::Ui& ui) {
            ui.page({.id = "hall"}, [&] {
                ui.heading("hall.title", "Hello");
                body(ui);
            });
        };
        const auto enter = [&](Studio& studio) { studio.enter(draw, theme); };
        std::string text;
        for (const auto& findings : {judge_looks(studio_, enter), judge_focus(studio_, enter)}) {
            for (const auto& one : findings)
                text.append(text.empty() ? "" : ", ").append(ui::name(one.flaw)).append(" ").append(one.id);
        }
        return text;
    }

    static ui::Theme guest() { return ui::make_theme(ui::Density::guest); }
    static void nothing(ui::Ui& ui) { ui.button("hall.go", "Go on"); }

    ui::Words words_;
    Studio studio_;
};

TEST_F(Planted, NothingIsFoundWhereNothingIsWrong) {
    EXPECT_EQ(found(nothing), "");
}

TEST_F(Planted, ATargetThatIsTooSmall) {
    auto theme = guest();
    theme.mm.target = theme.mm.target_min = 15;

    EXPECT_EQ(found(nothing, theme), "target-size hall.go");
}

TEST_F(Planted, WordsThatAreTooPale) {
    auto theme = guest();
    theme.colours.ink_soft = ui::rgb(0x8A8A8A);

    EXPECT_EQ(
        found([](ui::Ui& ui) { ui.text("Come in", {.tone = ui::Tone::soft, .id = "hall.pale"}); }, theme),
        "contrast hall.pale");
}

TEST_F(Planted, AThingWithoutAName) {
    EXPECT_EQ(found([](ui::Ui& ui) { ui.button("hall.mute", "", {.icon = ui::Icon::check}); }),
              "unlabelled hall.mute");
}

TEST_F(Planted, AFocusThatCannotBeSeen) {
    auto theme = guest();
    theme.colours.focus = theme.colours.accent_soft;  // Nobody sees it on the page.
    theme.mm.focus_ring = 0.02F;

    EXPECT_EQ(found(nothing, theme), "focus hall.go");
}

TEST_F(Planted, AnIdThatIsUsedTwice) {
    const auto twice = found([](ui::Ui& ui) {
        ui.button("hall.go", "Go on");
        ui.button("hall.go", "Go on");
    });

    EXPECT_NE(twice.find("same-id hall.go"), std::string::npos) << twice;
}

TEST_F(Planted, WordsThatSomethingCovers) {
    studio_.enter([](ui::Ui& ui) { ui.page({.id = "hall"}, [&] { ui.heading("hall.title", "Hello"); }); },
                  guest());
    auto picture = studio_.picture();
    ASSERT_TRUE(judge_pixels(studio_.tree(), picture).empty());

    std::fill(picture.rgba.begin(), picture.rgba.end(), std::uint8_t{0xFF});

    const auto findings = judge_pixels(studio_.tree(), picture);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].id, "hall.title");
}

TEST_F(Planted, WordsOnWords) {
    ui::Tree tree{.width = 800, .height = 600, .px_per_mm = 5};
    for (const auto* id : {"hall.one", "hall.two"}) {
        tree.nodes.push_back({.id = id,
                              .label = "Hello",
                              .rect = {10, 10, 100, 40},
                              .visible = {10, 10, 100, 40},
                              .has_colours = true,
                              .foreground = ui::rgb(0),
                              .background = ui::rgb(0xFFFFFF)});
    }
    tree.nodes[1].rect.y = tree.nodes[1].visible.y = 20;

    const auto findings = ui::audit(tree);

    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].flaw, Flaw::overlap);
}

TEST(ReadingGrade, RisesWithLongWords) {
    ui::Tree easy;
    easy.nodes.push_back({.label = "Come in. We have food for you."});
    ui::Tree hard;
    hard.nodes.push_back(
        {.label = "Participants requiring accommodation should register electronically beforehand."});

    EXPECT_LT(reading_grade(easy), k_highest_grade);
    EXPECT_GT(reading_grade(hard), k_highest_grade);
}

}  // namespace
}  // namespace welcome::kiosk::screens::audit::test
