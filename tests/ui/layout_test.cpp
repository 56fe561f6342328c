#include <gtest/gtest.h>

#include "kiosk/ui/audit.h"
#include "kiosk/ui/text.h"
#include "tests/ui/headless.h"

namespace welcome::kiosk::ui::test {
namespace {

constexpr const char* k_long = "Wilhelmina Konstantinopolitańczykiewiczówna de la Cruz y Vega";

// A guest page with a bit of everything.
void sample(Ui& ui, const std::string& name) {
    ui.page({.id = "g",
             .name = "Lincoln School Town Hall",
             .leading = {{"furniture.back", "Back", Icon::arrow_back},
                         {"furniture.again", "Start over", Icon::start_over}},
             .trailing = {{"furniture.language", "Español", Icon::language},
                          {.id = "furniture.help",
                           .label = "Get a helper",
                           .icon = Icon::help_person,
                           .important = true}},
             .step = 2,
             .steps = 5},
            [&] {
                ui.heading("g.title", "Who is here today?");
                ui.tick_row("g.who", name, true, {.detail = "Child"});
                ui.grid(48, [&] {
                    ui.tile("g.care", "Child care",
                            {.icon = Icon::child, .selectable = true, .selected = true});
                    ui.tile("g.hear", "Hear it in my language", {.icon = Icon::headset, .selectable = true});
                    ui.tile("g.ride", "A ride home", {.icon = Icon::car, .selectable = true});
                });
                ui.stepper("g.kids", "Children", 2, {.icon = Icon::child});
                ui.dock_bottom([&] {
                    ui.row({}, [&] {
                        ui.button("g.not", "That is not me");
                        ui.button("g.yes", "Yes, that's us", {.look = Look::primary});
                    });
                });
            });
}

Frame frame_of(float width, float height, float px_per_mm) {
    Frame frame;
    frame.width_px = width;
    frame.height_px = height;
    frame.px_per_mm = px_per_mm;
    return frame;
}

TEST(GuestPage, HasNoFlawOnAnyScreenSizeAndTextSize) {
    struct Glass {
        const char* name;
        Frame frame;
    };
    const Glass glasses[] = {{"10.1 inch", frame_of(1280, 800, 5.9F)},
                             {"10.1 inch upright", frame_of(800, 1280, 5.9F)},
                             {"11 inch", frame_of(1920, 1200, 8.1F)},
                             {"15.6 inch", frame_of(1920, 1080, 5.55F)}};
    for (const Glass& glass : glasses) {
        for (const float scale : {1.0F, 1.5F, 2.0F}) {
            Frame frame = glass.frame;
            frame.text_scale = scale;
            Headless screen([](Ui& ui) { sample(ui, k_long); }, Density::guest, frame);
            EXPECT_EQ(screen.findings(), "") << glass.name << " at " << scale;
            EXPECT_FALSE(screen.ui.needs_another_frame());
        }
    }
}

TEST(GuestPage, TargetsAreTwentyMillimetresAndThreeApart) {
    Headless screen([](Ui& ui) { sample(ui, "Rosa G."); });

    int targets = 0;
    for (const Node& node : screen.tree().nodes) {
        if (!node.actionable) continue;
        ++targets;
        EXPECT_GE(std::min(node.rect.w, node.rect.h) / 5.9F, 19.95F) << node.id;
    }
    EXPECT_GE(targets, 10);
    const float gap = screen.node("g.yes").rect.x - screen.node("g.not").rect.right();
    EXPECT_GE(gap / 5.9F, 3.0F);
}

TEST(GuestPage, ReadsAsItIsSeen) {
    Headless screen([](Ui& ui) { sample(ui, "Rosa G."); }, Density::guest, frame_of(1280, 1100, 5.9F));

    EXPECT_EQ(as_text(screen.tree()), R"([page] g "Lincoln School Town Hall"
  [button] furniture.back "Back"
  [button] furniture.again "Start over"
  [button] furniture.language "Español"
  [button] furniture.help "Get a helper"
  [progress] furniture.step "2 / 5" = 2
  [heading] g.title "Who is here today?"
  [checkbox] g.who "Rosa G." (Child) on
  [tile] g.care "Child care" on
  [tile] g.hear "Hear it in my language" off
  [tile] g.ride "A ride home" off
  [group] g.kids "Children" = 2
  [button] g.kids.less "One less"
  [button] g.kids.more "One more"
  [button] g.not "That is not me"
  [button] g.yes "Yes, that's us"
)");
}

TEST(GuestPage, MirrorsForRightToLeft) {
    Frame frame;
    Headless left([](Ui& ui) { sample(ui, "Rosa G."); }, Density::guest, frame);
    frame.right_to_left = true;
    frame.language = "ar";
    Headless right([](Ui& ui) { sample(ui, "Rosa G."); }, Density::guest, frame);

    for (const char* id : {"furniture.back", "g.yes", "g.care", "g.kids.more"}) {
        const Rect one = left.node(id).rect;
        const Rect two = right.node(id).rect;
        EXPECT_NEAR(two.x, frame.width_px - one.right(), 1.5F) << id;
    }
}

// Side by side, long words on one stepper and short ones on the other: both put their buttons under the
// words.
TEST(GuestPage, BoxesSideBySideKeepOneShape) {
    for (const float width : {640.0F, 760.0F, 840.0F, 920.0F, 1000.0F, 1280.0F}) {
        Headless screen(
            [](Ui& ui) {
                ui.page({.id = "g"}, [&] {
                    ui.row({}, [&] {
                        ui.stepper("g.adults", "Más adultos", 0, {.icon = Icon::person});
                        ui.stepper("g.children", "Niños", 0, {.icon = Icon::child});
                    });
                });
            },
            Density::guest, frame_of(width, 800, 4));
        screen.settle();
        EXPECT_FLOAT_EQ(screen.node("g.adults.more").rect.y, screen.node("g.children.more").rect.y) << width;
    }
}

// A question's words in a pillar beside the button are hard to read; a short name's are not.
TEST(StaffPage, LongWordsOfANarrowRowHaveItsWholeWidthAndTheButtonIsUnderThem) {
    const auto shown = [](const std::string& title, bool right_to_left) {
        Frame frame = frame_of(600, 900, 7.4F);
        frame.right_to_left = right_to_left;
        Headless screen(
            [title](Ui& ui) {
                ui.page({.id = "s"}, [&] {
                    ui.list_row("s.row", title,
                                {.icon = Icon::question, .action_id = "s.do", .action_label = "Answered"});
                });
            },
            Density::staff, frame);
        screen.settle();
        EXPECT_EQ(screen.findings(), "");
        return std::pair{screen.node("s.row").rect, screen.node("s.do").rect};
    };
    const auto is_high = [](const Rect& row) { return row.h > 1.8F * 13 * 7.4F; };

    const auto [short_row, beside] = shown("Luis", false);
    EXPECT_FALSE(is_high(short_row));
    for (const bool right_to_left : {false, true}) {
        const auto [row, button] = shown("When does the late bus come back in the afternoon?", right_to_left);
        EXPECT_TRUE(is_high(row)) << right_to_left;
        EXPECT_GT(button.y, row.centre_y()) << right_to_left;
        EXPECT_EQ(button.centre_x() > row.centre_x(), !right_to_left);
        EXPECT_FLOAT_EQ(button.w, beside.w);
    }
}

TEST(Text, WrapsAndShrinksButIsNeverCut) {
    const char* texts[] = {k_long, "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente",
                           "محمد عبد الله بن عبد الرحمن الأنصاري المكي",
                           "李小龍陳大文張三李四王五趙六孫七周八吳九鄭十", "Nguyễn Thị Minh Khai"};
    for (const char* text : texts) {
        Headless screen([&](Ui& ui) {
            ui.page({.id = "t"}, [&] {
                ui.row({.weights = {1, 1, 1}}, [&] {
                    ui.tile("t.a", text);
                    ui.button("t.b", text);
                    ui.tick_row("t.c", text, false);
                });
            });
        });
        EXPECT_EQ(screen.findings(), "") << text;
    }
}

// "Переведите" beside its box, at twice the size on eight inches.
TEST(Text, AWordThatIsWiderThanItsRowPartsAndStaysInside) {
    Frame frame = frame_of(800, 1280, 7.4F);
    frame.text_scale = 2;
    Headless screen(
        [](Ui& ui) {
            ui.page({.id = "t"}, [&] {
                ui.checkbox("t.a", "Переведите мои слова", false);
                ui.button("t.b", "I sii lambarkaygaaga", {.look = Look::primary, .icon = Icon::check});
            });
        },
        Density::guest, frame);
    EXPECT_EQ(screen.findings(), "");
}

TEST(GuestPage, AFootThatWouldTakeTheRoomOfLargeLettersScrollsWithThem) {
    const auto foot_stays = [](const char* words, float scale) {
        Frame frame = frame_of(800, 1280, 7.4F);
        frame.text_scale = scale;
        Headless screen(
            [words](Ui& ui) {
                ui.page({.id = "g", .leading = {{"furniture.back", "Back", Icon::arrow_back}}}, [&] {
                    for (int line = 0; line < 9; ++line)
                        ui.heading("g." + std::to_string(line), "Who is here today?");
                    ui.dock_bottom([&] { ui.button("g.yes", words, {.look = Look::primary}); });
                });
            },
            Density::guest, frame);
        screen.settle();
        return screen.node("g.yes").rect.bottom() <= frame.height_px;
    };
    const char* many = "Please send my question to the people who run this meeting and read it out loud";
    EXPECT_TRUE(foot_stays("Yes", 2));
    EXPECT_TRUE(foot_stays(many, 1));
    EXPECT_FALSE(foot_stays(many, 2));
}

TEST(Text, ShapesEveryScriptWithAFontOfThisMachine) {
    TextureSink sink;
    TextShaper shaper(&sink);
    shaper.begin_frame("en", false);
    for (const char* text : {"Kreyòl", "محمد", "李小龍", "Иванов", "한국어", "Nguyễn"}) {
        EXPECT_EQ(shaper.shape({.text = text, .px = 40}).unknown_glyphs, 0) << text;
        EXPECT_NE(shaper.mask({.text = text, .px = 40}).texture, nullptr) << text;
    }
    for (int i = 1; i <= static_cast<int>(Icon::wave); ++i) {
        const TextSpec spec{.text = std::string(glyph(static_cast<Icon>(i))), .face = Face::icons, .px = 40};
        EXPECT_EQ(shaper.shape(spec).unknown_glyphs, 0) << i;
    }
}

TEST(Text, WhatWasNotUsedForLongestLeavesTheCache) {
    TextureSink sink;
    TextShaper shaper(&sink, 3);
    shaper.begin_frame("en", false);
    for (const char* text : {"a", "b", "c", "d", "e"}) shaper.mask({.text = text, .px = 20});
    EXPECT_EQ(sink.alive, 5);

    shaper.begin_frame("en", false);

    EXPECT_EQ(shaper.entries(), 3U);
    EXPECT_EQ(sink.alive, 3);
}

TEST(Text, TheCaretStandsBetweenTheLetters) {
    TextureSink sink;
    TextShaper shaper(&sink);
    shaper.begin_frame("en", false);
    const TextSpec spec{.text = "Xóchitl", .px = 40};

    EXPECT_NEAR(shaper.caret_x(spec, 0), 0, 1);
    EXPECT_GT(shaper.caret_x(spec, 3), shaper.caret_x(spec, 1));
    EXPECT_EQ(shaper.index_at(spec, shaper.caret_x(spec, 3) + 1), 3U);
    EXPECT_NEAR(shaper.caret_x(spec, spec.text.size()), shaper.shape(spec).width, 2);
}

TEST(Audit, FindsWhatIsWrong) {
    Tree tree{.width = 1000, .height = 800, .px_per_mm = 5};
    const auto button = [](const char* id, Rect rect) {
        Node node{.id = id,
                  .role = Role::button,
                  .label = id,
                  .actionable = true,
                  .rect = rect,
                  .visible = rect,
                  .min_target_mm = 20};
        return node;
    };
    tree.nodes = {button("fine", {0, 0, 110, 110}),      button("small", {200, 0, 60, 110}),
                  button("outside", {950, 0, 110, 110}), button("under", {400, 400, 110, 110}),
                  button("over", {450, 450, 110, 110}),  button("", {600, 0, 110, 110})};
    tree.nodes[0].cap_height_mm = 4;
    tree.nodes[1].foreground = rgb(0x888888);
    tree.nodes[1].background = rgb(0xFFFFFF);
    tree.nodes[1].has_colours = true;

    std::vector<std::pair<Flaw, std::string>> found;
    for (const Finding& one : audit(tree)) found.emplace_back(one.flaw, one.id);

    EXPECT_EQ(found, (std::vector<std::pair<Flaw, std::string>>{{Flaw::small_text, "fine"},
                                                                {Flaw::low_contrast, "small"},
                                                                {Flaw::small_target, "small"},
                                                                {Flaw::off_screen, "outside"},
                                                                {Flaw::unlabelled, ""},
                                                                {Flaw::overlap, "over"}}));
}

TEST(Themes, EveryTextColourHasSevenToOne) {
    for (const Contrast contrast_kind : {Contrast::normal, Contrast::high}) {
        for (const Color accent : {rgb(0x0E5A5E), rgb(0xE91E63), rgb(0xFFC107), rgb(0x2196F3)}) {
            const Palette c = with_accent(make_theme(Density::guest, contrast_kind), accent).colours;
            const std::pair<Color, Color> pairs[] = {{c.ink, c.page},
                                                     {c.ink, c.surface},
                                                     {c.ink_soft, c.page},
                                                     {c.ink_soft, c.surface_quiet},
                                                     {c.on_accent, c.accent},
                                                     {c.on_accent, c.accent_pressed},
                                                     {c.on_accent_soft, c.accent_soft},
                                                     {c.success, c.success_soft},
                                                     {c.warning, c.warning_soft},
                                                     {c.danger, c.danger_soft},
                                                     {c.on_danger, c.danger},
                                                     {c.on_disabled, c.disabled},
                                                     {c.success, c.page},
                                                     {c.danger, c.page}};
            for (const auto& [ink, ground] : pairs) EXPECT_GE(contrast(ink, ground), 7.0);
            EXPECT_GE(contrast(c.edge_strong, c.page), 3.0);
            EXPECT_GE(contrast(c.focus, c.page), 3.0);
        }
    }
}

// Each width has lines of whole words: a narrower one parts no word before the words themselves need it.
TEST(Text, KoreanIsPartedBetweenWordsAlone) {
    TextureSink sink;
    TextShaper shaper(&sink);
    shaper.begin_frame("ko", false);
    const std::string words = "아이를 데려갈 때 보여 주세요";
    const float whole = shaper.shape({.text = words, .px = 30}).width;
    const float longest = shaper.shape({.text = "데려갈", .px = 30}).width;

    const Shaped narrow = shaper.shape({.text = words, .px = 30, .max_width = whole / 2});

    EXPECT_GT(narrow.lines, 1);
    EXPECT_NEAR(narrow.widest_word, longest, longest * 0.2F);

    const Shaped too_narrow = shaper.shape({.text = "들어오셨습니다!", .px = 30, .max_width = longest});
    EXPECT_LE(too_narrow.width, longest) << "a word with no room is parted all the same";
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
