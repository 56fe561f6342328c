// Before the doors open, and the line while they are open.

#include <gtest/gtest.h>

#include "kiosk/screens/setup/make_event.h"
#include "kiosk/screens/staff/line.h"
#include "kiosk/screens/staff/ready.h"
#include "tests/screens/samples.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

using namespace std::chrono_literals;
using event::StaffRole;

class BeforeDoors : public ::testing::Test {
  protected:
    void open() {
        evening_.unlock(StaffRole::lead);
        evening_.act(Intent::open_ready);
    }
    [[nodiscard]] Look look() const {
        return {
            .model = evening_.model, .state = evening_.state, .words = words_of("en"), .now = evening_.now};
    }
    [[nodiscard]] ReadyView view() const { return ready_view(look()); }
    [[nodiscard]] ReadyView::Row row(const std::string& id) const {
        for (const auto& one : view().rows) {
            if (one.id == id) return one;
        }
        return {};
    }
    // A machine with nothing to say against it.
    [[nodiscard]] MachineNow good() const {
        return {.at = evening_.known().context.now, .clock_by_network = true, .free_megabytes = 9000};
    }

    Evening evening_;
};

using Level = ReadyView::Level;

TEST_F(BeforeDoors, WhatMustBeMendedStandsFirst) {
    open();
    auto machine = good();
    machine.disk_is_enough = false;
    machine.battery_percent = 12;
    evening_.happen(machine);

    EXPECT_EQ(view().rows[0].level, Level::missing);
    EXPECT_EQ(view().rows[1].level, Level::missing);
    EXPECT_EQ(row("ready.battery").level, Level::missing);
    EXPECT_EQ(view().kind, ui::Notice::error);
}

TEST_F(BeforeDoors, ABatteryThatIsChargedOrChargingIsGoodAndNoneIsNoRow) {
    open();
    auto machine = good();
    evening_.happen(machine);
    EXPECT_EQ(row("ready.battery").id, "");

    machine.battery_percent = 12;
    machine.charging = true;
    evening_.happen(machine);
    EXPECT_EQ(row("ready.battery").level, Level::good);

    machine.charging = false;
    machine.battery_percent = 30;
    evening_.happen(machine);
    EXPECT_EQ(row("ready.battery").level, Level::care);
}

TEST_F(BeforeDoors, TheClockIsSetByTheNetworkOrComparedWithAPhone) {
    open();
    auto machine = good();
    evening_.happen(machine);
    const auto time = clock_text(look(), machine.at);
    EXPECT_EQ(row("ready.clock").level, Level::good);
    EXPECT_EQ(row("ready.clock").detail, "It says " + time + " and is set by the network.");

    machine.clock_by_network = false;
    evening_.happen(machine);
    EXPECT_EQ(row("ready.clock").level, Level::care);
    EXPECT_EQ(row("ready.clock").detail, "It says " + time + ". Is that the same on your phone?");

    machine.clock_is_sane = false;
    evening_.happen(machine);
    EXPECT_EQ(row("ready.clock").level, Level::missing);
    EXPECT_EQ(row("ready.clock").detail, "The date is wrong. Set it before the doors open.");
}

TEST_F(BeforeDoors, AnotherTabletsClockIsToldOnlyWhereTheTwoDiffer) {
    open();
    evening_.happen(good());
    for (const int ahead : {7, -7, k_clocks_alike_minutes}) {
        evening_.happen(OtherTablets{
            .shares = true, .tablets = {{.name = "Gym", .in_touch = true, .clock_ahead_minutes = ahead}}});
        const bool differs = ahead != k_clocks_alike_minutes;
        EXPECT_EQ(row("ready.clock").level, differs ? Level::care : Level::good) << ahead;
        EXPECT_EQ(row("ready.clock").detail.find("Gym: ") == 0, differs) << row("ready.clock").detail;
        if (differs) {
            EXPECT_NE(row("ready.clock").detail.find("7 minutes"), std::string::npos);
        }
    }
}

TEST_F(BeforeDoors, AnOldListIsToldByItsAge) {
    open();
    auto machine = good();
    machine.roster_changed_at = machine.at - std::chrono::days(5);
    evening_.happen(machine);

    EXPECT_EQ(row("ready.people").level, Level::care);
    EXPECT_NE(row("ready.people").detail.find("5 days"), std::string::npos);
}

TEST_F(BeforeDoors, TheCardIsTakenOffOnlyAfterTheQuestion) {
    open();
    auto machine = good();
    machine.card_is_here = true;
    evening_.happen(machine);
    EXPECT_EQ(row("ready.card").level, Level::missing);

    evening_.act(Intent::card_is_away);
    EXPECT_TRUE(evening_.asked<PutCardAway>().empty());

    evening_.act(Intent::ask_card_away);
    evening_.act(Intent::keep_card);
    EXPECT_TRUE(evening_.asked<PutCardAway>().empty());

    evening_.act(Intent::ask_card_away);
    evening_.act(Intent::card_is_away);
    EXPECT_EQ(evening_.asked<PutCardAway>().size(), 1U);
}

TEST_F(BeforeDoors, TheNumberOfTabletsFollowsThePeople) {
    open();
    evening_.act(Intent::expect_people, "", 300);
    EXPECT_EQ(view().with_codes, "4");
    EXPECT_EQ(view().with_few, "6");
}

TEST_F(BeforeDoors, APracticeIsAskedForAndEndedFromHereOnly) {
    evening_.unlock(StaffRole::lead);
    evening_.act(Intent::rehearse);
    EXPECT_TRUE(evening_.asked<Rehearse>().empty());

    evening_.act(Intent::open_ready);
    evening_.act(Intent::end_rehearsal);
    EXPECT_TRUE(evening_.asked<EndRehearsal>().empty());
    evening_.act(Intent::rehearse);
    EXPECT_EQ(evening_.asked<Rehearse>().size(), 1U);

    evening_.model.rehearsal = true;
    evening_.act(Intent::rehearse);
    EXPECT_TRUE(evening_.asked<Rehearse>().empty());
    evening_.act(Intent::end_rehearsal);
    EXPECT_EQ(evening_.asked<EndRehearsal>().size(), 1U);
}

TEST_F(BeforeDoors, EachPartIsTriedAndSaysHowItWent) {
    open();
    evening_.act(Intent::open_parts);
    const auto* parts = evening_.on<Parts>();
    ASSERT_TRUE(parts);

    evening_.happen(Scanned{"WTKEY1:ABC", true});  // a card, a ticket: only read, nothing else happens
    EXPECT_EQ(parts->camera, Parts::Try::good);
    EXPECT_EQ(parts->scanner, Parts::Try::not_yet);
    evening_.happen(Scanned{"12345", false});
    EXPECT_EQ(parts->letters_by_scanner, 5);

    evening_.act(Intent::try_printer);
    EXPECT_EQ(evening_.asked<PrintTestLabel>().size(), 1U);
    EXPECT_EQ(parts->printer, Parts::Try::waiting);
    evening_.happen(LabelOutcome{"badge", "", "printed"});  // somebody else's
    EXPECT_EQ(parts->printer, Parts::Try::waiting);
    evening_.happen(LabelOutcome{"test", "", "failed"});
    EXPECT_EQ(parts->printer, Parts::Try::bad);

    evening_.act(Intent::try_sound);
    evening_.happen(SoundPlayed{true});
    EXPECT_EQ(parts->sound, Parts::Try::good);
    EXPECT_TRUE(evening_.unsaved.empty());
}

TEST_F(BeforeDoors, ALargerBoxMeansFinerPixelsAndIsKeptWhenItFits) {
    evening_.model.millimetres_per_pixel = 0.2;
    open();
    evening_.act(Intent::open_parts);
    evening_.act(Intent::scale_screen, "", 50);
    EXPECT_DOUBLE_EQ(evening_.model.millimetres_per_pixel, 0.2);  // no ruler on the glass

    evening_.act(Intent::measure_screen);
    evening_.act(Intent::scale_screen, "", 50);
    EXPECT_DOUBLE_EQ(evening_.model.millimetres_per_pixel, 0.19);
    evening_.act(Intent::screen_fits);
    ASSERT_EQ(evening_.asked<KeepScale>().size(), 1U);
    EXPECT_DOUBLE_EQ(evening_.asked<KeepScale>().front().millimetres_per_pixel, 0.19);
    for (int i = 0; i < 200; ++i) {
        evening_.act(Intent::measure_screen);
        evening_.act(Intent::scale_screen, "", -50);
    }
    EXPECT_LE(evening_.model.millimetres_per_pixel, 25.4 / 50);
}

TEST_F(BeforeDoors, WhoLeavesTheRulerWithoutAFitFindsTheScreenAsItWas) {
    for (const auto way_out : {Intent::go_back, Intent::lock}) {
        evening_.model.millimetres_per_pixel = 0.2;
        open();
        evening_.act(Intent::open_parts);
        evening_.act(Intent::measure_screen);
        evening_.act(Intent::scale_screen, "", 50);

        evening_.act(way_out);
        if (way_out == Intent::lock) evening_.pass(std::chrono::minutes(15));

        EXPECT_DOUBLE_EQ(evening_.model.millimetres_per_pixel, 0.2);
        EXPECT_TRUE(evening_.asked<KeepScale>().empty());
        evening_.act(Intent::start_over);
    }
}

TEST_F(BeforeDoors, WithoutAPinTheFirstRunLeadsToTheGuestsAlone) {
    evening_.model.screen = Parts{};
    evening_.act(Intent::open_table);
    EXPECT_TRUE(evening_.on<Parts>());
    evening_.act(Intent::open_ready);
    EXPECT_TRUE(evening_.on<Parts>());

    evening_.act(Intent::parts_done);
    EXPECT_TRUE(evening_.on<Welcome>());
}

TEST_F(BeforeDoors, AFormSaysTheFirstThingThatIsWrong) {
    MakeModel form{.name = " ", .lead = "Lee", .pin = "161803"};
    EXPECT_EQ(flaw_of(form), "make.no_name");
    form.name = "Fall Town Hall";
    EXPECT_EQ(flaw_of(form), "");
    form.pin = "1618";
    EXPECT_EQ(flaw_of(form), "make.short_pin");
    form.pin = "777777";
    EXPECT_EQ(flaw_of(form), "make.weak_pin");
    form.lead.clear();
    EXPECT_EQ(flaw_of(form), "make.no_lead");

    step(form, {MakeTouched::What::create});
    EXPECT_FALSE(form.making);
    EXPECT_EQ(form.notice, "make.no_lead");
    EXPECT_EQ(zones_for("Europe/Berlin").front(), "Europe/Berlin");
    EXPECT_EQ(zones_for("America/Denver").size(), zones_for("").size());
}

TEST_F(BeforeDoors, GuestsSecondsAreMeasuredFromTheFirstTouchToTheLastScreen) {
    EXPECT_DOUBLE_EQ(seconds_each(evening_.model.pace), event::k_few_codes_seconds);
    for (int i = 0; i < 3; ++i) {
        evening_.act(Intent::open_new);
        evening_.now += 12s;
        evening_.act(Intent::edit_name, "Guest " + std::to_string(i));
        evening_.act(Intent::name_ready);
        evening_.act_and_save(Intent::touch_skipped);
        evening_.act_and_save(Intent::needs_ready);
        ASSERT_TRUE(evening_.on<Done>());
        evening_.act(Intent::finish);
    }
    EXPECT_DOUBLE_EQ(seconds_each(evening_.model.pace), 12.0);

    evening_.act(Intent::open_new);  // somebody who went away is no measure
    evening_.act(Intent::start_over);
    EXPECT_EQ(evening_.model.pace.last.size(), 3U);
}

TEST_F(BeforeDoors, ALineThatSomebodyCountsIsToldAtTheTableToo) {
    evening_.know(event::CheckedIn{evening_.rosa, event::CheckInMethod::staff, {}, 0, 0});
    evening_.unlock(StaffRole::lead);
    evening_.act(Intent::open_line);
    EXPECT_EQ(line_alarm(look()), "");

    evening_.act(Intent::count_line, "", 12);

    EXPECT_NE(line_alarm(look()), "");
    EXPECT_EQ(line_view(look()).kind, ui::Notice::error);
    EXPECT_FALSE(line_view(look()).note.empty());
    evening_.act(Intent::count_line, "", 0);
    EXPECT_EQ(line_alarm(look()), "");
}

}  // namespace
}  // namespace welcome::kiosk::screens::test
