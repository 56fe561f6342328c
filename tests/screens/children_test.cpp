// Child care from the request to the release (shared/childcare.md).

#include "tests/screens/children.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/event/claim_code.h"
#include "kiosk/event/id_code.h"

namespace welcome::kiosk::screens::test {
namespace {

using namespace std::chrono_literals;
using event::StaffRole;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

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

TEST(TheDesk, IsClosedToAVolunteerOfTheDoor) {
    Evening evening;
    requested(evening);
    evening.unlock(StaffRole::volunteer);

    evening.act(Intent::open_desk);
    EXPECT_EQ(evening.on<Desk>(), nullptr);
    evening.act(Intent::drop_off, evening.state.stays().front()->id.text());
    EXPECT_THAT(evening.unsaved, IsEmpty());
}

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
    ASSERT_THAT(evening.labels("child"), SizeIs(1));  // whose label bears the dead code
    EXPECT_EQ(evening.labels("child").front()->subject, stay.text());
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

}  // namespace
}  // namespace welcome::kiosk::screens::test
