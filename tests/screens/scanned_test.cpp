// What a scanned code leads to: the family, a second look, or a plain no.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/screens/samples.h"

namespace welcome::kiosk::screens::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(AScannedCode, ShowsTheWholeFamilyTickedWithItsHolderFirst) {
    Evening evening;

    evening.scan(evening.ticket_of(evening.luis));

    const auto* who = evening.on<WhoIsHere>();
    ASSERT_NE(who, nullptr);
    EXPECT_EQ(who->people.front(), evening.luis);
    EXPECT_THAT(who->people, SizeIs(3));
    EXPECT_THAT(who->ticked, SizeIs(3));
}

TEST(AScannedCode, ChecksTheFamilyInWithOneTransaction) {
    Evening evening;
    evening.scan(evening.ticket_of(evening.rosa));
    evening.act(Intent::toggle_person, evening.luis.text());

    evening.act(Intent::confirm_people);

    EXPECT_THAT(evening.unsaved, SizeIs(1));
    EXPECT_THAT(evening.kinds_unsaved(), ElementsAre("checked_in", "checked_in"));
}

TEST(AScannedCode, IsConfirmedOnlyOnceItIsDurable) {
    Evening evening;
    evening.with_printer();
    evening.scan(evening.ticket_of(evening.rosa));
    evening.act(Intent::confirm_people);

    EXPECT_NE(evening.on<WhoIsHere>(), nullptr);

    evening.saved();

    EXPECT_NE(evening.on<Needs>(), nullptr);
    EXPECT_EQ(evening.notice(), "needs.you_are_in");
    EXPECT_THAT(evening.labels("badge"), SizeIs(3));
}

TEST(AScannedCode, TakesASecondTouchForTheFirst) {
    Evening evening;
    evening.scan(evening.ticket_of(evening.rosa));

    evening.act(Intent::confirm_people);
    evening.act(Intent::confirm_people);

    EXPECT_THAT(evening.unsaved, SizeIs(1));
}

TEST(AScannedCode, IsNoErrorTheSecondTime) {
    Evening evening;
    evening.scan(evening.ticket_of(evening.ng));
    evening.act_and_save(Intent::confirm_people);
    evening.act(Intent::finish);

    evening.scan(evening.ticket_of(evening.ng));

    const auto* done = evening.on<Done>();
    ASSERT_NE(done, nullptr);
    EXPECT_TRUE(done->already_in);
    EXPECT_THAT(evening.kinds_unsaved(), IsEmpty());
}

TEST(AScannedCode, TicksNobodyOnceItsHolderIsIn) {
    Evening evening;
    evening.scan(evening.ticket_of(evening.rosa));
    evening.act(Intent::toggle_person, evening.luis.text());
    evening.act_and_save(Intent::confirm_people);
    evening.act(Intent::finish);

    evening.scan(evening.ticket_of(evening.rosa));

    ASSERT_NE(evening.on<WhoIsHere>(), nullptr);
    EXPECT_THAT(evening.on<WhoIsHere>()->ticked, IsEmpty());

    evening.act(Intent::confirm_people);

    ASSERT_NE(evening.on<Done>(), nullptr);
    EXPECT_TRUE(evening.on<Done>()->already_in);
}

TEST(AScannedCode, LetsALateFamilyMemberComeInAlone) {
    Evening evening;
    evening.scan(evening.ticket_of(evening.rosa));
    evening.act(Intent::toggle_person, evening.luis.text());
    evening.act_and_save(Intent::confirm_people);
    evening.act(Intent::finish);

    evening.scan(evening.ticket_of(evening.luis));
    evening.act(Intent::confirm_people);

    EXPECT_THAT(evening.kinds_unsaved(), ElementsAre("checked_in"));
}

TEST(AScannedCode, WithoutARegistrationAsksForTheNameAndKeepsTheTicket) {
    Evening evening;
    const PersonId stranger(evening.known().context.new_id());
    evening.scan(evening.ticket_of(stranger));
    ASSERT_NE(evening.on<NewName>(), nullptr);

    evening.act(Intent::edit_name, "O");
    evening.act(Intent::name_ready);
    evening.act_and_save(Intent::touch_skipped);
    evening.act(Intent::finish);
    evening.act(Intent::start_over);
    evening.scan(evening.ticket_of(stranger));

    ASSERT_NE(evening.on<Done>(), nullptr);
    EXPECT_TRUE(evening.on<Done>()->already_in);
}

struct BadCode {
    std::string text, notice;
};

class ABadCode : public ::testing::TestWithParam<BadCode> {};

TEST_P(ABadCode, GetsAPlainSentenceAndLeavesTheScreen) {
    Evening evening;

    evening.scan(GetParam().text);

    EXPECT_EQ(evening.notice(), GetParam().notice);
    EXPECT_NE(evening.on<Welcome>(), nullptr);
    EXPECT_THAT(evening.kinds_unsaved(), IsEmpty());
}

std::string of_another_event() {
    event::TicketSeed seed{};
    seed.fill(7);
    sync::EventId other;
    other.bytes.fill(0xEE);
    return event::write_ticket(other, other, seed);
}

std::string signed_by_another() {
    event::TicketSeed seed{};
    seed.fill(8);
    const Evening evening;
    return event::write_ticket(evening.known().event_id, evening.rosa, seed);
}

INSTANTIATE_TEST_SUITE_P(Refusals, ABadCode,
                         ::testing::Values(BadCode{"WT1:TORN", "ticket.damaged"},
                                           BadCode{of_another_event(), "ticket.other_event"},
                                           BadCode{signed_by_another(), "ticket.wrong_signature"},
                                           BadCode{std::string(600, 'A'), "ticket.too_long"},
                                           BadCode{"\x01\x02", "ticket.not_text"},
                                           BadCode{"https://example.org/42", "ticket.unknown"}));

}  // namespace
}  // namespace welcome::kiosk::screens::test
