// Coming in, signing up, asking for help: what is decided and what is refused.

#include <gmock/gmock.h>

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class Arriving : public Desk {
  protected:
    Decision check_in(const std::vector<Arrival>& arrivals) {
        return decide_check_in(state_, arrivals, CheckInMethod::ticket, {}, context());
    }
    Decision sign_up(const Newcomer& newcomer) { return decide_sign_up(state_, newcomer, context()); }
};

Newcomer named(const std::string& name) {
    Newcomer newcomer;
    newcomer.full_name = name;
    return newcomer;
}

}  // namespace

TEST_F(Arriving, AHouseholdComesInByOneDecision) {
    knows(1, "Rosa García");
    knows(2, "Luis García");
    knows(3, "Ana García");

    carry_out(check_in({{person_id(1), 1, 2}, {person_id(2)}, {person_id(3)}}));

    EXPECT_EQ(state_.count().people_checked_in, 3);
    EXPECT_EQ(state_.count().company, 3);
}

TEST_F(Arriving, ThoseAlreadyInArePassedOver) {
    knows(1, "Rosa García");
    knows(2, "Luis García");
    carry_out(check_in({{person_id(1)}}));

    const auto second = check_in({{person_id(1)}, {person_id(2)}, {person_id(2)}});

    ASSERT_TRUE(second);
    ASSERT_EQ(second->size(), 1U);
    EXPECT_EQ(body_of<CheckedIn>(second->front()).person, person_id(2));
}

TEST_F(Arriving, ASecondCheckInIsAnsweredAndHarmsNothing) {
    knows(1, "Rosa García");
    carry_out(check_in({{person_id(1)}}));

    EXPECT_EQ(refusal_of(check_in({{person_id(1)}})), Refusal::already_in);
    EXPECT_EQ(state_.person(person_id(1))->attendance->at, at_minute(4));
}

TEST_F(Arriving, WhoWasMergedComesInAsTheOneKept) {
    knows(1, "Rosa García");
    knows(2, "Rosa Garcia");
    says(PeopleMerged{person_id(1), person_id(2)});

    const auto decision = check_in({{person_id(2)}, {person_id(1)}});

    ASSERT_TRUE(decision);
    ASSERT_EQ(decision->size(), 1U);
    EXPECT_EQ(body_of<CheckedIn>(decision->front()).person, person_id(1));
}

TEST_F(Arriving, ATimeThatIsNamedIsKept) {
    knows(1, "Rosa García");

    carry_out(decide_check_in(state_, {{person_id(1)}}, CheckInMethod::command, at_minute(1), context()));

    EXPECT_EQ(state_.person(person_id(1))->attendance->at, at_minute(1));
}

TEST_F(Arriving, CheckInIsRefusedPlainly) {
    knows(1, "Rosa García");
    EXPECT_EQ(refusal_of(check_in({})), Refusal::nobody_chosen);
    EXPECT_EQ(refusal_of(check_in({{person_id(1)}, {person_id(9)}})), Refusal::unknown_person);
    EXPECT_EQ(refusal_of(check_in({{person_id(1), -1, 0}})), Refusal::nobody_chosen);
}

TEST_F(Arriving, TheAnonymousAreACountAndNothingElse) {
    const auto decision = decide_come_in(state_, 2, context());

    ASSERT_TRUE(decision);
    ASSERT_EQ(decision->size(), 1U);
    EXPECT_EQ(decision->front().body, R"({"count":2})");
    EXPECT_EQ(refusal_of(decide_come_in(state_, 0, context())), Refusal::nobody_chosen);
    EXPECT_EQ(refusal_of(decide_come_in(state_, 1'000'000, context())), Refusal::nobody_chosen);
}

TEST_F(Arriving, ANewcomerIsRegisteredSignedUpAndIn) {
    auto newcomer = named("  María José Carreño Quiñones ");
    newcomer.language = "es";
    newcomer.more_children = 2;

    const auto decision = sign_up(newcomer);

    ASSERT_TRUE(decision);
    EXPECT_EQ(decision->size(), 3U);  // No channel given, so no consent was asked.
    carry_out(*decision);
    const auto people = state_.people();
    ASSERT_EQ(people.size(), 1U);
    EXPECT_EQ(people[0]->full_name, "María José Carreño Quiñones");
    EXPECT_EQ(people[0]->source, "door");
    EXPECT_TRUE(people[0]->signed_up);
    EXPECT_EQ(state_.count().in_the_room(), 3);
    EXPECT_EQ(state_.count().signed_up, 1);
}

TEST_F(Arriving, WhoeverLeavesIsNoLongerInTheRoomAndMayComeBack) {
    unlocks(StaffRole::volunteer);
    carry_out(decide_come_in(state_, 3, context()));
    carry_out(decide_leave(state_, 2, context()));
    EXPECT_EQ(state_.count().in_the_room(), 1);
    EXPECT_EQ(state_.count().came(), 3);

    carry_out(decide_leave(state_, -1, context()));
    EXPECT_EQ(state_.count().in_the_room(), 2);
    EXPECT_EQ(refusal_of(decide_leave(state_, 3, context())), Refusal::nobody_in);
    EXPECT_EQ(refusal_of(decide_leave(state_, -2, context())), Refusal::nothing_new);
    unlocked_.reset();
    EXPECT_EQ(refusal_of(decide_leave(state_, 1, context())), Refusal::not_permitted);
}

TEST_F(Arriving, MoreWhoLeftThanCameNeverMakeARoomOfFewerThanNobody) {
    says(PeopleLeft{5});  // told before the tablet that let them in is heard
    EXPECT_EQ(state_.count().in_the_room(), 0);
    says(CameIn{7});

    EXPECT_EQ(state_.count().in_the_room(), 2);
}

TEST_F(Arriving, ANewcomerOfThePressIsToldToTheLead) {
    unlocks(StaffRole::volunteer);
    auto newcomer = named("Jo");
    newcomer.role = GuestRole::press;
    carry_out(sign_up(newcomer));

    EXPECT_EQ(state_.people().at(0)->part.role, GuestRole::press);
}

TEST_F(Arriving, ConsentIsSaidForEachChannelThatWasGivenTheRefusalToo) {
    auto newcomer = named("Ng");
    newcomer.phone = "+14045550142";
    newcomer.email = " ng@example.org ";
    newcomer.email_consent = true;
    newcomer.wording = "2026-11";
    carry_out(sign_up(newcomer));

    const auto* ng = state_.people().at(0);

    EXPECT_EQ(ng->email, "ng@example.org");
    EXPECT_FALSE(ng->consents.at(Channel::text).granted);
    EXPECT_TRUE(ng->consents.at(Channel::email).granted);
    EXPECT_EQ(ng->consents.at(Channel::email).wording, "2026-11");
    EXPECT_FALSE(ng->consents.contains(Channel::photo));
}

TEST_F(Arriving, NamesAreKeptAsTheyAreTyped) {
    for (const std::string& name :
         std::vector<std::string>{"O", "Ng", "Xóchitl", "O'Brien", "de la Cruz", "Nguyễn Thị Minh Khai",
                                  "محمد عبد الله", "李小龍", "ayşe", "X Æ 12"}) {
        const auto decision = sign_up(named(name));
        ASSERT_TRUE(decision) << name;
        EXPECT_EQ(body_of<PersonRegistered>(decision->front()).fields.full_name, name);
    }
    const auto composed = sign_up(named("Jose\xCC\x81"));  // e + combining acute
    EXPECT_EQ(body_of<PersonRegistered>(composed->front()).fields.full_name, "José");
}

TEST_F(Arriving, SignUpIsRefusedPlainly) {
    std::string long_name;
    for (int i = 0; i < 200; ++i) long_name += "ñ";
    EXPECT_TRUE(sign_up(named(long_name)));
    EXPECT_EQ(refusal_of(sign_up(named(long_name + "ñ"))), Refusal::name_too_long);
    for (const auto* blank : {"", "   ", "\t\n", "\u00A0\u2003"})
        EXPECT_EQ(refusal_of(sign_up(named(blank))), Refusal::name_missing) << blank;
    for (const auto* phone : {"4045550142", "+1", "+0404555014", "+1404555o142", "+12345678901234567"}) {
        auto newcomer = named("Ng");
        newcomer.phone = phone;
        EXPECT_EQ(refusal_of(sign_up(newcomer)), Refusal::phone_unreadable) << phone;
    }
    for (const auto* email : {"ng", "@example.org", "ng@", "ng@org", "n g@example.org", "a@b@c.org", "ng@x.",
                              "ng@.org", "ng@example.org, b@example.org"}) {
        auto newcomer = named("Ng");
        newcomer.email = email;
        EXPECT_EQ(refusal_of(sign_up(newcomer)), Refusal::email_unreadable) << email;
    }
}

TEST_F(Arriving, NeedsAreRaisedOnceHoweverOftenTheyAreTapped) {
    knows(1, "Rosa García");

    carry_out(decide_raise_needs(state_, person_id(1), {Need::ride, Need::ride, Need::food}, context()));
    carry_out(decide_raise_needs(state_, person_id(1), {Need::food}, context()));

    EXPECT_EQ(state_.person(person_id(1))->needs, (std::set{Need::food, Need::ride}));
    EXPECT_EQ(refusal_of(decide_raise_needs(state_, person_id(9), {Need::ride}, context())),
              Refusal::unknown_person);
    EXPECT_EQ(refusal_of(decide_raise_needs(state_, person_id(1), {}, context())), Refusal::nobody_chosen);
}

TEST_F(Arriving, AfterClosingNobodyComesIn) {
    knows(1, "Rosa García");
    carry_out(check_in({{person_id(1)}}));
    knows(2, "Luis García");
    says(EventClosed{});

    EXPECT_EQ(refusal_of(check_in({{person_id(2)}})), Refusal::event_closed);
    EXPECT_EQ(refusal_of(decide_come_in(state_, 1, context())), Refusal::event_closed);
    EXPECT_EQ(refusal_of(sign_up(named("Ng"))), Refusal::event_closed);
    EXPECT_EQ(refusal_of(decide_raise_needs(state_, person_id(1), {Need::ride}, context())),
              Refusal::event_closed);
    EXPECT_EQ(refusal_of(decide_request_childcare(state_, person_id(1), {{.first_name = "A"}}, context())),
              Refusal::event_closed);
    unlocks(StaffRole::lead);
    EXPECT_EQ(refusal_of(decide_drop_off(state_, id_of<StayId>(1), context())), Refusal::event_closed);
}

}  // namespace welcome::kiosk::event::test
