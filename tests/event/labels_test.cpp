// The queue of labels: asked for once, printed once, never twice without somebody's word.
#include <gmock/gmock.h>

#include "kiosk/event/decide_labels.h"
#include "tests/event/support.h"

namespace welcome::kiosk::event::test {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

const auto k_label = id_of<LabelId>(7);
const auto k_here = device_id(1);
const auto k_there = device_id(2);

LabelAsked asked(const std::string& what = "claim") {
    return {k_label, what, id_of<StayId>(1).text(), k_here, {}, false};
}
LabelPrinted ended(const std::string& outcome) {
    return {"claim", id_of<StayId>(1).text(), outcome, k_label, "", {}};
}

class Labels : public Desk {
  protected:
    const LabelJob& job() { return *state_.label_job(k_label); }
};

TEST_F(Labels, WaitsThenIsPrinted) {
    says(asked());
    EXPECT_EQ(job().state, LabelState::waiting);
    EXPECT_EQ(job().printer, k_here);

    says(LabelStarted{k_label});
    EXPECT_EQ(job().state, LabelState::printing);
    says(ended("printed"));

    EXPECT_EQ(job().state, LabelState::printed);
    EXPECT_EQ(job().times_printed, 1);
}

TEST_F(Labels, BegunWhenThePowerWentIsDoubtfulAfterTheStart) {
    says(asked());
    says(LabelStarted{k_label});

    carry_out(decide_labels_after_start(state_, context()));

    EXPECT_EQ(job().state, LabelState::doubtful);
    EXPECT_THAT(decide_labels_after_start(state_, context()), IsEmpty());
}

TEST_F(Labels, NotBegunWhenThePowerWentSimplyWaits) {
    says(asked());

    EXPECT_THAT(decide_labels_after_start(state_, context()), IsEmpty());
    EXPECT_EQ(job().state, LabelState::waiting);
}

TEST_F(Labels, OfAnotherTabletsPrinterAreThatTabletsBusiness) {
    auto other = asked();
    other.printer = k_there;
    says(other);
    says(LabelStarted{k_label});

    EXPECT_THAT(decide_labels_after_start(state_, context()), IsEmpty());
}

TEST_F(Labels, ADoubtfulOneIsPrintedAgainByTheWordOfWhoMindsChildren) {
    says(asked());
    says(LabelStarted{k_label});
    says(ended("doubtful"));
    unlocks(StaffRole::volunteer);
    EXPECT_EQ(refusal_of(decide_move_label(state_, k_label, k_here, context())), Refusal::not_permitted);
    unlocks(StaffRole::childcare);

    carry_out(decide_move_label(state_, k_label, k_here, context()));

    EXPECT_EQ(job().state, LabelState::waiting);
}

TEST_F(Labels, SomebodySawItComeOut) {
    says(asked());
    says(LabelStarted{k_label});
    says(ended("doubtful"));
    unlocks(StaffRole::childcare);

    carry_out(decide_label_came_out(state_, k_label, context()));

    EXPECT_EQ(job().state, LabelState::printed);
    EXPECT_EQ(refusal_of(decide_label_came_out(state_, k_label, context())), Refusal::nothing_new);
}

// Two tablets apart: one prints it, the other, which has not heard, sends it to its own printer.
TEST_F(Labels, MovedByWhoHadNotHeardThatItBeganIsDoubtfulAndNotPrintedAgain) {
    Tablet here(1), there(2);
    const auto ask = here.says(asked(), 1);
    const auto start = here.says(LabelStarted{k_label}, 2);
    const auto end = here.says(ended("printed"), 3);
    const auto move = there.says(LabelMoved{k_label, k_there, std::nullopt, {}}, 4);

    const auto state = fold({ask, move, start, end});

    EXPECT_EQ(state.label_job(k_label)->state, LabelState::doubtful);
    EXPECT_EQ(state, fold({end, start, move, ask}));
}

TEST_F(Labels, PrintedByTwoTabletsSaysSo) {
    Tablet here(1), there(2);
    std::vector<sync::Fact> facts{here.says(asked(), 1), there.says(LabelMoved{k_label, k_there, {}, {}}, 2)};
    facts.push_back(here.says(LabelStarted{k_label}, 3));
    facts.push_back(there.says(LabelStarted{k_label}, 3));
    facts.push_back(here.says(ended("printed"), 4));
    facts.push_back(there.says(ended("printed"), 4));

    EXPECT_EQ(fold(facts).label_job(k_label)->times_printed, 2);
}

TEST_F(Labels, ThatNothingCameOutHereSaysNothingOfThePrinterThatBeganSince) {
    Tablet here(1), there(2);
    const auto state = fold({here.says(asked(), 1), here.says(LabelStarted{k_label}, 2),
                             there.says(LabelMoved{k_label, k_there, {}, {}}, 3),
                             there.says(LabelStarted{k_label}, 4), here.says(ended("waiting"), 5)});

    EXPECT_EQ(state.label_job(k_label)->state, LabelState::printing);
}

TEST_F(Labels, AnotherPrinterTakesOverWhatWaits) {
    says(asked());
    unlocks(StaffRole::childcare);

    carry_out(decide_move_label(state_, k_label, k_there, context()));

    EXPECT_EQ(job().printer, k_there);
    EXPECT_EQ(job().state, LabelState::waiting);
    EXPECT_EQ(refusal_of(decide_move_label(state_, k_label, k_there, context())), Refusal::label_waits);
}

TEST_F(Labels, AtAPrinterThatSaysNothingForLongMayBeMoved) {
    says(asked());
    says(LabelStarted{k_label});
    unlocks(StaffRole::lead);
    EXPECT_EQ(refusal_of(decide_move_label(state_, k_label, k_there, context())), Refusal::label_waits);
    minute_ += 3;

    carry_out(decide_move_label(state_, k_label, k_there, context()));

    EXPECT_EQ(job().printer, k_there);
}

TEST_F(Labels, ARePrintIsAFactWithANameAndOneAtATime) {
    says(asked());
    says(LabelStarted{k_label});
    says(ended("printed"));
    unlocks(StaffRole::childcare);
    const LabelWish wish{"claim", id_of<StayId>(1).text()};

    carry_out(decide_label_again(state_, wish, k_here, context()));

    ASSERT_THAT(state_.print_queue(), SizeIs(2));
    EXPECT_TRUE(state_.print_queue().back()->again);
    EXPECT_EQ(state_.print_queue().back()->by, context().staff);
    EXPECT_EQ(refusal_of(decide_label_again(state_, wish, k_here, context())), Refusal::label_waits);
}

TEST_F(Labels, PrintersAreKnownByTheirTabletsLastWord) {
    Tablet here(1), there(2);
    const auto state =
        fold({here.says(PrinterTold{"Desk", "ready"}, 1), there.says(PrinterTold{"Door", "ready"}, 1),
              there.says(PrinterTold{"Door", "cover_open"}, 2), here.says(PrinterTold{"Desk", ""}, 3)});

    ASSERT_THAT(state.printers(), SizeIs(1));
    EXPECT_EQ(state.printers().front().tablet, "Door");
    EXPECT_EQ(state.printers().front().state, "cover_open");
}

}  // namespace
}  // namespace welcome::kiosk::event::test
