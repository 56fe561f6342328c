// Headsets and other things: listed once however many tablets list them, lent to one at a time, waited for.

#include "kiosk/event/decide_items.h"

#include "kiosk/event/id_code.h"
#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class Items : public Desk {
  protected:
    void SetUp() override {
        says(EventOpened{});
        for (std::uint64_t one = 1; one <= 3; ++one) {
            knows(one, "Person " + std::to_string(one));
            says(CheckedIn{person_id(one), CheckInMethod::ticket, {}, 0, 0});
        }
        unlocks(StaffRole::volunteer);
        list({.kind = ItemKind::headset, .first = 1, .last = 3, .channel = "2", .language = "es"});
    }
    void list(const NewItems& items) { carry_out(decide_list_items(state_, items, context())); }
    Decision lend(const std::string& number, std::uint64_t person) {
        return decide_lend(state_, headset(number), {.person = person_id(person), .ticket = {}}, context());
    }
    static ItemId headset(const std::string& number) { return item_id(ItemKind::headset, number); }
    std::vector<PersonId> waiting() {
        std::vector<PersonId> people;
        for (const auto& wait : who_waits(state_)) people.push_back(wait.person->id);
        return people;
    }
};

}  // namespace

TEST_F(Items, AreListedOnceByWhicheverTabletAndStandAsPeopleCount) {
    list({.kind = ItemKind::headset, .first = 2, .last = 12, .channel = "2", .language = "es"});

    const auto items = state_.items();
    ASSERT_EQ(items.size(), 12U);
    EXPECT_EQ(items[1].number, "2");
    EXPECT_EQ(items[9].number, "10");
    EXPECT_EQ(refusal_of(decide_list_items(state_, {.first = 1, .last = 12, .channel = "2", .language = "es"},
                                           context())),
              Refusal::nothing_new);
}

TEST_F(Items, AreNumberedFromASmallerToALargerNumberAndNotByTheThousand) {
    for (const auto& [first, last] : std::vector<std::pair<int, int>>{{0, 3}, {5, 4}, {1, 201}})
        EXPECT_EQ(refusal_of(decide_list_items(state_, {.first = first, .last = last}, context())),
                  Refusal::numbers_unreadable)
            << first << " " << last;
}

TEST_F(Items, HaveACodeThatComesBackAndIsTheSameNextYear) {
    EXPECT_EQ(read_item_code(write_item_code(headset("12"))), headset("12"));
    EXPECT_FALSE(read_item_code("WTP:0123").has_value());
    EXPECT_EQ(headset("012"), headset("12"));
    EXPECT_NE(headset("12"), item_id(ItemKind::hearing, "12"));
    // Labels are on headsets for years: SHA-256 of "item\nheadset\n12" by Python's hashlib, as a version 8
    // id.
    EXPECT_EQ(write_item_code(headset("12")), "WTI:BDB2CFEB0AF48FE3B1B76A5EBDFAFA23");
}

TEST_F(Items, AreLentToOneAtATimeAndComeBack) {
    carry_out(lend("2", 1));

    ASSERT_TRUE(state_.item(headset("2"))->loan.has_value());
    EXPECT_EQ(state_.item(headset("2"))->loan->to, person_id(1));
    EXPECT_EQ(refusal_of(lend("2", 2)), Refusal::item_is_out);
    EXPECT_EQ(items_out(state_).size(), 1U);
    carry_out(decide_return(state_, headset("2"), context()));
    EXPECT_TRUE(items_out(state_).empty());
    EXPECT_EQ(refusal_of(decide_return(state_, headset("2"), context())), Refusal::nothing_new);
    carry_out(lend("2", 2));
    EXPECT_EQ(state_.item(headset("2"))->before.size(), 1U);
}

TEST_F(Items, AreLentToTheNumberOnACardWhereNobodyIsKnown) {
    carry_out(decide_lend(state_, headset("1"), {.person = {}, .ticket = " 27 "}, context()));

    EXPECT_EQ(state_.item(headset("1"))->loan->ticket, "27");
    EXPECT_EQ(refusal_of(decide_lend(state_, headset("3"), {}, context())), Refusal::nobody_chosen);
    EXPECT_EQ(refusal_of(lend("99", 1)), Refusal::unknown_item);
}

TEST_F(Items, FollowTheirBorrowerIntoAMerge) {
    carry_out(lend("1", 2));
    says(PeopleMerged{person_id(1), person_id(2)});

    EXPECT_EQ(state_.item(headset("1"))->loan->to, person_id(1));
}

TEST_F(Items, GoBackWhereALoanIsUndone) {
    const auto loan = carry_out(lend("1", 1)).back();
    carry_out(decide_undo(state_, loan, "mistake", context()));

    EXPECT_TRUE(state_.item(headset("1"))->is_free());
}

TEST_F(Items, ThatAreLostAreWaitedForNoMoreAndMayBeFound) {
    carry_out(lend("1", 1));
    carry_out(decide_strike_off(state_, headset("1"), context()));

    EXPECT_TRUE(items_out(state_).empty());
    EXPECT_FALSE(state_.item(headset("1"))->is_free());
    carry_out(decide_return(state_, headset("1"), context()));
    EXPECT_TRUE(state_.item(headset("1"))->is_free());
}

TEST_F(Items, ThatAreGivenAwayAreNotWaitedFor) {
    list({.kind = ItemKind::voucher, .first = 1, .last = 1});
    carry_out(decide_lend(state_, item_id(ItemKind::voucher, "1"), {.person = person_id(1), .ticket = {}},
                          context()));

    EXPECT_TRUE(items_out(state_).empty());
    EXPECT_FALSE(state_.item(item_id(ItemKind::voucher, "1"))->is_free());
}

TEST_F(Items, MeetTheNeedThatTheyAreForAndStaffMeetTheOthers) {
    says(NeedRaised{person_id(2), {Need::interpretation}});
    minute_ += 3;
    says(NeedRaised{person_id(1), {Need::ride}});
    knows(9, "At home");
    says(NeedRaised{person_id(9), {Need::ride}});
    EXPECT_EQ(waiting(), (std::vector<PersonId>{person_id(2), person_id(1)}));

    carry_out(lend("1", 2));
    EXPECT_EQ(waiting(), (std::vector<PersonId>{person_id(1)}));
    carry_out(decide_return(state_, headset("1"), context()));
    EXPECT_EQ(waiting(), (std::vector<PersonId>{person_id(1)}));
    const auto met = carry_out(decide_meet_need(state_, person_id(1), Need::ride, context())).back();
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ(refusal_of(decide_meet_need(state_, person_id(1), Need::ride, context())),
              Refusal::nothing_new);
    carry_out(decide_undo(state_, met, "mistake", context()));
    EXPECT_EQ(waiting(), (std::vector<PersonId>{person_id(1)}));
}

TEST_F(Items, AreOfferedInTheLanguageThatIsAskedForWhereThereAreSome) {
    list({.kind = ItemKind::headset, .first = 4, .last = 4, .channel = "3", .language = "so"});

    ASSERT_EQ(items_for(state_, ItemKind::headset, "so").size(), 1U);
    EXPECT_EQ(items_for(state_, ItemKind::headset, "so").front().number, "4");
    EXPECT_EQ(items_for(state_, ItemKind::headset, "vi").size(), 4U);
}

TEST_F(Items, HoldUpTheClosingUntilTheyAreBackOrTheLeadSaysWhy) {
    carry_out(lend("1", 1));
    unlocks(StaffRole::lead);
    EXPECT_EQ(refusal_of(decide_close_event(state_, "", context(), " ")), Refusal::items_are_out);
    const auto closing = decide_close_event(state_, "", context(), "Rosa brings it tomorrow");
    EXPECT_EQ(body_of<EventClosed>(closing->front()).items_reason, "Rosa brings it tomorrow");
    // Free text stays in the hall.
    EXPECT_EQ(outbound_body("event_closed", closing->front().body).find("Rosa"), std::string::npos);

    carry_out(decide_return(state_, headset("1"), context()));
    carry_out(decide_close_event(state_, "", context()));
    EXPECT_TRUE(state_.is_closed());
}

TEST_F(Items, AreTheStaffsAlone) {
    unlocked_.reset();
    EXPECT_EQ(refusal_of(lend("1", 1)), Refusal::not_permitted);
    EXPECT_EQ(refusal_of(decide_return(state_, headset("1"), context())), Refusal::not_permitted);
    EXPECT_EQ(refusal_of(decide_list_items(state_, {}, context())), Refusal::not_permitted);
    EXPECT_EQ(refusal_of(decide_meet_need(state_, person_id(1), Need::ride, context())),
              Refusal::not_permitted);
}

}  // namespace welcome::kiosk::event::test
