// What a guest's touches lead to: found, new, or just coming in; and a disk that says no.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/screens/samples.h"

namespace welcome::kiosk::screens::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

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

TEST(FindMe, AnswersNothingWhereTwoPeopleFit) {
    Evening evening;
    evening.know(event::PersonRegistered{.person = PersonId(evening.known().context.new_id()),
                                         .source = "roster",
                                         .source_key = "77",
                                         .fields = {.full_name = "Rosendo Gil", .phone = "+12025550142"}});
    evening.act(Intent::open_find);
    evening.act(Intent::edit_letters, "ros");
    evening.act(Intent::edit_digits, "0142");

    evening.act(Intent::look_me_up);

    ASSERT_NE(evening.on<FindMe>(), nullptr);
    EXPECT_TRUE(evening.on<FindMe>()->not_found);
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
    evening.with_printer();
    evening.scan(evening.ticket_of(evening.rosa));
    evening.act(Intent::confirm_people);
    evening.act(Intent::start_over);

    evening.saved();

    EXPECT_NE(evening.on<Welcome>(), nullptr);
    EXPECT_THAT(evening.labels("badge"), SizeIs(3));  // They are in, and their badges come.
}

TEST(StaffDeeds, DoNothingOnAGuestScreen) {
    for (const auto intent : {Intent::open_table, Intent::open_desk, Intent::undo_because, Intent::release,
                              Intent::check_in_person, Intent::open_more}) {
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
