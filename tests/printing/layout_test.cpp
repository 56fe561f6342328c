// Every design in every language: nothing cut, nothing outside its box, and the same as last time.
#include <cstdlib>
#include <gtest/gtest.h>

#include "tests/places.h"
#include "tests/printing/stage.h"

namespace welcome::printing::test {
namespace {

constexpr double k_tolerance = 0.15;  // millimetres: two dots of a 300 dpi head

bool contains(const Box& outer, double x, double y) {
    return x >= outer.x - k_tolerance && x <= outer.x + outer.w + k_tolerance && y >= outer.y - k_tolerance &&
           y <= outer.y + outer.h + k_tolerance;
}

bool contains(const Box& outer, const Box& inner) {
    return contains(outer, inner.x, inner.y) && contains(outer, inner.x + inner.w, inner.y + inner.h);
}

class EveryLayout : public ::testing::TestWithParam<std::string> {
  protected:
    LabelPainter painter_ = painter();
    Label label_ = sample_label(GetParam());
};

TEST_P(EveryLayout, FitsItsBoxesWithoutBeingCut) {
    const auto layout = painter_.layout(label_);

    ASSERT_TRUE(layout) << layout.error().detail;
    EXPECT_FALSE(layout->overflow()) << layout->as_text();
    for (const auto& item : layout->placed) {
        EXPECT_TRUE(contains(item.box, item.ink)) << item.key << "\n" << layout->as_text();
        EXPECT_EQ(item.unknown, 0) << item.key << " has letters that no font has";
    }
}

TEST_P(EveryLayout, HasInkInItsBoxesAndNowhereElse) {
    for (const int dpi : {203, 300}) {
        const auto layout = painter_.layout(label_);
        const auto raster = painter_.raster(label_, dpi);
        ASSERT_TRUE(layout && raster);

        std::vector<int> dots(layout->placed.size());
        for (int y = 0; y < raster->height; ++y) {
            for (int x = 0; x < raster->width; ++x) {
                if (!raster->ink(x, y)) continue;
                bool expected = false;
                for (std::size_t i = 0; i < layout->placed.size(); ++i) {
                    if (!contains(layout->placed[i].ink, (x + 0.5) * 25.4 / dpi, (y + 0.5) * 25.4 / dpi))
                        continue;
                    ++dots[i];
                    expected = true;
                }
                ASSERT_TRUE(expected) << "ink at " << x << "," << y << " of " << dpi << " dpi";
            }
        }
        for (std::size_t i = 0; i < dots.size(); ++i) EXPECT_GT(dots[i], 20) << layout->placed[i].key;
    }
}

TEST_P(EveryLayout, LiesAsItDidBefore) {
    const auto golden =
        std::filesystem::path(welcome::test::source_dir()) / "tests/printing/golden" / (GetParam() + ".txt");
    const auto layout = painter_.layout(label_);
    ASSERT_TRUE(layout);

    if (std::getenv("WELCOME_UPDATE_GOLDENS") != nullptr) write_file(golden, layout->as_text());

    EXPECT_EQ(layout->as_text(), read_file(golden));
}

class EveryRollLayout : public EveryLayout {};

TEST_P(EveryRollLayout, FitsTwoByOneInchStockToo) {
    const Stock two_by_one{50.8, 25.4};
    const auto layout = painter_.layout(label_, two_by_one);
    const auto raster = painter_.raster(label_, 203, two_by_one);

    ASSERT_TRUE(layout && raster);
    EXPECT_FALSE(layout->overflow()) << layout->as_text();
    EXPECT_EQ(raster->width, 406);
    EXPECT_EQ(raster->height, 203);
}

INSTANTIATE_TEST_SUITE_P(Samples, EveryLayout, ::testing::ValuesIn(sample_names()), words);
INSTANTIATE_TEST_SUITE_P(Samples, EveryRollLayout, ::testing::ValuesIn(roll_sample_names()), words);

TEST(ChildLabel, HasItsNameInCapitalsOfSixMillimetres) {
    const auto layout = painter().layout(sample_label("child.en"));

    ASSERT_TRUE(layout);
    EXPECT_EQ(layout->placed.front().key, "first_name");
    EXPECT_GE(layout->placed.front().cap, 6.0);
}

TEST(ChildLabel, MarksAnAllergyOnlyWhereThereIsOne) {
    auto painter = test::painter();
    Label label = sample_label("child.en");
    EXPECT_NE(painter.layout(label)->as_text().find("\nmark"), std::string::npos);

    label.texts.erase("allergy");

    EXPECT_EQ(painter.layout(label)->as_text().find("\nmark"), std::string::npos);
}

TEST(ClaimLabel, TurnsRoundForArabic) {
    auto painter = test::painter();

    EXPECT_GT(painter.layout(sample_label("claim.en"))->placed.back().box.x, 31);
    EXPECT_LT(painter.layout(sample_label("claim.ar"))->placed.back().box.x, 31);
}

TEST(LabelPainter, RefusesALabelWithoutARequiredText) {
    auto painter = test::painter();
    Label label = sample_label("claim.en");
    label.texts.erase("sentence");

    const auto raster = painter.raster(label, 300);

    ASSERT_FALSE(raster);
    EXPECT_EQ(raster.error().fault, Fault::unreadable);
    EXPECT_NE(raster.error().detail.find("\"sentence\""), std::string::npos);
}

TEST(LabelPainter, RefusesAClaimWithoutItsCode) {
    Label label = sample_label("claim.en");
    label.qr.clear();

    EXPECT_FALSE(painter().raster(label, 300));
}

TEST(LabelPainter, RefusesAnUnknownDesign) {
    EXPECT_FALSE(painter().raster({.design = "poster", .texts = {}, .qr = ""}, 300));
}

TEST(LabelPainter, SaysWhichTextIsTooLongInsteadOfCuttingIt) {
    auto painter = test::painter();
    Label label = sample_label("badge.en");
    label.texts["name"] = std::string(20'000, 'W');

    const auto raster = painter.raster(label, 300);

    ASSERT_FALSE(raster);
    EXPECT_NE(raster.error().detail.find("\"name\""), std::string::npos);
}

TEST(LabelPainter, RefusesAQrCodeTooFineToRead) {
    Label label = sample_label("claim.en");
    label.qr = std::string(1'500, 'A');

    EXPECT_FALSE(painter().raster(label, 203));
    EXPECT_FALSE(painter().pdf(label));
}

TEST(LabelPainter, TakesBrokenBytesAndLineBreaksInAName) {
    Label label = sample_label("badge.en");
    label.texts["name"] = "Ma\xFFya\n\tLu\xC3";

    EXPECT_TRUE(painter().raster(label, 300));
}

struct BrokenDesign {
    const char* text;
    const char* complaint;
};

TEST(Design, SaysWhatIsWrongWithIt) {
    const std::vector<BrokenDesign> broken{
        {"width = ", "broken.toml"},
        {"required = []", "no [[element]]"},
        {"[[element]]\nkind = \"text\"\nkey = \"a\"\nw = 5\nh = 5", "no list \"required\""},
        {"required = []\n[[element]]\nkind = \"text\"\nw = 5\nh = 5", "a text needs a key"},
        {"required = []\n[[element]]\nkind = \"poem\"\nw = 5\nh = 5", "kind cannot be \"poem\""},
        {"required = []\n[[element]]\nkind = \"qr\"\nw = 5\nh = 5\ncolour = 1", "unknown key colour"},
        {"required = []\n[[element]]\nkind = \"qr\"\nx = 60\nw = 5\nh = 5", "over the label's edge"},
        {"required = []\n[[element]]\nkind = \"qr\"\nw = \"wide\"\nh = 5", "w must be a number"},
        {"required = []\n[[element]]\nkind = \"qr\"\nw = 5\nh = 5\n[[repeat]]\nrows = 3\n"
         "[[repeat.element]]\nkind = \"qr\"\nw = 5\nh = 5",
         "rows is 1 to 200"},
        {"required = []\n[[element]]\nkind = \"qr\"\nw = 5\nh = 5\n[[repeat]]\nrows = 3\nrow_height = 9\n",
         "repeat: element: no [[element]]"},
        {"required = []\n[[element]]\nkind = \"qr\"\nw = 5\nh = 5\n[[repeat]]\nrows = 9\nrow_height = 9\n"
         "[[repeat.element]]\nkind = \"qr\"\nw = 5\nh = 5",
         "repeat: element 1: it reaches over the label's edge"},
        {"required = []\n[[element]]\nkind = \"qr\"\nw = 5\nh = 5\n[[repeat]]\nrows = 2\nrow_height = 9\n"
         "gap = 1\n[[repeat.element]]\nkind = \"qr\"\nw = 5\nh = 5",
         "unknown key gap"},
    };
    const OwnFolder folder;
    for (const auto& [text, complaint] : broken) {
        write_file(folder.path() / "broken.toml", text);

        const auto loaded = LabelPainter::load(folder.path());

        ASSERT_FALSE(loaded) << text;
        EXPECT_NE(loaded.error().detail.find(complaint), std::string::npos) << loaded.error().detail;
    }
}

}  // namespace
}  // namespace welcome::printing::test
