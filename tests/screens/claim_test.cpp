// Claims at the desk, right and wrong, and the label that the child wears (shared/childcare.md, "Codes").

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/event/claim_code.h"
#include "kiosk/event/id_code.h"
#include "tests/screens/children.h"

namespace welcome::kiosk::screens::test {
namespace {

using namespace std::chrono_literals;
using event::StaffRole;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(PickingUp, ReleasesTheChildrenOfACodeTypedInSmallLetters) {
    Evening evening;
    std::string code = dropped_off(evening);
    for (auto& letter : code) letter = static_cast<char>(std::tolower(letter));
    evening.act(Intent::edit_code, code);
    evening.act(Intent::code_ready);
    ASSERT_THAT(evening.on<PickUp>()->children, SizeIs(1));

    evening.act_and_save(Intent::release);

    EXPECT_EQ(evening.state.count().children_picked_up, 1);
    EXPECT_EQ(evening.notice(), "desk.picked_up");
}

TEST(PickingUp, ReadsTheClaimLabelFromTheDeskToo) {
    Evening evening;
    dropped_off(evening);
    evening.act(Intent::open_desk);

    evening.scan(evening.claim_of(only_child(evening)));

    ASSERT_NE(evening.on<PickUp>(), nullptr);
    EXPECT_THAT(evening.on<PickUp>()->children, SizeIs(1));
    EXPECT_THAT(evening.unsaved, IsEmpty());
}

TEST(PickingUp, AClaimOfAnotherEveningIsToldAndCountsForNothing) {
    Evening evening;
    const std::string code = dropped_off(evening);
    for (int attempt = 0; attempt < 4; ++attempt)
        evening.scan(event::write_claim(sync::EventId{}, {only_child(evening).id, code}, {}));

    EXPECT_EQ(evening.notice(), "desk.claim_other_event");
    EXPECT_THAT(evening.on<PickUp>()->children, IsEmpty());
    EXPECT_THAT(evening.unsaved, IsEmpty());
}

TEST(PickingUp, AForgedClaimKeepsTheChildAndCallsTheLead) {
    Evening evening;
    const std::string code = dropped_off(evening);
    event::TicketSeed somebodys{};

    evening.scan(event::write_claim(evening.known().event_id, {only_child(evening).id, code}, somebodys));

    EXPECT_EQ(evening.notice(), "desk.claim_forged");
    EXPECT_TRUE(evening.model.helper_wanted);
    EXPECT_THAT(evening.on<PickUp>()->children, IsEmpty());
    evening.saved();
    EXPECT_EQ(evening.state.wrong_claims(evening.known().context.device).in_a_row, 1);
}

TEST(PickingUp, ACodeWithoutASignatureIsNoClaim) {
    Evening evening;
    const std::string code = dropped_off(evening);

    evening.scan("WTC:" + code);
    EXPECT_EQ(evening.notice(), "desk.claim_damaged");
    evening.scan(code);
    EXPECT_EQ(evening.notice(), "desk.not_a_claim");

    EXPECT_THAT(evening.on<PickUp>()->children, IsEmpty());
}

TEST(PickingUp, AGoodClaimOfAChildNotHeardOfHereIsNotAWrongOne) {
    Evening evening;
    dropped_off(evening);
    event::Stay elsewhere;
    elsewhere.id = event::StayId(evening.known().context.new_id());
    elsewhere.request.code = "9999";

    evening.scan(evening.claim_of(elsewhere));

    EXPECT_EQ(evening.notice(), "desk.claim_not_heard");
    EXPECT_THAT(evening.unsaved, IsEmpty());
}

TEST(PickingUp, AClaimThatWasReplacedAlertsTheLead) {
    Evening evening;
    dropped_off(evening);
    const auto lost = evening.claim_of(only_child(evening));
    evening.know(event::ClaimReplaced{only_child(evening).id, evening.staff.at(StaffRole::lead), "9999",
                                      "lost", "phone rang"});

    evening.scan(lost);
    evening.saved();

    EXPECT_EQ(evening.notice(), "desk.dead_code");
    ASSERT_THAT(evening.state.alerts(), SizeIs(1));
    EXPECT_EQ(evening.state.alerts().front().about, event::Alert::About::dead_code);
    evening.scan(evening.claim_of(only_child(evening)));
    EXPECT_THAT(evening.on<PickUp>()->children, SizeIs(1));
}

TEST(PickingUp, TellsWhetherTheChildsLabelFitsTheClaim) {
    Evening evening;
    const std::string code = dropped_off(evening);
    const auto label = event::write_child_code(only_child(evening).id);

    evening.scan(label);
    EXPECT_EQ(evening.notice(), "pickup.claim_first");
    EXPECT_THAT(evening.on<PickUp>()->children, IsEmpty());  // A child's label is no claim.
    evening.act(Intent::edit_code, code);
    evening.act(Intent::code_ready);
    evening.scan(label);
    EXPECT_EQ(evening.notice(), "pickup.label_fits");

    const event::StayId other(evening.known().context.new_id());
    evening.know(
        event::ChildcareRequested{.stay = other, .adult = evening.ng, .first_name = "Kim", .code = "9999"});
    evening.scan(event::write_child_code(other));
    EXPECT_EQ(evening.notice(), "pickup.label_differs");
    EXPECT_THAT(evening.on<PickUp>()->children, SizeIs(1));
}

TEST(PickingUp, AChildsLabelOpensItsCardAtTheDesk) {
    Evening evening;
    dropped_off(evening);
    evening.act(Intent::open_desk);

    evening.scan(event::write_child_code(only_child(evening).id));

    ASSERT_NE(evening.on<ChildCard>(), nullptr);
}

TEST(PickingUp, ChildcaresLabelsTellAVolunteerOfTheDoorNothing) {
    Evening evening;
    dropped_off(evening);
    const auto claim = evening.claim_of(only_child(evening));
    evening.act(Intent::lock);
    evening.scan(claim);
    EXPECT_NE(evening.on<Welcome>(), nullptr);
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_person, evening.ng.text());

    for (const auto& text : {claim, event::write_child_code(only_child(evening).id)}) {
        evening.scan(text);
        EXPECT_EQ(evening.notice(), "desk.only_at_desk");
        EXPECT_NE(evening.on<PersonCard>(), nullptr);
    }

    EXPECT_THAT(evening.unsaved, IsEmpty());  // It did not become somebody's card.
}

TEST(PickingUp, ReleasesNobodyBeforeTheCodeIsRight) {
    Evening evening;
    dropped_off(evening);
    evening.act(Intent::edit_code, "CCCC");

    evening.act(Intent::release);

    EXPECT_THAT(evening.unsaved, IsEmpty());
}

TEST(PickingUp, PausesHalfAMinuteAfterThreeWrongCodes) {
    Evening evening;
    const std::string code = dropped_off(evening);
    for (int attempt = 0; attempt < 3; ++attempt) {
        evening.act(Intent::edit_code, "9999");
        evening.act(Intent::code_ready);
        evening.act(Intent::go_back);  // Leaving the screen forgets no wrong code.
        evening.act(Intent::open_pick_up);
    }
    evening.act(Intent::edit_code, code);

    evening.act(Intent::code_ready);
    EXPECT_EQ(evening.notice(), "desk.pause");
    EXPECT_THAT(evening.on<PickUp>()->children, IsEmpty());
    EXPECT_TRUE(evening.model.helper_wanted);

    evening.pass(31s);
    evening.act(Intent::code_ready);
    EXPECT_THAT(evening.on<PickUp>()->children, SizeIs(1));
}

TEST(PickingUp, CountsOnAfterATabletWasStartedAnew) {
    Evening evening;
    dropped_off(evening);
    const auto tries = [&](const std::string& code) {
        evening.act(Intent::edit_code, code);
        evening.act(Intent::code_ready);
        evening.saved();
    };
    tries("9999");
    EXPECT_THAT(evening.state.alerts(), IsEmpty());  // A slip of the finger is nobody's business.
    started_anew(evening);
    tries("9999");
    started_anew(evening);
    tries("9999");
    EXPECT_EQ(evening.notice(), "desk.pause");
    EXPECT_THAT(evening.state.alerts(), SizeIs(1));

    started_anew(evening);  // Nor is the pause over.
    tries("9999");
    EXPECT_EQ(evening.notice(), "desk.pause");
    EXPECT_THAT(evening.state.alerts(), SizeIs(1));
    evening.pass(31s);
    tries("9999");
    EXPECT_EQ(evening.notice(), "refusal.unknown_code");
}

TEST(PickingUp, ARightCodeEndsTheRowAlsoForTheNextStart) {
    Evening evening;
    const std::string code = dropped_off(evening);
    for (const auto& typed : {std::string("9999"), std::string("9999"), code}) {
        evening.act(Intent::edit_code, typed);
        evening.act(Intent::code_ready);
        evening.saved();
    }
    started_anew(evening);
    for (int attempt = 0; attempt < 2; ++attempt) {
        evening.act(Intent::edit_code, "9999");
        evening.act(Intent::code_ready);
        evening.saved();
    }

    EXPECT_EQ(evening.notice(), "refusal.unknown_code");
    EXPECT_THAT(evening.state.alerts(), IsEmpty());
}

TEST(PickingUp, SaysSoWhereNoChildOfTheCodeIsInARoom) {
    Evening evening;
    const std::string code = requested(evening);
    evening.unlock(StaffRole::lead);
    evening.act(Intent::open_pick_up);
    evening.act(Intent::edit_code, code);

    evening.act(Intent::code_ready);

    EXPECT_EQ(evening.notice(), "desk.nobody_in_room");
}

}  // namespace
}  // namespace welcome::kiosk::screens::test
