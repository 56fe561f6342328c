#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

#include "kiosk/roster/import.h"
#include "tests/places.h"

using namespace welcome;
using namespace welcome::kiosk::roster;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

const sync::EventId k_event(*sync::Uuid::parse("0192f0c1-2233-7445-8667-8899aabbccdd"));

Roster read(std::string_view bytes, Format format = Format::automatic) {
    auto roster = read_roster_bytes(bytes, format, k_event);
    EXPECT_TRUE(roster) << (roster ? "" : roster.error().detail);
    return roster.value_or(Roster{});
}

TEST(ReadRoster, TakesTheGenericColumns) {
    const auto roster = read(
        "id,full_name,call_me,phone,email,zip,language,household,child,hidden,ticket,shirt\n"
        "7, Rosa Guerrero Díaz ,Rosi,(202) 555-0143,rosa@example.org,02139,Spanish,guerrero,,yes,T-9,M\n"
        "8,Mateo Guerrero,,,,02139,es,Guerrero,yes,no,,S\n");
    ASSERT_THAT(roster.rows, SizeIs(2));
    EXPECT_EQ(roster.format, Format::generic);
    EXPECT_EQ(roster.unknown_columns, 1U);
    EXPECT_EQ(roster.read, 2U);
    const auto& rosa = roster.rows[0];
    EXPECT_EQ(rosa.source, "roster");
    EXPECT_EQ(rosa.source_key, "generic:7");
    EXPECT_EQ(rosa.fields.full_name, "Rosa Guerrero Díaz");
    EXPECT_EQ(rosa.fields.call_me, "Rosi");
    EXPECT_EQ(rosa.fields.phone, "+12025550143");
    EXPECT_EQ(rosa.fields.email, "rosa@example.org");
    EXPECT_EQ(rosa.fields.zip, "02139");
    EXPECT_EQ(rosa.fields.language, "es");
    EXPECT_EQ(rosa.fields.hidden, true);
    EXPECT_EQ(rosa.fields.is_child, std::nullopt);
    EXPECT_THAT(rosa.fields.tickets, ElementsAre("T-9"));
    EXPECT_EQ(roster.rows[1].fields.is_child, true);
    ASSERT_TRUE(rosa.fields.household);
    EXPECT_EQ(roster.rows[1].fields.household, rosa.fields.household);
    EXPECT_EQ(roster.rows[1].fields.phone, std::nullopt);
}

TEST(ReadRoster, TakesThePressAndGuestsToGreetByPlainWords) {
    using kiosk::event::GuestRole;
    const auto roster = read(
        "full_name,Role\n"
        "Jo Park,Press\nAna Ríos,periodista\nSam Lee,VIP\nKim Fox,Guest of honor\nLi Wu,parent\n"
        "Max Bell,wizard\nEve Hall,\n");
    ASSERT_THAT(roster.rows, SizeIs(7));
    const std::vector<std::optional<GuestRole>> roles{GuestRole::press, GuestRole::press, GuestRole::vip,
                                                      GuestRole::vip,   GuestRole::none,  std::nullopt,
                                                      std::nullopt};
    for (std::size_t row = 0; row < roles.size(); ++row)
        EXPECT_EQ(roster.rows[row].fields.role, roles[row]) << row;
    ASSERT_THAT(roster.warnings, SizeIs(1));
    EXPECT_EQ(roster.warnings[0].line, 7U);
}

TEST(ReadRoster, TakesEventbriteOrders) {
    const auto roster = read(
        "Attendee #,Last Name,First Name,Email,Order #,Attendee Status,Barcode #,Cell Phone,Home Zip\n"
        "11,Ng,Vivian,v@example.org,900,Attending,900000001,202-555-0102,02139\n"
        "12,Ng,Owen,v@example.org,900,Attending,900000002,,\n"
        "13,Gone,Guest,g@example.org,901,Cancelled,901000001,,\n"
        "14,Back,Money,m@example.org,902,Refunded,902000001,,\n");
    EXPECT_EQ(roster.format, Format::eventbrite);
    EXPECT_EQ(roster.passed_over, 2U);
    EXPECT_EQ(roster.read, 4U);
    ASSERT_THAT(roster.rows, SizeIs(2));
    EXPECT_EQ(roster.rows[0].source_key, "eventbrite:900/11");
    EXPECT_EQ(roster.rows[0].fields.full_name, "Vivian Ng");
    EXPECT_EQ(roster.rows[0].fields.phone, "+12025550102");
    EXPECT_EQ(roster.rows[0].fields.zip, "02139");
    EXPECT_THAT(roster.rows[1].fields.tickets, ElementsAre("900000002"));
    ASSERT_TRUE(roster.rows[0].fields.household);
    EXPECT_EQ(roster.rows[0].fields.household, roster.rows[1].fields.household);
}

TEST(ReadRoster, KeepsTheGuestsOfAnOrderWithoutNumbersApart) {
    const auto roster = read(
        "Order #,Ticket Type,First Name,Last Name,Email\n"
        "900,General,Vivian,Ng,v@example.org\n900,General,Owen,Ng,v@example.org\n");
    EXPECT_EQ(roster.format, Format::eventbrite);
    ASSERT_THAT(roster.rows, SizeIs(2));
    EXPECT_NE(roster.rows[0].person, roster.rows[1].person);
}

TEST(ReadRoster, TakesPretixPositions) {
    const auto roster = read(
        "Order code;Position ID;Attendee name;Attendee email;Secret;Status;Order locale\n"
        "ABC12;1;Ana de la Cruz;ana@example.org;k3jd8s;Paid;es\nABC12;2;Inés de la Cruz;;p0x7aa;Paid;es\n"
        "ZZZ99;1;Gone;;q1;Canceled;en\n");
    EXPECT_EQ(roster.format, Format::pretix);
    ASSERT_THAT(roster.rows, SizeIs(2));
    EXPECT_EQ(roster.rows[0].source_key, "pretix:ABC12/1");
    EXPECT_THAT(roster.rows[1].fields.tickets, ElementsAre("p0x7aa"));
    EXPECT_EQ(roster.rows[0].fields.language, "es");
    EXPECT_EQ(roster.passed_over, 1U);
}

TEST(ReadRoster, TakesMobilizeAndActionNetwork) {
    const auto mobilize = read(
        "id,status,given_name_at_signup,family_name_at_signup,email_at_signup,phone_number_at_signup,"
        "postal_code_at_signup\n5,REGISTERED,Anna,Petrova,a@example.org,2025550110,02139\n"
        "6,CANCELLED,No,Show,n@example.org,,\n");
    ASSERT_THAT(mobilize.rows, SizeIs(1));
    EXPECT_EQ(mobilize.rows[0].source_key, "mobilize:5");
    EXPECT_EQ(mobilize.rows[0].fields.full_name, "Anna Petrova");
    EXPECT_EQ(mobilize.rows[0].fields.phone, "+12025550110");
    EXPECT_EQ(mobilize.rows[0].fields.zip, "02139");
    EXPECT_EQ(mobilize.passed_over, 1U);

    const auto network =
        read("first_name,last_name,email,zip_code,can2_phone\nBea,W,b@example.org,02139,2025550188\n");
    ASSERT_THAT(network.rows, SizeIs(1));
    EXPECT_EQ(network.format, Format::action_network);
    EXPECT_THAT(network.rows[0].source_key, HasSubstr("action-network:#"));
    EXPECT_EQ(network.rows[0].fields.phone, "+12025550188");
}

TEST(ReadRoster, TakesTheAnswersToAGoogleForm) {
    const auto roster = read(
        "Timestamp,Email Address,First name,Last name,Phone number,\"Will you need child care, and for "
        "whom?\"\n"
        "11/20/2026 18:04:05,ana@example.org,Ana,de la Cruz,(202) 555-0143,\"Yes, two\"\n"
        "11/20/2026 18:09:41,ana@example.org,Ana,de la Cruz,(202) 555-0143,\"Yes, three\"\n"
        "11/20/2026 19:00:00,,Ng,,,No\n");
    EXPECT_EQ(roster.format, Format::google_forms);
    ASSERT_THAT(roster.rows, SizeIs(2));
    EXPECT_EQ(roster.rows[0].fields.full_name, "Ana de la Cruz");
    EXPECT_EQ(roster.rows[0].fields.phone, "+12025550143");
    EXPECT_EQ(roster.rows[0].fields.email, "ana@example.org");
    EXPECT_THAT(roster.rows[0].source_key, HasSubstr("google-forms:#"));
    EXPECT_EQ(roster.rows[1].fields.full_name, "Ng");
    EXPECT_EQ(roster.passed_over, 1U);  // Who answers twice is one person.
    EXPECT_EQ(roster.unknown_columns, 2U);
}

TEST(ReadRoster, MakesTheSamePersonOnEveryTabletAndAnotherAtEveryEvent) {
    const std::string bytes = "id,name\n7,Rosa\n";
    const sync::EventId other(*sync::Uuid::parse("0192f0c1-2233-7445-8667-8899aabbccde"));
    EXPECT_EQ(read(bytes).rows[0].person, read("name;id;zip\nRosa;7;1\n").rows[0].person);
    EXPECT_NE(read(bytes).rows[0].person, read_roster_bytes(bytes, Format::automatic, other)->rows[0].person);
}

TEST(ReadRoster, RefusesBadLinesAndTakesTheRest) {
    const auto roster = read(
        "id,name,phone\n1,Ana,202-555-0101\n2,,202-555-0102\n3,\"Open\n4,Li,none\n5,Guerrero, Rosa,1\n"
        "1,Somebody Else,\n6," +
        std::string(201, 'x') + ",\n1,Ana,202-555-0101\n");
    EXPECT_THAT(roster.refused,
                ElementsAre(Refused{3, "The line has no name."},
                            Refused{4, "A quotation mark is opened here and not closed."},
                            Refused{6, "The line has more cells than there are headings."},
                            Refused{7, "Line 2 has the same id."}, Refused{8, "The name is too long."}));
    EXPECT_THAT(roster.warnings, ElementsAre(Refused{5, "The phone number cannot be read and is left out."}));
    ASSERT_THAT(roster.rows, SizeIs(2));
    EXPECT_EQ(roster.rows[1].fields.full_name, "Li");
    EXPECT_EQ(roster.rows[1].fields.phone, std::nullopt);
    EXPECT_EQ(roster.passed_over, 1U);
    EXPECT_EQ(roster.read, 8U);
}

TEST(ReadRoster, KeepsFormulasAsText) {
    const auto roster =
        read("id,name\n1,\"=HYPERLINK(\"\"http://example.org\"\")\"\n2,+Ana\n3,@Li\n4,-Bea\n");
    ASSERT_THAT(roster.rows, SizeIs(4));
    EXPECT_EQ(roster.rows[0].fields.full_name, "=HYPERLINK(\"http://example.org\")");
    EXPECT_EQ(roster.rows[1].fields.full_name, "+Ana");
}

TEST(ReadRoster, SaysWhatItGuessedOfAnOldEncoding) {
    const auto roster = read(
        "sep=;\nid;name\n1;Luc\xED"
        "a\n");
    ASSERT_THAT(roster.rows, SizeIs(1));
    EXPECT_EQ(roster.rows[0].fields.full_name, "Lucía");
    ASSERT_THAT(roster.warnings, SizeIs(1));
    EXPECT_THAT(roster.warnings[0].reason, HasSubstr("windows-1252"));
}

TEST(ReadRoster, SaysWhyAFileIsNoRoster) {
    EXPECT_EQ(read_roster_bytes("", Format::automatic, k_event).error().fault, sync::Fault::unreadable);
    EXPECT_EQ(read_roster_bytes("a,b\n1,2\n", Format::automatic, k_event).error().fault,
              sync::Fault::unreadable);
    EXPECT_EQ(read_roster("/nowhere/at/all.csv", Format::automatic, k_event).error().fault,
              sync::Fault::not_found);
}

TEST(ReadRoster, TakesTheDemoNeighbourhoodWhole) {
    const auto roster =
        read_roster(welcome::test::source_dir() + "/assets/demo/roster.csv", Format::automatic, k_event);
    ASSERT_TRUE(roster);
    EXPECT_THAT(roster->refused, IsEmpty());
    EXPECT_THAT(roster->warnings, IsEmpty());
    EXPECT_EQ(roster->rows.size(), roster->read);
    EXPECT_EQ(roster->rows[0].fields.full_name, "Rosa Guerrero Díaz");
    EXPECT_EQ(roster->rows[0].fields.phone, "+12025550143");
}

TEST(ReadRoster, TakesAHundredThousandLines) {
    std::ostringstream lines;
    lines << "id,full_name,phone,email,zip\n";
    for (int i = 0; i < 100'000; ++i)
        lines << i << ",Person Ñ" << i << ",202-555-" << 1000 + i % 9000 << ",p" << i
              << "@example.org,02139\n";
    const auto roster = read(lines.str());
    EXPECT_THAT(roster.refused, IsEmpty());
    ASSERT_EQ(roster.rows.size(), 100'000U);
    EXPECT_EQ(roster.rows.back().fields.full_name, "Person Ñ99999");
    std::set<sync::Uuid> people;
    for (const auto& row : roster.rows) people.insert(row.person);
    EXPECT_EQ(people.size(), 100'000U);
}

}  // namespace
