// Paper sheets: opened by number or scan, entered row by row, each row once.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/event/sheet.h"
#include "tests/screens/samples.h"

namespace welcome::kiosk::screens::test {
namespace {

using ::testing::SizeIs;

class PaperSheets : public ::testing::Test {
  protected:
    PaperSheets() {
        evening.unlock(event::StaffRole::volunteer);
        evening.act(Intent::open_page, "paper");
    }
    void open(const std::string& number) {
        evening.act(Intent::edit_sheet, number);
        evening.act(Intent::open_sheet);
    }
    [[nodiscard]] int row() const { return evening.on<Paper>() ? evening.on<Paper>()->row : -1; }

    Evening evening;
};

TEST_F(PaperSheets, OpenByNumberAndByScan) {
    open("12");
    EXPECT_EQ(evening.on<Paper>()->sheet, 12);

    evening.scan(event::write_sheet_code(evening.known().event_id, 13));
    EXPECT_EQ(evening.on<Paper>()->sheet, 13);
}

TEST_F(PaperSheets, AScanOpensOneFromTheTableToo) {
    evening.act(Intent::open_table);

    evening.scan(event::write_sheet_code(evening.known().event_id, 7));

    ASSERT_NE(evening.on<Paper>(), nullptr);
    EXPECT_EQ(evening.on<Paper>()->sheet, 7);
}

TEST_F(PaperSheets, AnotherEventsSheetAndNoNumberAreSaid) {
    evening.scan(event::write_sheet_code(sync::EventId(), 13));
    EXPECT_EQ(evening.notice(), "paper.other_event");

    open("0");
    EXPECT_EQ(evening.notice(), "paper.no_sheet");
    EXPECT_EQ(evening.on<Paper>()->sheet, 0);
}

TEST_F(PaperSheets, ARowIsOneTapAndTheNextIsReady) {
    open("12");

    evening.act_and_save(Intent::row_person, evening.ng.text());

    EXPECT_EQ(row(), 2);
    EXPECT_EQ(evening.on<Paper>()->name, "");
    EXPECT_EQ(evening.notice(), "paper.saved");
    EXPECT_TRUE(evening.state.person(evening.ng)->attendance.has_value());
}

TEST_F(PaperSheets, ANameThatTheRosterHasNotIsNew) {
    open("12");
    evening.act(Intent::edit_name, "Nadia Petrova");
    evening.act(Intent::set_adults, {}, 1);
    evening.act(Intent::set_children, {}, 2);

    evening.act_and_save(Intent::row_new);

    EXPECT_EQ(evening.state.count().people_checked_in, 1);
    EXPECT_EQ(evening.state.count().company, 3);
    EXPECT_EQ(evening.state.count().signed_up, 1);
}

TEST_F(PaperSheets, EnteredTwiceCountsOnce) {
    open("12");
    evening.act_and_save(Intent::row_person, evening.ng.text());
    evening.act(Intent::open_row, {}, 1);
    EXPECT_EQ(evening.on<Paper>()->name, "Ng");

    evening.act(Intent::row_new);  // As it stands: still Ng, and nobody new.

    EXPECT_TRUE(evening.unsaved.empty());
    EXPECT_EQ(evening.notice(), "paper.already");
    EXPECT_EQ(row(), 2);
    EXPECT_EQ(evening.state.count().people_checked_in, 1);
}

TEST_F(PaperSheets, AMisreadRowIsReadAgain) {
    open("12");
    evening.act_and_save(Intent::row_person, evening.ng.text());
    evening.act(Intent::open_row, {}, 1);
    evening.pass(Steady(1000));

    evening.act_and_save(Intent::row_person, evening.luis.text());

    EXPECT_FALSE(evening.state.person(evening.ng)->attendance.has_value());
    EXPECT_TRUE(evening.state.person(evening.luis)->attendance.has_value());
}

TEST_F(PaperSheets, AnEmptyRowIsPassedAndASheetOpensWhereItWasLeft) {
    open("12");
    evening.act(Intent::row_empty);
    EXPECT_EQ(row(), 2);
    evening.act_and_save(Intent::row_person, evening.ng.text());
    evening.act(Intent::open_row, {}, 1);
    evening.act_and_save(Intent::row_person, evening.rosa.text());
    EXPECT_EQ(row(), 3);
    evening.act(Intent::close_sheet);

    evening.act(Intent::open_sheet, "12");

    EXPECT_EQ(row(), 3);
}

TEST_F(PaperSheets, TheLastRowIsTheEnd) {
    open("12");
    evening.act(Intent::open_row, {}, event::k_sheet_rows);
    evening.act(Intent::row_empty);
    EXPECT_EQ(row(), event::k_sheet_rows);
    evening.act(Intent::open_row, {}, event::k_sheet_rows + 1);
    EXPECT_EQ(row(), event::k_sheet_rows);
}

TEST_F(PaperSheets, AnInvitationScannedIntoARowIsThatPersons) {
    open("12");

    evening.scan(evening.ticket_of(evening.luis));
    evening.saved();

    ASSERT_THAT(evening.state.sheet(12), SizeIs(1));
    EXPECT_EQ(evening.state.sheet(12)[0].person, evening.luis);
}

TEST_F(PaperSheets, AFullDiskLosesNoWord) {
    open("12");
    evening.act(Intent::edit_name, "Nadia Petrova");
    evening.act(Intent::row_new);

    evening.not_saved();

    EXPECT_EQ(evening.notice(), "trouble.staff");
    EXPECT_EQ(evening.on<Paper>()->name, "Nadia Petrova");
    EXPECT_EQ(row(), 1);
}

TEST_F(PaperSheets, BackIsTheListOfSheetsThenMore) {
    open("12");
    evening.act(Intent::go_back);
    ASSERT_NE(evening.on<Paper>(), nullptr);
    EXPECT_EQ(evening.on<Paper>()->sheet, 0);
    evening.act(Intent::go_back);
    EXPECT_NE(evening.on<More>(), nullptr);
}

}  // namespace
}  // namespace welcome::kiosk::screens::test
