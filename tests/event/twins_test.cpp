// Who was written down twice, and the numbers to read out.

#include "kiosk/event/twins.h"

#include "kiosk/event/evening_numbers.h"
#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class WrittenTwice : public Desk {
  protected:
    PersonId comes_to_the_door(std::uint64_t number, const std::string& name, const std::string& phone = {},
                               const std::string& email = {}) {
        PersonRegistered body{person_id(number), "door", "", {}};
        body.fields.full_name = name;
        if (!phone.empty()) body.fields.phone = phone;
        if (!email.empty()) body.fields.email = email;
        says(body);
        says(SignedUp{body.person, "es"});
        says(CheckedIn{body.person, CheckInMethod::signed_up, {}, 0, 0});
        return body.person;
    }
};

using Because = Twins::Because;

}  // namespace

TEST_F(WrittenTwice, TheRosterStaysAndTheDoorsEntryIsTheOther) {
    const auto roster = knows(50, "Rosa García López", "+12025550142");
    const auto door = comes_to_the_door(2, "Rosa Garcia", "+12025550142");

    const auto twins = probable_twins(state_);

    ASSERT_EQ(twins.size(), 1U);
    EXPECT_EQ(twins[0], (Twins{roster, door, Because::same_phone}));
}

TEST_F(WrittenTwice, AFamilysPhoneMakesNobodyATwin) {
    knows(1, "Rosa García", "+12025550142");
    comes_to_the_door(2, "Luis García", "+12025550142");

    EXPECT_TRUE(probable_twins(state_).empty());
}

TEST_F(WrittenTwice, ASlipInANameIsSeenInAnyOrderOfItsWords) {
    knows(1, "Guadalupe Hernández");
    comes_to_the_door(2, "Hernandes Guadalupe");

    const auto twins = probable_twins(state_);

    ASSERT_EQ(twins.size(), 1U);
    EXPECT_EQ(twins[0].because, Because::like_name);
}

TEST_F(WrittenTwice, TheSurestComeFirst) {
    knows(1, "Guadalupe Hernández");
    comes_to_the_door(2, "Guadalupe Hernandez");
    knows(3, "Mei Chen", "+12025550177");
    comes_to_the_door(4, "Mei Chen", "+12025550177");

    const auto twins = probable_twins(state_);

    ASSERT_EQ(twins.size(), 2U);
    EXPECT_EQ(twins[0].because, Because::same_phone);
    EXPECT_EQ(twins[1].because, Because::same_name);
    EXPECT_EQ(probable_twins(state_, 1).size(), 1U);
}

TEST_F(WrittenTwice, TwoOfTheRosterWhoAreNotHereAreNobodysBusinessTonight) {
    knows(1, "Mei Chen");
    knows(2, "Mei Chen");

    EXPECT_TRUE(probable_twins(state_).empty());
}

TEST_F(WrittenTwice, AChildIsNotItsNamesake) {
    knows(1, "José Luis Peña", "+12025550190");
    PersonRegistered child{person_id(2), "door", "", {}};
    child.fields.full_name = "José Luis Peña";
    child.fields.is_child = true;
    child.fields.phone = "+12025550190";
    says(child);

    EXPECT_TRUE(probable_twins(state_).empty());
}

TEST_F(WrittenTwice, OneWordIsTooLittleWithoutAPhone) {
    knows(1, "Ng");
    comes_to_the_door(2, "Ng");
    EXPECT_TRUE(probable_twins(state_).empty());

    knows(3, "Li", "+12025550111");
    comes_to_the_door(4, "Li", "+12025550111");
    EXPECT_EQ(probable_twins(state_).size(), 1U);
}

TEST_F(WrittenTwice, WhoIsOneAlreadyIsNotProposedAgain) {
    const auto roster = knows(1, "Mei Chen", "+12025550177");
    const auto door = comes_to_the_door(2, "Mei Chen", "+12025550177");
    says(PeopleMerged{roster, door});

    EXPECT_TRUE(probable_twins(state_).empty());
}

TEST_F(WrittenTwice, TheNumbersCountEverybodyOnce) {
    const auto rosa = knows(1, "Rosa García");
    says(CheckedIn{rosa, CheckInMethod::ticket, {}, 1, 2});
    says(NeedRaised{rosa, {Need::food, Need::speaking}});
    const auto mei = comes_to_the_door(2, "Mei Chen");
    says(NeedRaised{mei, {Need::food}});
    says(CameIn{3});
    PersonRegistered child{person_id(9), "roster", "9", {}};
    child.fields.full_name = "Ana García";
    child.fields.is_child = true;
    child.fields.language = "es";
    says(child);
    says(CheckedIn{child.person, CheckInMethod::ticket, {}, 0, 0});
    says(FirstTimeSaid{rosa, true});
    const auto away = knows(5, "Not Here");
    says(NeedRaised{away, {Need::food}});

    const auto numbers = evening_numbers(state_);

    EXPECT_EQ(numbers.all, 9);       // Rosa and three with her, Mei, Ana, three who just came in
    EXPECT_EQ(numbers.children, 3);  // two with Rosa, and Ana
    EXPECT_EQ(numbers.adults, 6);
    EXPECT_EQ(numbers.anonymous, 3);
    EXPECT_EQ(numbers.first_timers, 2);  // Rosa says so, and Mei is new
    EXPECT_EQ(numbers.needs.at(Need::food), 2);
    EXPECT_EQ(numbers.needs.at(Need::speaking), 1);
    ASSERT_FALSE(numbers.languages.empty());
    EXPECT_EQ(numbers.languages.front().tag, "es");
}

}  // namespace welcome::kiosk::event::test
