// Every label on every roll and sheet: whole, off the edges that a printer does not reach, and read by a
// scanner as the world treats it: small, large, blurred, askew.
#include <gtest/gtest.h>

#include "tests/printing/stage.h"

namespace welcome::printing::test {
namespace {

// Every one of them says the same; else which of them does not.
void all_say(const std::vector<std::filesystem::path>& pictures, const std::string& code) {
    std::string wanted;
    for (std::size_t i = 0; i < pictures.size(); ++i) wanted += code + "\n";
    if (scanned(pictures) == wanted) return;
    for (const auto& picture : pictures) EXPECT_EQ(scanned({picture}), code + "\n") << picture;
}

std::vector<std::string> rolls() {
    std::vector<std::string> names = stock_names();
    std::erase_if(names, [](const std::string& name) { return name == "letter" || name == "a4"; });
    return names;
}

int dpi_for(const std::string& stock) {
    return stock.starts_with("zebra") ? 203 : 300;
}

class EveryStock : public ::testing::TestWithParam<std::string> {
  protected:
    LabelPainter painter_ = painter();
    OwnFolder folder_;
    Label label_ = sample_label(GetParam());
};

TEST_P(EveryStock, HoldsTheLabelWholeAndOffItsEdges) {
    for (const auto& name : rolls()) {
        const auto stock = stock_named(name);
        const auto layout = painter_.layout(label_, stock);
        const int dpi = dpi_for(name);
        const auto raster = painter_.raster(label_, dpi, stock);
        ASSERT_TRUE(layout) << name;
        ASSERT_TRUE(raster) << name << ": " << raster.error().detail << "\n" << layout->as_text();
        const auto size = painter_.size_of(label_.design, stock);
        const double slack = 25.4 / dpi;
        for (int y = 0; y < raster->height; ++y) {
            for (int x = 0; x < raster->width; ++x) {
                if (!raster->ink(x, y)) continue;
                const double across = (x + 0.5) * 25.4 / dpi;
                const double down = (y + 0.5) * 25.4 / dpi;
                ASSERT_GE(across + slack, stock->side) << name;
                ASSERT_LE(across - slack, size->width - stock->side) << name;
                ASSERT_GE(down + slack, stock->edge) << name;
                ASSERT_LE(down - slack, size->height - stock->edge) << name;
            }
        }
    }
}

TEST_P(EveryStock, IsReadBackFromWhatThePrinterGets) {
    std::vector<std::filesystem::path> pictures;
    for (const auto& name : rolls()) {
        const auto raster = painter_.raster(label_, dpi_for(name), stock_named(name));
        ASSERT_TRUE(raster) << name;
        pictures.push_back(folder_.path() / (name + ".png"));
        write_file(pictures.back(), *to_png(stock_named(name)->turned ? turned(*raster) : *raster));
    }
    all_say(pictures, label_.qr);
}

TEST_P(EveryStock, OfBrotherTakesTheLabel) {
    for (const auto* name : {"dk-62", "dk-62x29", "dk-29x90"}) {
        const auto bytes = painter_.encode(
            label_, {.language = Language::brother_ql, .dpi = 300, .stock = stock_named(name)});
        EXPECT_TRUE(bytes) << name << ": " << bytes.error().detail;
    }
}

// A phone held askew, a worn head, a picture of a picture.
TEST_P(EveryStock, IsReadBackThoughScaledBlurredAndTurned) {
    const auto png = painter_.encode(label_, {.language = Language::png, .dpi = 300, .stock = {}});
    ASSERT_TRUE(png);
    const auto plain = (folder_.path() / "plain.png").string();
    write_file(plain, *png);
    std::string command = "convert " + plain + " -background white -bordercolor white -seed 7";
    std::vector<std::filesystem::path> worn;
    for (const std::string treatment : {"-resize 60%", "-blur 0x1.5", "-rotate 90", "-rotate 8",
                                        "-rotate -17", "-resize 150% -blur 0x2 -rotate 5"}) {
        worn.push_back(folder_.path() / ("worn" + std::to_string(worn.size()) + ".png"));
        command +=
            " '(' -clone 0 " + treatment + " -border 20 +write " + worn.back().string() + " +delete ')'";
    }
    ASSERT_EQ(output_of(command + " null:"), "");
    all_say(worn, label_.qr);
}

INSTANTIATE_TEST_SUITE_P(Samples, EveryStock, ::testing::ValuesIn(roll_sample_names()), words);

class EveryPage : public ::testing::TestWithParam<std::string> {};

TEST_P(EveryPage, FitsLetterAndA4) {
    auto painter = test::painter();
    const OwnFolder folder;
    const Label label = sample_label(GetParam());
    for (const auto& [name, size] :
         {std::pair("letter", "612 x 792 pts"), std::pair("a4", "595.276 x 841.89 pts")}) {
        const auto layout = painter.layout(label, stock_named(name));
        ASSERT_TRUE(layout);
        EXPECT_FALSE(layout->overflow()) << layout->as_text();
        const auto pdf = painter.pdf(label, stock_named(name));
        ASSERT_TRUE(pdf) << pdf.error().detail;
        const auto file = (folder.path() / "page.pdf").string();
        write_file(file, *pdf);
        EXPECT_NE(output_of("pdfinfo " + file).find(size), std::string::npos) << output_of("pdfinfo " + file);
        if (label.qr.empty()) continue;
        output_of("pdftoppm -r 150 -png -singlefile " + file + " " + (folder.path() / "page").string());
        EXPECT_EQ(scanned({folder.path() / "page.png"}), label.qr + "\n");
    }
}

INSTANTIATE_TEST_SUITE_P(Samples, EveryPage,
                         ::testing::Values("sheet.en", "sheet.es", "sheet.ar", "sheet.zh", "sheet.vi",
                                           "sheet.long", "rollcall.en", "rollcall.es", "rollcall.ar",
                                           "rollcall.zh", "rollcall.vi", "rollcall.long", "receipt.en"),
                         words);

TEST(CardSheet, HoldsTenCardsAPageEachReadByAScanner) {
    auto painter = test::painter();
    const OwnFolder folder;
    std::vector<Label> cards;
    std::string codes;
    for (int number = 1; number <= 12; ++number) {
        Label card = sample_label("card.en");
        card.texts["number"] = std::to_string(number);
        card.qr = "WTN:" + std::to_string(number) + ":00112233445566778899AABBCCDDEEFF";
        cards.push_back(card);
    }
    for (const auto* paper : {"letter", "a4"}) {
        const auto pdf = painter.pdf_grid("cards", cards, stock_named(paper));
        ASSERT_TRUE(pdf) << pdf.error().detail;
        const auto file = (folder.path() / "cards.pdf").string();
        write_file(file, *pdf);
        EXPECT_NE(output_of("pdfinfo " + file).find("Pages:           2\n"), std::string::npos);
        output_of("pdftoppm -r 200 -png " + file + " " + (folder.path() / paper).string());
        std::string read;
        for (const auto* page : {"-1.png", "-2.png"})
            read += scanned({(folder.path() / paper).string() + page});
        for (const auto& card : cards) EXPECT_NE(read.find(card.qr + "\n"), std::string::npos) << card.qr;
    }
    EXPECT_FALSE(painter.pdf_grid("card", cards));
    EXPECT_FALSE(painter.pdf_grid("cards", {}));
}

TEST(Stock, FedByItsShortSideIsTurnedForThePrinterAndNotForTheEye) {
    auto painter = test::painter();
    const auto label = sample_label("badge.en");
    const auto stock = stock_named("dymo-30252");
    const OwnFolder folder;
    const auto pdf = painter.pdf(label, stock);
    ASSERT_TRUE(pdf);
    write_file(folder.path() / "label.pdf", *pdf);

    EXPECT_NE(output_of("pdfinfo " + (folder.path() / "label.pdf").string()).find("81.0709 x 252 pts"),
              std::string::npos)
        << output_of("pdfinfo " + (folder.path() / "label.pdf").string());
    const auto raster = painter.raster(label, 300, stock);
    ASSERT_TRUE(raster);
    EXPECT_GT(raster->width, raster->height);
}

}  // namespace
}  // namespace welcome::printing::test
