// Child care from the request to the release (shared/childcare.md).

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/event/claim_code.h"
#include "tests/screens/samples.h"

namespace welcome::kiosk::screens::test {
namespace {

using namespace std::chrono_literals;
using event::StaffRole;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

void ask_for_childcare(Evening& evening) {
    evening.scan(evening.ticket_of(evening.rosa));
    evening.act_and_save(Intent::confirm_people);
    evening.act(Intent::toggle_need, "", static_cast<int>(event::Need::childcare));
    evening.act(Intent::needs_ready);
}

void fill_in(Evening& evening, const std::string& name) {
    evening.act(Intent::edit_child_name, name);
    evening.act(Intent::set_band, "", static_cast<int>(event::AgeBand::from_4_to_5));
    evening.act(Intent::toggle_no_allergies);
}

std::string requested(Evening& evening) {  // the family's code
    ask_for_childcare(evening);
    fill_in(evening, "Ana");
    evening.act(Intent::children_ready);
    evening.act_and_save(Intent::reach_ready);
    const std::string code = evening.on<Needs>()->claim_code;
    evening.act_and_save(Intent::needs_ready);
    evening.act(Intent::finish);
    return code;
}

std::string dropped_off(Evening& evening) {
    std::string code = requested(evening);
    evening.unlock(StaffRole::childcare);
    evening.act_and_save(Intent::drop_off, evening.state.stays().front()->id.text());
    evening.act(Intent::open_pick_up);
    return code;
}

const event::Stay& only_child(const Evening& evening) {
    return *evening.state.roll_call().front();
}

// What a new process knows: the facts, and nothing of the screens.
void started_anew(Evening& evening) {
    Model fresh;
    fresh.languages = evening.model.languages;
    fresh.last_touch = evening.now;
    evening.model = fresh;
    evening.unlock(StaffRole::childcare);
    evening.act(Intent::open_pick_up);
}

TEST(AskingForChildcare, GivesSiblingsOneCodeToKeep) {
    Evening evening;
    ask_for_childcare(evening);
    fill_in(evening, "Ana");
    evening.act(Intent::another_child);
    fill_in(evening, "Leo");
    evening.act(Intent::children_ready);
    evening.act(Intent::edit_contact, "Row 3");

    evening.act(Intent::reach_ready);
    EXPECT_THAT(evening.kinds_unsaved(), ElementsAre("childcare_requested", "childcare_requested",
                                                     "child_accepted", "child_accepted"));
    evening.saved();
    evening.act_and_save(Intent::needs_ready);

    const auto* done = evening.on<Done>();
    ASSERT_NE(done, nullptr);
    EXPECT_THAT(done->claim_code, SizeIs(4));
    EXPECT_THAT(evening.state.stays_by_code(done->claim_code), SizeIs(2));
}

TEST(AskingForChildcare, WantsNameAgeAndAWordOnAllergies) {
    Evening evening;
    ask_for_childcare(evening);

    evening.act(Intent::children_ready);
    EXPECT_EQ(evening.notice(), "refusal.child_name_missing");
    evening.act(Intent::edit_child_name, "Ana");
    evening.act(Intent::children_ready);
    EXPECT_EQ(evening.notice(), "children.age_missing");
    evening.act(Intent::set_band, "", static_cast<int>(event::AgeBand::under_2));
    evening.act(Intent::children_ready);
    EXPECT_EQ(evening.notice(), "children.allergies_missing");

    EXPECT_THAT(evening.unsaved, IsEmpty());
}

TEST(AskingForChildcare, NeverShowsTheFamilysCodeToSomebodyWhoOnlyKnewLettersAndDigits) {
    Evening evening;
    requested(evening);
    evening.act(Intent::open_find);
    evening.act(Intent::edit_letters, "ros");
    evening.act(Intent::edit_digits, "0142");
    evening.act(Intent::look_me_up);
    evening.act_and_save(Intent::confirm_people);
    evening.act(Intent::toggle_need, "", static_cast<int>(event::Need::childcare));

    evening.act(Intent::needs_ready);

    EXPECT_NE(evening.on<HelperComes>(), nullptr);
}

TEST(DroppingOff, PrintsTheChildsLabelAndTheClaim) {
    Evening evening;
    evening.with_printer();
    requested(evening);
    evening.unlock(StaffRole::childcare);
    ASSERT_NE(evening.on<Desk>(), nullptr);

    evening.act_and_save(Intent::drop_off, evening.state.stays().front()->id.text());

    EXPECT_EQ(evening.state.count().children_dropped_off, 1);
    EXPECT_THAT(evening.labels("child"), SizeIs(1));
    EXPECT_THAT(evening.labels("claim"), SizeIs(1));
    EXPECT_NE(evening.on<Desk>(), nullptr);
}

TEST(DroppingOff, AsksForOneClaimAFamilyAndALabelAChild) {
    Evening evening;
    evening.with_printer();
    evening.know(event::RoomStaffed{"Room 4", 3, evening.staff.at(StaffRole::childcare)});
    const std::string code = requested(evening);
    evening.know(event::ChildcareRequested{.stay = event::StayId(evening.known().context.new_id()),
                                           .adult = evening.rosa,
                                           .first_name = "Leo",
                                           .band = event::AgeBand::from_4_to_5,
                                           .code = code});
    evening.unlock(StaffRole::childcare);
    for (const auto* stay : evening.state.stays()) evening.act_and_save(Intent::drop_off, stay->id.text());

    EXPECT_THAT(evening.labels("child"), SizeIs(2));
    EXPECT_THAT(evening.labels("claim"), SizeIs(1));
}

TEST(DroppingOff, AtAPrinterThatIsNotReadyShowsTheCodeAndTheLabelWaits) {
    Evening evening;
    evening.with_printer();
    requested(evening);
    evening.happen(PrinterStands{"cover_open", "cover_open"});
    evening.unlock(StaffRole::childcare);

    evening.act_and_save(Intent::drop_off, evening.state.stays().front()->id.text());

    EXPECT_NE(evening.on<Wristband>(), nullptr);
    EXPECT_THAT(evening.labels("child"), SizeIs(1));
}

TEST(DroppingOff, WithoutAPrinterShowsTheCodeForTheWristband) {
    Evening evening;
    requested(evening);
    evening.unlock(StaffRole::childcare);

    evening.act_and_save(Intent::drop_off, evening.state.stays().front()->id.text());

    EXPECT_NE(evening.on<Wristband>(), nullptr);
    EXPECT_EQ(evening.state.count().children_dropped_off, 1);
}

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

TEST(TheDesk, IsClosedToAVolunteerOfTheDoor) {
    Evening evening;
    requested(evening);
    evening.unlock(StaffRole::volunteer);

    evening.act(Intent::open_desk);
    EXPECT_EQ(evening.on<Desk>(), nullptr);
    evening.act(Intent::drop_off, evening.state.stays().front()->id.text());
    EXPECT_THAT(evening.unsaved, IsEmpty());
}

}  // namespace
TEST(TheDesk, WritesWrongAndDeadCodesDownForTheLead) {
    Evening evening;
    const std::string code = dropped_off(evening);
    const auto stay = evening.state.roll_call().front()->id;
    evening.know(event::ClaimReplaced{stay, evening.staff.at(StaffRole::lead), "9999", "lost", "phone rang"});

    evening.act(Intent::edit_code, code);
    evening.act_and_save(Intent::code_ready);

    EXPECT_EQ(evening.notice(), "desk.dead_code");
    EXPECT_TRUE(evening.model.helper_wanted);
    EXPECT_THAT(evening.on<PickUp>()->children, IsEmpty());
    ASSERT_THAT(evening.state.alerts(), SizeIs(1));
    EXPECT_EQ(evening.state.alerts().front().about, event::Alert::About::dead_code);
}

TEST(TheDesk, OnlyTheLeadSeesTheWaysWithoutACode) {
    Evening evening;
    dropped_off(evening);
    const auto stay = evening.state.roll_call().front()->id;
    evening.act(Intent::open_child, stay.text());
    evening.act(Intent::ask_of_child, "", static_cast<int>(ChildCard::Asks::release));
    evening.act(Intent::edit_child_first, "lost");
    evening.act(Intent::edit_child_second, "phone rang");
    evening.act(Intent::child_ready);
    EXPECT_THAT(evening.unsaved, IsEmpty());
    EXPECT_EQ(evening.notice(), "refusal.not_permitted");

    evening.act(Intent::lock);
    evening.unlock(StaffRole::lead);
    evening.act(Intent::open_desk);
    evening.act(Intent::open_child, stay.text());
    evening.act(Intent::ask_of_child, "", static_cast<int>(ChildCard::Asks::release));
    evening.act(Intent::child_ready);
    EXPECT_EQ(evening.notice(), "refusal.reason_missing");
    evening.act(Intent::edit_child_first, "lost");
    evening.act(Intent::edit_child_second, "phone rang");
    evening.act_and_save(Intent::child_ready);
    EXPECT_THAT(evening.state.roll_call(), IsEmpty());
    EXPECT_EQ(evening.state.stay(stay)->left_because, "lost");
}

TEST(TheDesk, ARefusedPickUpShowsOnlyThatAHelperComes) {
    Evening evening;
    evening.act(Intent::edit_code, dropped_off(evening));
    evening.act(Intent::code_ready);
    evening.act_and_save(Intent::refuse_pick_up);

    EXPECT_NE(evening.on<HelperComes>(), nullptr);
    EXPECT_TRUE(evening.model.helper_wanted);
    EXPECT_THAT(evening.state.roll_call(), SizeIs(1));
    EXPECT_THAT(evening.state.alerts(), SizeIs(1));
}

TEST(TheDesk, ALostClaimIsPrintedAnewOrShownToCopy) {
    Evening evening;
    const auto old = dropped_off(evening);
    const auto stay = evening.state.roll_call().front()->id;
    evening.with_printer();
    evening.happen(PrinterStands{"out_of_labels", "out_of_labels"});
    evening.act(Intent::lock);
    evening.unlock(StaffRole::lead);
    evening.act(Intent::open_desk);
    evening.act(Intent::open_child, stay.text());
    evening.act(Intent::ask_of_child, "", static_cast<int>(ChildCard::Asks::lost_claim));
    evening.act(Intent::edit_child_first, "lost");
    evening.act(Intent::edit_child_second, "phone rang");
    evening.act_and_save(Intent::child_ready);

    ASSERT_THAT(evening.labels("claim"), SizeIs(1));
    EXPECT_EQ(evening.labels("claim").front()->subject, stay.text());
    EXPECT_NE(evening.state.stay(stay)->request.code, old);
    EXPECT_NE(evening.on<Wristband>(), nullptr);
}

TEST(TheDesk, ATabletCallsTheNextFamilyByItselfOnce) {
    Evening evening;
    const auto code = dropped_off(evening);
    std::vector<event::StayId> others;
    for (int child = 0; child < 2; ++child) {
        others.emplace_back(evening.known().context.new_id());
        evening.know(event::ChildcareRequested{
            .stay = others.back(), .adult = evening.ng, .first_name = "Kim", .code = "9999"});
        evening.know(event::ChildWaitlisted{others.back(), {}});
    }
    evening.pass(1s);
    EXPECT_THAT(evening.unsaved, IsEmpty());  // Both or none: one place is left.
    evening.act(Intent::edit_code, code);
    evening.act(Intent::code_ready);
    evening.act_and_save(Intent::release);

    evening.pass(1s);
    evening.pass(1s);
    EXPECT_THAT(evening.unsaved, SizeIs(1));
    evening.saved();
    EXPECT_EQ(evening.state.stay(others.front())->state, event::StayState::accepted);
    EXPECT_TRUE(evening.state.stay(others.back())->paged);
}

}  // namespace welcome::kiosk::screens::test
