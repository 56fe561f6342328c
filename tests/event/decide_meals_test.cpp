// Plates: the last word on how many counts, each is handed out once, and the caterer's numbers add up.

#include "kiosk/event/decide_meals.h"

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class Meals : public Desk {
  protected:
    void SetUp() override {
        says(EventOpened{});
        for (std::uint64_t one = 1; one <= 3; ++one) {
            knows(one, "Person " + std::to_string(one));
            says(CheckedIn{person_id(one), CheckInMethod::ticket, {}, 0, 0});
        }
        unlocks(StaffRole::volunteer);
    }
    void ask(std::uint64_t person, const PlateCount& plates) {
        carry_out(decide_ask_meals(state_, person_id(person), plates, context()));
    }
    Decision hand_out(std::uint64_t person) { return decide_hand_out(state_, person_id(person), context()); }
    const Person& person(std::uint64_t number) { return *state_.person(person_id(number)); }
};

}  // namespace

TEST_F(Meals, AreAsAskedForLastAndOneForWhoOnlySaidThatTheyEat) {
    says(NeedRaised{person_id(1), {Need::food}});
    EXPECT_EQ(plates_asked(person(1)), (PlateCount{{Diet::any, 1}}));

    ask(1, {{Diet::halal, 2}, {Diet::any, 0}});
    EXPECT_EQ(plates_asked(person(1)), (PlateCount{{Diet::halal, 2}}));
    ask(1, {{Diet::no_nuts, 1}});
    EXPECT_EQ(plates_asked(person(1)), (PlateCount{{Diet::no_nuts, 1}}));
    EXPECT_EQ(refusal_of(decide_ask_meals(state_, person_id(1), {{Diet::no_nuts, 1}}, context())),
              Refusal::nothing_new);
    ask(1, {});
    EXPECT_TRUE(plates_asked(person(1)).empty());
}

TEST_F(Meals, AreHandedOutOnce) {
    ask(1, {{Diet::halal, 2}, {Diet::any, 1}});
    carry_out(hand_out(1));

    EXPECT_TRUE(plates_left(person(1)).empty());
    EXPECT_EQ(refusal_of(hand_out(1)), Refusal::already_handed_out);
    ask(1, {{Diet::halal, 3}, {Diet::any, 1}});  // one more came
    EXPECT_EQ(plates_left(person(1)), (PlateCount{{Diet::halal, 1}}));
    carry_out(hand_out(1));
    EXPECT_EQ(refusal_of(hand_out(1)), Refusal::already_handed_out);
}

TEST_F(Meals, AreGivenToWhoAsksAtTheCounterToo) {
    carry_out(hand_out(2));

    EXPECT_EQ(person(2).part.plates_given, (std::map<Diet, int>{{Diet::any, 1}}));
    EXPECT_EQ(refusal_of(hand_out(2)), Refusal::already_handed_out);
}

TEST_F(Meals, AddUpForTheCatererWithThoseWithoutAName) {
    ask(1, {{Diet::halal, 2}, {Diet::any, 1}});
    ask(2, {{Diet::halal, 1}});
    knows(9, "At home");
    says(MealsAsked{person_id(9), {{Diet::kosher, 5}}});
    carry_out(hand_out(2));
    carry_out(decide_hand_out_plate(state_, Diet::vegetarian, context()));
    const auto one_more = carry_out(decide_hand_out_plate(state_, Diet::vegetarian, context())).back();

    auto meals = meals_now(state_);
    EXPECT_EQ(meals.asked, (PlateCount{{Diet::any, 1}, {Diet::halal, 3}}));
    EXPECT_EQ(meals.given, (PlateCount{{Diet::halal, 1}, {Diet::vegetarian, 2}}));
    ASSERT_EQ(meals.waiting.size(), 1U);
    EXPECT_EQ(meals.waiting.front()->id, person_id(1));
    carry_out(decide_undo(state_, one_more, "mistake", context()));
    EXPECT_EQ(meals_now(state_).given, (PlateCount{{Diet::halal, 1}, {Diet::vegetarian, 1}}));
}

TEST_F(Meals, OfTwoThatAreOneAddUpToNoMoreThanTheirLastWord) {
    ask(1, {{Diet::halal, 2}});
    ask(2, {{Diet::halal, 3}});
    carry_out(hand_out(1));
    says(PeopleMerged{person_id(1), person_id(2)});

    EXPECT_EQ(plates_asked(person(1)), (PlateCount{{Diet::halal, 3}}));
    EXPECT_EQ(plates_left(person(1)), (PlateCount{{Diet::halal, 1}}));
}

}  // namespace welcome::kiosk::event::test
