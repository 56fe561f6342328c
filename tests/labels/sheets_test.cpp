// Sign-in sheets and pre-numbered cards: what stands on them, that they fit on both papers, and what never
// does.

#include <gtest/gtest.h>

#include "kiosk/labels/catalogues.h"
#include "printing/painter.h"
#include "tests/event/support.h"
#include "tests/places.h"

namespace welcome::kiosk::labels::test {

namespace {

using event::test::id_of;

class Sheets : public event::test::Desk {
  protected:
    void SetUp() override {
        event::EventOpened opened;
        opened.name = "A Long Fall Town Hall of the Lincoln Elementary School";
        says(opened);
        knows(1, "Rosa Guerrero Díaz", "+12025550143");
        auto loaded = printing::LabelPainter::load(welcome::test::source_dir() + "/assets/labels");
        ASSERT_TRUE(loaded.has_value());
        painter = std::make_unique<printing::LabelPainter>(std::move(*loaded));
    }
    printing::Label sheet(int number, std::string_view language) {
        return sheet_label(state_, event_id, number, words.sheet(language));
    }

    Catalogues words{welcome::test::bin_dir() + "/../share/welcome-table/locale"};
    const sync::EventId event_id = id_of<sync::EventId>(77);
    std::unique_ptr<printing::LabelPainter> painter;
};

}  // namespace

TEST_F(Sheets, SayTheirNumberAndThatNobodyHasToSign) {
    const auto label = sheet(12, "en");

    EXPECT_EQ(label.texts.at("sheet"), "12");
    EXPECT_NE(label.texts.at("notice").find("do not have to"), std::string::npos);
    EXPECT_EQ(std::get<int>(event::read_sheet_code(label.qr, event_id)), 12);
    EXPECT_EQ(label.texts.count("row_" + std::to_string(event::k_sheet_rows)), 1U);
    for (const auto& [key, text] : label.texts) EXPECT_EQ(text.find("Rosa"), std::string::npos) << key;
}

TEST_F(Sheets, FitOnLetterAndOnA4InEveryLanguage) {
    for (const auto* language : {"en", "es", "vi"}) {
        const std::vector<printing::Label> pages = {sheet(1, language), sheet(9999, language)};
        for (const auto stock :
             {std::optional<printing::Stock>(), std::optional<printing::Stock>({210, 297})}) {
            const auto document = painter->pdf_pages(pages, stock);
            ASSERT_TRUE(document.has_value()) << language << ": " << document.error().detail;
            EXPECT_TRUE(document->starts_with("%PDF"));
        }
    }
    EXPECT_FALSE(painter->pdf_pages({}).has_value());
}

TEST_F(Sheets, ACardHasANumberForTheEyeAndASecretForTheScanner) {
    const auto card = card_label(state_, 42, "00112233445566778899AABBCCDDEEFF");

    EXPECT_EQ(card.texts.at("number"), "42");
    EXPECT_EQ(card.qr, "WTN:42:00112233445566778899AABBCCDDEEFF");
    EXPECT_TRUE(painter->pdf_pages({card}).has_value());
}

}  // namespace welcome::kiosk::labels::test
