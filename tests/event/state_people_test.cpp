// The fold of people, case by case: words, merges, attendance, families.

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class FoldOfPeople : public Desk {
  protected:
    FactId undoes(const FactId& fact) { return says(FactUndone{fact, "", {}}); }
    PersonCorrected phone_of(const PersonId& person, const std::string& phone, const std::string& source) {
        PersonCorrected body{person, {}, source};
        body.fields.phone = phone;
        return body;
    }
};

}  // namespace

TEST_F(FoldOfPeople, TwoTabletsMakeOneAttendanceWithTwoWitnessesAndTheEarliestTime) {
    Tablet second(2);
    knows(1, "Rosa García");
    const auto late = tablet_.says(CheckedIn{person_id(1), CheckInMethod::ticket, {}, 1, 0}, 9);
    const auto early = second.says(CheckedIn{person_id(1), CheckInMethod::found, {}, 0, 2}, 6);

    state_.apply(late);
    state_.apply(early);

    const auto& attendance = state_.person(person_id(1))->attendance;
    ASSERT_TRUE(attendance);
    EXPECT_EQ(attendance->at, at_minute(6));
    ASSERT_EQ(attendance->witnesses.size(), 2U);
    EXPECT_EQ(attendance->witnesses[0].fact, early.id);
    EXPECT_EQ(attendance->witnesses[1].device, device_id(1));
    EXPECT_EQ(attendance->more_adults, 1);
    EXPECT_EQ(attendance->more_children, 2);
    EXPECT_EQ(state_.count().people_checked_in, 1);
    EXPECT_EQ(state_.count().company, 3);
}

TEST_F(FoldOfPeople, ACheckInCountsBeforeTheRosterHasComeAndShowsWhenItComes) {
    says(CheckedIn{person_id(1), CheckInMethod::ticket, {}, 0, 0});
    EXPECT_EQ(state_.count().people_checked_in, 1);
    EXPECT_EQ(state_.person(person_id(1)), nullptr);
    ASSERT_EQ(state_.attending().size(), 1U);
    EXPECT_EQ(state_.attending()[0]->id, person_id(1));

    knows(1, "Rosa García");

    EXPECT_EQ(state_.count().people_checked_in, 1);
    ASSERT_NE(state_.person(person_id(1)), nullptr);
    EXPECT_TRUE(state_.person(person_id(1))->attendance);
}

TEST_F(FoldOfPeople, TheLaterWordOnAFieldWinsAndTheOthersStay) {
    knows(1, "Rosa Garcia", "+14045550101");
    PersonCorrected correction{person_id(1), {}, ""};
    correction.fields.full_name = "Rosa García";
    correction.fields.email = "rosa@example.org";
    const auto fact = says(correction);

    EXPECT_EQ(state_.person(person_id(1))->full_name, "Rosa García");
    EXPECT_EQ(state_.person(person_id(1))->phone, "+14045550101");

    undoes(fact);

    EXPECT_EQ(state_.person(person_id(1))->full_name, "Rosa Garcia");
    EXPECT_EQ(state_.person(person_id(1))->email, "");
}

TEST_F(FoldOfPeople, AnEmptyWordErases) {
    knows(1, "Rosa García", "+14045550101");

    says(phone_of(person_id(1), "", ""));

    EXPECT_EQ(state_.person(person_id(1))->phone, "");
}

TEST_F(FoldOfPeople, TheSameRosterOnASecondTabletDoesNotTakeBackTheDoorsCorrection) {
    knows(1, "Rosa García", "+14045550101");
    says(phone_of(person_id(1), "+14045550199", ""));

    knows(1, "Rosa García", "+14045550101");  // Another tablet read the same file later.
    EXPECT_EQ(state_.person(person_id(1))->phone, "+14045550199");

    says(phone_of(person_id(1), "+14045550123", "roster"));  // But news is news.
    EXPECT_EQ(state_.person(person_id(1))->phone, "+14045550123");
}

TEST_F(FoldOfPeople, WhoseRegistrationIsUndoneIsGoneFromListAndCount) {
    PersonRegistered body{person_id(1), "door", "", {}};
    body.fields.full_name = "Typo";
    const auto registration = says(body);
    says(SignedUp{person_id(1), "en"});
    says(CheckedIn{person_id(1), CheckInMethod::signed_up, {}, 1, 0});
    EXPECT_EQ(state_.count().signed_up, 1);

    const auto undo = undoes(registration);
    EXPECT_TRUE(state_.people().empty());
    EXPECT_EQ(state_.count(), HeadCount{});

    undoes(undo);
    EXPECT_EQ(state_.people().size(), 1U);
    EXPECT_EQ(state_.count().in_the_room(), 2);
}

TEST_F(FoldOfPeople, MergedPeopleAreOnePersonWithOneAttendance) {
    knows(1, "Rosa García", "+14045550101");
    PersonRegistered door{person_id(2), "door", "", {}};
    door.fields.full_name = "Rosa Garcia";
    door.fields.email = "rosa@example.org";
    door.fields.tickets = {"EB-7"};
    says(door);
    says(CheckedIn{person_id(1), CheckInMethod::ticket, {}, 1, 0});
    says(CheckedIn{person_id(2), CheckInMethod::signed_up, {}, 0, 1});
    EXPECT_EQ(state_.count().people_checked_in, 2);

    const auto merge = says(PeopleMerged{person_id(1), person_id(2)});

    ASSERT_EQ(state_.people().size(), 1U);
    const auto* rosa = state_.person(person_id(2));
    ASSERT_EQ(rosa, state_.person(person_id(1)));
    EXPECT_EQ(rosa->id, person_id(1));
    EXPECT_EQ(rosa->full_name, "Rosa García");
    EXPECT_EQ(rosa->email, "rosa@example.org");
    EXPECT_EQ(rosa->attendance->witnesses.size(), 2U);
    EXPECT_EQ(state_.by_ticket("EB-7"), rosa);
    EXPECT_EQ(state_.count().people_checked_in, 1);
    EXPECT_EQ(state_.count().company, 2);

    undoes(merge);

    EXPECT_EQ(state_.people().size(), 2U);
    EXPECT_EQ(state_.count().people_checked_in, 2);
    EXPECT_EQ(state_.person(person_id(2))->full_name, "Rosa Garcia");
    EXPECT_EQ(state_.person(person_id(1))->email, "");
}

TEST_F(FoldOfPeople, MergesInACircleMakeOnePersonTheOneKeptLast) {
    for (std::uint64_t i = 1; i <= 3; ++i) knows(i, "Person " + std::to_string(i));

    says(PeopleMerged{person_id(1), person_id(2)});
    says(PeopleMerged{person_id(2), person_id(3)});
    const auto last = says(PeopleMerged{person_id(3), person_id(1)});
    EXPECT_EQ(state_.people().size(), 1U);
    EXPECT_EQ(state_.person(person_id(1))->id, person_id(3));

    undoes(last);
    EXPECT_EQ(state_.people().size(), 1U);
    EXPECT_EQ(state_.person(person_id(1))->id, person_id(2));
    says(PeopleMerged{person_id(2), person_id(2)});
    EXPECT_EQ(state_.people().size(), 1U);
}

TEST_F(FoldOfPeople, AFamilyIsFoundFromAnyOfIt) {
    for (std::uint64_t i = 1; i <= 3; ++i) {
        PersonRegistered body{person_id(i), "roster", std::to_string(i), {}};
        if (i != 3) body.fields.household = id_of<HouseholdId>(9);
        says(body);
    }
    const auto ids = [&](std::uint64_t of) {
        std::vector<PersonId> all;
        for (const auto* one : state_.household_of(person_id(of))) all.push_back(one->id);
        return all;
    };

    EXPECT_EQ(ids(2), (std::vector{person_id(1), person_id(2)}));
    EXPECT_EQ(ids(3), std::vector{person_id(3)});
    EXPECT_TRUE(ids(4).empty());

    PersonCorrected moved{person_id(1), {}, ""};
    moved.fields.household = id_of<HouseholdId>(10);
    says(moved);
    EXPECT_EQ(ids(2), std::vector{person_id(2)});
    EXPECT_EQ(ids(1), std::vector{person_id(1)});
}

TEST_F(FoldOfPeople, AFamilyIsListedAdultsFirstEachByName) {
    const auto joins = [&](std::uint64_t id, const char* name, bool is_child) {
        PersonRegistered body{person_id(id), "roster", std::to_string(id), {}};
        body.fields.full_name = name;
        body.fields.is_child = is_child;
        body.fields.household = id_of<HouseholdId>(9);
        says(body);
    };
    joins(1, "Zoe Kim", true);
    joins(2, "Rosa Kim", false);
    joins(3, "Abel Kim", true);
    joins(4, "Luis Kim", false);

    std::vector<std::string> names;
    for (const auto* one : state_.household_of(person_id(1))) names.push_back(one->full_name);
    EXPECT_EQ(names, (std::vector<std::string>{"Luis Kim", "Rosa Kim", "Abel Kim", "Zoe Kim"}));
}

TEST_F(FoldOfPeople, PeopleAreFoundByTicketAndByTheirRowsKey) {
    PersonRegistered body{person_id(1), "eventbrite", "row-1", {}};
    body.fields.tickets = {"EB-1"};
    const auto fact = says(body);

    EXPECT_EQ(state_.by_ticket("EB-1"), state_.person(person_id(1)));
    EXPECT_EQ(state_.by_source_key("eventbrite", "row-1"), state_.person(person_id(1)));
    EXPECT_EQ(state_.by_source_key("mobilize", "row-1"), nullptr);
    EXPECT_EQ(state_.by_ticket("EB"), nullptr);

    undoes(fact);
    EXPECT_EQ(state_.by_ticket("EB-1"), nullptr);
    EXPECT_EQ(state_.by_source_key("eventbrite", "row-1"), nullptr);
}

TEST_F(FoldOfPeople, TheLastConsentOnAChannelStands) {
    knows(1, "Rosa García");
    says(ConsentGiven{person_id(1), Channel::text, true, "sms-1", "es"});
    says(ConsentGiven{person_id(1), Channel::text, false, "sms-2", "en"});

    const auto& consents = state_.person(person_id(1))->consents;
    ASSERT_EQ(consents.size(), 1U);
    EXPECT_EQ(consents.at(Channel::text), (Consent{false, "sms-2", "en", at_minute(4)}));
}

TEST(PersonNames, AreShortForGuests) {
    const auto named = [](const std::string& full, const std::string& call = {}) {
        Person person;
        person.full_name = full;
        person.call_me = call;
        return std::vector{person.first_name(), person.short_name()};
    };

    EXPECT_EQ(named("Rosa García"), (std::vector<std::string>{"Rosa", "Rosa G."}));
    EXPECT_EQ(named("Rosa García", "Rosita"), (std::vector<std::string>{"Rosita", "Rosita G."}));
    EXPECT_EQ(named("Ng"), (std::vector<std::string>{"Ng", "Ng"}));
    EXPECT_EQ(named("Иван Иванов"), (std::vector<std::string>{"Иван", "Иван И."}));
    EXPECT_EQ(named("Łucja  Ślązak"), (std::vector<std::string>{"Łucja", "Łucja Ś."}));
    EXPECT_EQ(named(""), (std::vector<std::string>{"", ""}));
}

}  // namespace welcome::kiosk::event::test
