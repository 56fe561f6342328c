#include "tools/connectors/record.h"

#include <gtest/gtest.h>

#include "tests/event/support.h"

namespace welcome::tools::connectors::test {

namespace {

using namespace kiosk::event;
using kiosk::event::test::at_minute;
using kiosk::event::test::person_id;

class Records : public kiosk::event::test::Desk {
  protected:
    void comes(std::uint64_t number, const std::string& name) {
        knows(number, name);
        says(CheckedIn{person_id(number), CheckInMethod::found, {}, 1, 2});
    }
    std::vector<Record> records() { return records_of(state_, sync::EventId()); }
};

}  // namespace

TEST_F(Records, HoldWhoIsInAndNobodyElse) {
    comes(1, "Rosa Guerrero");
    knows(2, "Absent Person");
    ASSERT_EQ(records().size(), 1U);
    EXPECT_EQ(records().front().guests, 3);
}

TEST_F(Records, TakeTheLastWordForTheFamilyNameAndKeepTheWholeOne) {
    comes(1, "Maria de la Cruz");
    comes(2, "Ng");
    EXPECT_EQ(records()[0].given_name, "Maria de la");
    EXPECT_EQ(records()[0].family_name, "Cruz");
    EXPECT_EQ(records()[0].full_name, "Maria de la Cruz");
    EXPECT_EQ(records()[1].given_name, "Ng");
    EXPECT_EQ(records()[1].family_name, "");
}

TEST_F(Records, SayNothingWasAskedWhereNothingWasAsked) {
    comes(1, "Rosa Guerrero");
    EXPECT_EQ(records().front().email_consent, Consent::not_asked);
    says(ConsentGiven{person_id(1), Channel::email, false, "email-1", "es"});
    EXPECT_EQ(records().front().email_consent, Consent::refused);
    says(ConsentGiven{person_id(1), Channel::email, true, "email-1", "es"});
    EXPECT_EQ(records().front().email_consent, Consent::granted);
}

TEST(LocalTime, HasTheVenuesOffsetInSummerAndWinter) {
    using namespace std::chrono;
    const auto winter = sync::Instant(sys_days(year(2026) / 12 / 4) + hours(0) + minutes(4) + seconds(5));
    const auto summer = sync::Instant(sys_days(year(2026) / 7 / 4) + hours(0));
    EXPECT_EQ(local_time(winter, "America/New_York"), "2026-12-03T19:04:05-05:00");
    EXPECT_EQ(local_time(summer, "America/New_York"), "2026-07-03T20:00:00-04:00");
    EXPECT_EQ(local_time(summer, "America/Puerto_Rico"), "2026-07-03T20:00:00-04:00");
    EXPECT_EQ(local_time(summer, "Pacific/Honolulu"), "2026-07-03T14:00:00-10:00");
    EXPECT_EQ(local_time(summer, "Asia/Kolkata"), "2026-07-04T05:30:00+05:30");
}

TEST(GivenNames, AreComparedWithoutCaseAndAccents) {
    EXPECT_TRUE(same_given_name("JOSÉ", "jose"));
    EXPECT_FALSE(same_given_name("Rosa", "Mario"));
}

}  // namespace welcome::tools::connectors::test
