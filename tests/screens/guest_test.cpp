// What a guest's touches and scans lead to: every way in, and every plain no.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/screens/evening.h"

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
    evening.scan(evening.ticket_of(evening.rosa));
    evening.act(Intent::confirm_people);

    EXPECT_NE(evening.on<WhoIsHere>(), nullptr);
    EXPECT_THAT(evening.asked<PrintBadge>(), IsEmpty());

    evening.saved();

    EXPECT_NE(evening.on<Needs>(), nullptr);
    EXPECT_EQ(evening.notice(), "needs.you_are_in");
    EXPECT_THAT(evening.asked<PrintBadge>(), SizeIs(3));
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

TEST(FindMe, GreetsTheOnePersonWhoFits) {
    Evening evening;
    evening.act(Intent::open_find);
    evening.act(Intent::edit_letters, "Ros");
    evening.act(Intent::edit_digits, "0142");

    evening.act(Intent::look_me_up);

    const auto* who = evening.on<WhoIsHere>();
    ASSERT_NE(who, nullptr);
    EXPECT_THAT(who->people, ElementsAre(evening.rosa));  // Never the family: letters can be guessed.
    EXPECT_FALSE(who->by_code);
}

TEST(FindMe, SendsForAHelperAfterThreeTries) {
    Evening evening;
    evening.act(Intent::open_find);
    for (int attempt = 0; attempt < 3; ++attempt) {
        EXPECT_NE(evening.on<FindMe>(), nullptr);
        evening.act(Intent::edit_letters, "ros");
        evening.act(Intent::edit_digits, "9999");
        evening.act(Intent::look_me_up);
    }

    EXPECT_NE(evening.on<HelperComes>(), nullptr);
    EXPECT_TRUE(evening.model.helper_wanted);
}

TEST(FindMe, TellsNobodyThatThePersonIsHereAlready) {
    Evening evening;
    evening.scan(evening.ticket_of(evening.ng));
    evening.act_and_save(Intent::confirm_people);
    evening.act(Intent::finish);

    evening.act(Intent::open_find);
    evening.act(Intent::edit_letters, "ng");
    evening.act(Intent::edit_digits, "0199");
    evening.act(Intent::look_me_up);
    ASSERT_NE(evening.on<WhoIsHere>(), nullptr);
    evening.act(Intent::confirm_people);

    EXPECT_NE(evening.on<Needs>(), nullptr);
    EXPECT_THAT(evening.kinds_unsaved(), IsEmpty());
}

TEST(FindMe, CountsTheCompanyWithoutNames) {
    Evening evening;
    evening.act(Intent::open_find);
    evening.act(Intent::edit_letters, "ng");
    evening.act(Intent::edit_digits, "0199");
    evening.act(Intent::look_me_up);
    evening.act(Intent::set_adults, "", 1);
    evening.act(Intent::set_children, "", 2);

    evening.act_and_save(Intent::confirm_people);

    EXPECT_EQ(evening.state.count().in_the_room(), 4);
}

TEST(ANewcomer, ComesInWithANameAlone) {
    Evening evening;
    evening.act(Intent::open_new);
    evening.act(Intent::edit_name, "Nguyễn Thị Minh Khai");
    evening.act(Intent::name_ready);

    evening.act(Intent::touch_skipped);

    EXPECT_THAT(evening.kinds_unsaved(), ElementsAre("person_registered", "signed_up", "checked_in"));
    evening.saved();
    EXPECT_NE(evening.on<Needs>(), nullptr);
}

TEST(ANewcomer, IsAskedForAName) {
    Evening evening;
    evening.act(Intent::open_new);
    evening.act(Intent::edit_name, "  ");

    evening.act(Intent::name_ready);

    EXPECT_NE(evening.on<NewName>(), nullptr);
    EXPECT_EQ(evening.notice(), "refusal.name_missing");
}

TEST(ANewcomer, ConsentsToNothingByDefault) {
    Evening evening;
    evening.act(Intent::open_new);
    evening.act(Intent::edit_name, "Xóchitl");
    evening.act(Intent::name_ready);
    evening.act(Intent::edit_phone, "202 555 0177");
    evening.act(Intent::edit_email, "x@example.org");
    evening.act(Intent::toggle_email_ok);

    evening.act_and_save(Intent::touch_ready);

    const auto* needs = evening.on<Needs>();
    ASSERT_NE(needs, nullptr);
    const auto* person = evening.state.person(needs->person);
    ASSERT_NE(person, nullptr);
    EXPECT_EQ(person->phone, "+12025550177");
    EXPECT_FALSE(person->consents.at(event::Channel::text).granted);
    EXPECT_TRUE(person->consents.at(event::Channel::email).granted);
    EXPECT_EQ(person->consents.at(event::Channel::email).wording, k_consent_wording);
}

TEST(ANewcomer, IsToldOfAPhoneThatCannotBeRead) {
    Evening evening;
    evening.act(Intent::open_new);
    evening.act(Intent::edit_name, "Ana");
    evening.act(Intent::name_ready);
    evening.act(Intent::edit_phone, "12");

    evening.act(Intent::touch_ready);

    EXPECT_EQ(evening.notice(), "refusal.phone_unreadable");
    EXPECT_NE(evening.on<KeepInTouch>(), nullptr);
    EXPECT_THAT(evening.unsaved, IsEmpty());
}

TEST(JustComeIn, CountsOneAndKeepsNothingElse) {
    Evening evening;

    evening.act_and_save(Intent::just_come_in);

    ASSERT_NE(evening.on<Done>(), nullptr);
    EXPECT_TRUE(evening.on<Done>()->people.empty());
    EXPECT_EQ(evening.state.count().anonymous, 1);
}

TEST(ADiskThatRefuses, LetsThePersonInAllTheSame) {
    Evening evening;
    evening.scan(evening.ticket_of(evening.rosa));
    evening.act(Intent::confirm_people);

    evening.not_saved();

    EXPECT_NE(evening.on<Trouble>(), nullptr);
    EXPECT_FALSE(evening.model.waiting.has_value());
}

TEST(ALateAnswer, OfAnotherTransactionChangesNothing) {
    Evening evening;
    evening.scan(evening.ticket_of(evening.rosa));
    evening.act(Intent::confirm_people);

    sync::Fact other;
    other.id.bytes.fill(9);
    evening.happen(Committed{{other}});

    EXPECT_NE(evening.on<WhoIsHere>(), nullptr);
    EXPECT_TRUE(evening.model.waiting.has_value());
}

TEST(ALateAnswer, AfterStartOverDoesNotBringTheGuestBack) {
    Evening evening;
    evening.scan(evening.ticket_of(evening.rosa));
    evening.act(Intent::confirm_people);
    evening.act(Intent::start_over);

    evening.saved();

    EXPECT_NE(evening.on<Welcome>(), nullptr);
    EXPECT_THAT(evening.asked<PrintBadge>(), SizeIs(3));  // They are in, and their badges come.
}

TEST(StaffDeeds, DoNothingOnAGuestScreen) {
    for (const auto intent : {Intent::open_table, Intent::open_desk, Intent::undo_because, Intent::release,
                              Intent::check_in_person, Intent::open_sync}) {
        Evening evening;
        evening.act(intent, evening.rosa.text());

        EXPECT_NE(evening.on<Welcome>(), nullptr);
        EXPECT_THAT(evening.unsaved, IsEmpty());
    }
}

TEST(Language, IsThisGuestsOnly) {
    Evening evening;
    evening.act(Intent::set_language, "es");
    EXPECT_EQ(evening.model.language, "es");

    evening.act(Intent::start_over);

    EXPECT_EQ(evening.model.language, "en");
}

}  // namespace
}  // namespace welcome::kiosk::screens::test
