#include "kiosk/session/attendance.h"

#include <nlohmann/json.hpp>

#include "tests/session/evening.h"

namespace welcome::kiosk::session::test {

namespace {

class AttendanceTable : public Evening {
  protected:
    sync::FactId comes_in(const event::PersonId& person, std::int64_t minute) {
        event::CheckedIn body;
        body.person = person;
        body.method = event::CheckInMethod::found;
        body.at = sync::Instant(std::chrono::minutes(29'939'040 + minute));
        const auto id = new_fact();
        EXPECT_TRUE(first().commit({event::draft(id, body)}));
        return id;
    }
};

}  // namespace

TEST_F(AttendanceTable, HoldsWhoIsInEarliestFirst) {
    const auto rosa = knows(first(), "Rosa Guerrero");
    const auto bea = knows(first(), "Bea Whitfield");
    knows(first(), "Absent Person");
    comes_in(rosa, 9);
    comes_in(bea, 4);

    const auto rows = attendance_rows(first().state());

    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].person->id, bea);
    EXPECT_EQ(rows[1].person->id, rosa);
}

TEST_F(AttendanceTable, AnUndoneCheckInIsNotInIt) {
    const auto rosa = knows(first(), "Rosa Guerrero");
    const auto check_in = comes_in(rosa, 1);
    ASSERT_TRUE(first().commit({event::draft(new_fact(), event::FactUndone{check_in, "mistake", {}})}));
    EXPECT_TRUE(attendance_rows(first().state()).empty());
}

TEST_F(AttendanceTable, TheJsonsCountsAreItsRows) {
    comes_in(knows(first(), "Rosa Guerrero"), 1);
    ASSERT_TRUE(first().commit({event::draft(new_fact(), event::CameIn{3})}));

    const auto read = nlohmann::json::parse(attendance_json(first().state()));

    EXPECT_EQ(read["people_checked_in"], 1);
    EXPECT_EQ(read["people"].size(), 1U);
    EXPECT_EQ(read["anonymous"], 3);
    EXPECT_EQ(read["people"][0]["full_name"], "Rosa Guerrero");
    EXPECT_EQ(read["time_zone"], "America/New_York");
}

TEST_F(AttendanceTable, ACellThatLooksLikeAFormulaIsHarmless) {
    comes_in(knows(first(), "=HYPERLINK(\"x\")"), 1);
    const auto text = attendance_csv(first().state());
    EXPECT_NE(text.find("\"'=HYPERLINK(\"\"x\"\")\""), std::string::npos) << text;
}

TEST_F(AttendanceTable, TextIsQuotedAsTheStandardSays) {
    EXPECT_EQ(csv_text({{"a", "b,c"}, {"d\"e", "f\ng"}, {"+1", "-2"}}),
              "a,\"b,c\"\r\n\"d\"\"e\",\"f\ng\"\r\n'+1,'-2\r\n");
}

TEST_F(AttendanceTable, TimesAreUtcWithMilliseconds) {
    EXPECT_EQ(utc_text(sync::Instant(std::chrono::milliseconds(1'796'342'400'007))),
              "2026-12-04T00:00:00.007Z");
}

}  // namespace welcome::kiosk::session::test
