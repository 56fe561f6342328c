// Where labels come out, and what a helper does about one that did not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/screens/samples.h"

namespace welcome::kiosk::screens::test {
namespace {

using namespace std::chrono_literals;
using event::LabelState;
using event::StaffRole;
using ::testing::IsEmpty;
using ::testing::SizeIs;

sync::DeviceId other_tablet() {
    sync::DeviceId device;
    device.bytes.fill(7);
    return device;
}

void checks_ng_in(Evening& evening) {
    evening.unlock(StaffRole::volunteer);
    evening.act_and_save(Intent::check_in_person, evening.ng.text());
}

TEST(Labels, AreAskedForInTheTransactionOfWhatTheyAreFor) {
    Evening evening;
    evening.with_printer();
    evening.unlock(StaffRole::volunteer);

    evening.act(Intent::check_in_person, evening.ng.text());

    EXPECT_THAT(evening.kinds_unsaved(), ::testing::ElementsAre("checked_in", "label_asked"));
}

TEST(Labels, AreNotAskedForWhereNoTabletHasAPrinter) {
    Evening evening;
    checks_ng_in(evening);

    EXPECT_THAT(evening.labels("badge"), IsEmpty());
}

TEST(Labels, ComeOutAtAnotherTabletsPrinterWhereThisOneHasNone) {
    Evening evening;
    evening.know_from(other_tablet(), event::PrinterTold{"Side door", "ready"});
    checks_ng_in(evening);

    ASSERT_THAT(evening.labels("badge"), SizeIs(1));
    EXPECT_EQ(evening.labels("badge").front()->printer, other_tablet());
}

TEST(Labels, ComeOutWhereAHelperChose) {
    Evening evening;
    evening.with_printer();
    evening.know_from(other_tablet(), event::PrinterTold{"Side door", "ready"});
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_labels);

    evening.act(Intent::print_on, other_tablet().text());
    evening.act_and_save(Intent::check_in_person, evening.ng.text());

    EXPECT_EQ(evening.labels("badge").front()->printer, other_tablet());
    evening.act(Intent::print_on, evening.model.device.text());
    EXPECT_EQ(printer_for(evening.model, evening.state), evening.model.device);
}

TEST(Labels, ThatWaitComeAlongWhenAHelperChoosesAnotherPrinter) {
    Evening evening;
    evening.with_printer();
    evening.know_from(other_tablet(), event::PrinterTold{"Side door", "ready"});
    checks_ng_in(evening);
    evening.act(Intent::open_labels);

    evening.act_and_save(Intent::print_on, other_tablet().text());

    EXPECT_EQ(evening.labels("badge").front()->printer, other_tablet());
    EXPECT_EQ(evening.labels("badge").front()->state, LabelState::waiting);
}

TEST(Labels, OnTheirWayStayWhereTheyAreWhenAHelperChoosesAnotherPrinter) {
    Evening evening;
    evening.with_printer();
    evening.know_from(other_tablet(), event::PrinterTold{"Side door", "ready"});
    checks_ng_in(evening);
    evening.know(event::LabelStarted{evening.labels("badge").front()->id});
    evening.act(Intent::open_labels);

    evening.act(Intent::print_on, other_tablet().text());

    EXPECT_THAT(evening.kinds_unsaved(), IsEmpty());
    EXPECT_EQ(evening.labels("badge").front()->printer, evening.model.device);
}

TEST(Labels, ThatWaitGoToAnotherPrinterByATap) {
    Evening evening;
    evening.with_printer();
    evening.know_from(other_tablet(), event::PrinterTold{"Side door", "ready"});
    checks_ng_in(evening);
    const auto label = evening.labels("badge").front()->id;
    evening.act(Intent::open_labels);
    evening.act(Intent::choose_label, label.text());

    evening.act_and_save(Intent::move_label, other_tablet().text());

    EXPECT_EQ(evening.state.label_job(label)->printer, other_tablet());
    ASSERT_NE(evening.on<LabelQueue>(), nullptr);
    EXPECT_FALSE(evening.on<LabelQueue>()->chosen.has_value());
}

TEST(Labels, ANeededLookIsCountedUntilSomebodyLooked) {
    Evening evening;
    evening.with_printer();
    checks_ng_in(evening);
    EXPECT_EQ(labels_to_see_to(evening.model, evening.state, evening.known().context.now), 0);
    const auto label = evening.labels("badge").front()->id;
    evening.know(event::LabelStarted{label});
    evening.know(event::LabelPrinted{"badge", evening.ng.text(), "doubtful", label, "", {}});
    EXPECT_EQ(labels_to_see_to(evening.model, evening.state, evening.known().context.now), 1);
    evening.act(Intent::open_labels);
    evening.act(Intent::choose_label, label.text());

    evening.act_and_save(Intent::label_came_out);

    EXPECT_EQ(labels_to_see_to(evening.model, evening.state, evening.known().context.now), 0);
    EXPECT_EQ(evening.state.label_job(label)->state, LabelState::printed);
}

TEST(Labels, AtAPrinterThatDoesNotFinishNeedALook) {
    Evening evening;
    evening.with_printer();
    checks_ng_in(evening);
    evening.know(event::LabelStarted{evening.labels("badge").front()->id});
    EXPECT_EQ(labels_to_see_to(evening.model, evening.state, evening.known().context.now), 0);

    evening.pass(3min);

    EXPECT_EQ(labels_to_see_to(evening.model, evening.state, evening.known().context.now), 1);
}

TEST(Labels, TryAgainAsksThePrinter) {
    Evening evening;
    evening.with_printer();
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_labels);

    evening.act(Intent::retry_labels);

    EXPECT_THAT(evening.asked<RetryLabels>(), SizeIs(1));
}

TEST(Labels, AGuestDoesNothingAboutThem) {
    Evening evening;
    evening.act(Intent::open_labels);

    EXPECT_NE(evening.on<Welcome>(), nullptr);
}

}  // namespace
}  // namespace welcome::kiosk::screens::test
