// Closing the evening: what stops it, what waits, and what comes after.

#include "kiosk/screens/staff/close.h"

#include <gtest/gtest.h>

#include "tests/screens/samples.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

using namespace std::chrono_literals;
using event::StaffRole;

class Closes : public ::testing::Test {
  protected:
    void open() {
        evening_.unlock(StaffRole::lead);
        evening_.act(Intent::open_close);
    }
    void next(int times = 1) {
        for (int i = 0; i < times; ++i) evening_.act(Intent::close_next);
    }
    [[nodiscard]] CloseStep step() const { return evening_.model.closing->step; }
    [[nodiscard]] CloseView view() const {
        return close_view(
            {.model = evening_.model, .state = evening_.state, .words = words_of("en"), .now = evening_.now});
    }
    template <typename Kind>
    [[nodiscard]] Kind said() const {
        const auto& drafts = evening_.unsaved.back();
        for (const auto& one : drafts) {
            const auto body = event::read_body(one.kind, one.body);
            if (const auto* kind = body ? std::get_if<Kind>(&*body) : nullptr) return *kind;
        }
        return {};
    }

    Evening evening_;
};

TEST_F(Closes, IsForTheLeadAlone) {
    evening_.unlock(StaffRole::childcare);
    evening_.act(Intent::open_close);

    EXPECT_FALSE(evening_.on<Close>());
    EXPECT_EQ(evening_.notice(), "refusal.not_permitted");
}

TEST_F(Closes, WalksToTheClosingAndPacksTheTabletsOwnCopyByItself) {
    open();
    next(4);
    ASSERT_EQ(step(), CloseStep::seal);

    evening_.act(Intent::close_event);
    EXPECT_EQ(evening_.kinds_unsaved(), std::vector<std::string>{"event_closed"});
    evening_.saved();

    EXPECT_TRUE(evening_.state.is_closed());
    EXPECT_EQ(step(), CloseStep::keep);
    ASSERT_EQ(evening_.asked<WritePack>().size(), 1U);
    EXPECT_EQ(evening_.asked<WritePack>().front().place, "");
}

TEST_F(Closes, StopsWhileAChildIsHereUntilTheLeadSaysWhyAndWhoStays) {
    busy(evening_);
    open();
    next();
    EXPECT_EQ(step(), CloseStep::children);
    EXPECT_FALSE(view().foot.back().enabled);

    evening_.act(Intent::edit_close_reason, "  ");
    next();
    EXPECT_EQ(step(), CloseStep::children);

    evening_.act(Intent::edit_close_reason, "The hall closes; Sam stays with Leo");
    next(4);
    evening_.act(Intent::close_event);

    EXPECT_EQ(said<event::ClosedWithChildren>().reason, "The hall closes; Sam stays with Leo");
}

TEST_F(Closes, AChildWhoComesBackIntoCareOnTheWayStopsItAgain) {
    open();
    next(4);
    const auto stay = event::StayId(evening_.known().context.new_id());
    evening_.know(event::ChildcareRequested{.stay = stay,
                                            .adult = evening_.rosa,
                                            .first_name = "Leo",
                                            .band = event::AgeBand::from_4_to_5,
                                            .code = "K7MP"});
    evening_.know(event::ChildDroppedOff{stay, "Room 4", evening_.staff.at(StaffRole::childcare)});

    evening_.act(Intent::close_event);

    EXPECT_TRUE(evening_.unsaved.empty());
    EXPECT_EQ(evening_.notice(), "refusal.children_here");
}

TEST_F(Closes, AsksForWhatWasLentOnlyWhereSomethingIsLentAndGoesOnWithAReason) {
    const auto by = evening_.staff.at(StaffRole::volunteer);
    const auto headset = event::item_id(event::ItemKind::headset, "7");
    evening_.know(event::ItemListed{headset, event::ItemKind::headset, "7", "", "", by});
    evening_.know(event::ItemLent{headset, evening_.rosa, "", by});
    open();
    next();
    ASSERT_EQ(step(), CloseStep::items);
    EXPECT_EQ(view().furniture.page.steps, 8);
    ASSERT_EQ(view().rows.size(), 1U);
    EXPECT_FALSE(view().foot.back().enabled);
    next();
    EXPECT_EQ(step(), CloseStep::items);

    evening_.act(Intent::edit_close_reason, "Rosa brings it tomorrow");
    next(4);
    evening_.act(Intent::close_event);

    EXPECT_EQ(said<event::EventClosed>().items_reason, "Rosa brings it tomorrow");
    EXPECT_EQ(said<event::EventClosed>().reason, "");
}

TEST_F(Closes, TakesBackWhatIsLentOnTheWay) {
    const auto by = evening_.staff.at(StaffRole::volunteer);
    const auto headset = event::item_id(event::ItemKind::headset, "7");
    evening_.know(event::ItemListed{headset, event::ItemKind::headset, "7", "", "", by});
    evening_.know(event::ItemLent{headset, evening_.rosa, "", by});
    open();
    next();
    evening_.act_and_save(Intent::return_item, headset.text());

    ASSERT_TRUE(evening_.on<Close>());
    EXPECT_EQ(view().kind, ui::Notice::success);
    next();
    EXPECT_EQ(step(), CloseStep::paper);
}

TEST_F(Closes, ProposesWhoIsHereTwiceAndGoesOnAfterTheAnswer) {
    evening_.know(event::CheckedIn{evening_.rosa, event::CheckInMethod::staff, {}, 0, 0});
    evening_.know_twice();
    open();
    next(2);
    ASSERT_EQ(view().rows.size(), 1U);

    evening_.act(Intent::open_twins, "", view().rows[0].row_means->number);
    ASSERT_TRUE(evening_.on<Merge>());
    evening_.act_and_save(Intent::merge_ready);

    ASSERT_TRUE(evening_.on<Close>());
    EXPECT_EQ(step(), CloseStep::twins);
    EXPECT_TRUE(view().rows.empty());
    EXPECT_EQ(view().kind, ui::Notice::success);
}

TEST_F(Closes, TwoPeopleWhoAreTwoAreNotProposedAgain) {
    evening_.know(event::CheckedIn{evening_.rosa, event::CheckInMethod::staff, {}, 0, 0});
    evening_.know_twice();
    open();
    next(2);

    evening_.act(Intent::open_twins, "", 0);
    evening_.act(Intent::swap_kept);
    evening_.act(Intent::keep_both);

    ASSERT_TRUE(evening_.on<Close>());
    EXPECT_TRUE(view().rows.empty());
    EXPECT_TRUE(evening_.unsaved.empty());
}

TEST_F(Closes, ComesBackToItsStepFromPaper) {
    open();
    next();
    evening_.act(Intent::open_page, "paper");
    ASSERT_TRUE(evening_.on<Paper>());

    evening_.act(Intent::go_back);

    ASSERT_TRUE(evening_.on<Close>());
    EXPECT_EQ(step(), CloseStep::paper);
}

TEST_F(Closes, NamesTheSheetThatNobodyTypedIn) {
    evening_.know(event::CheckedIn{.person = evening_.ng, .sheet = 12, .row = 1});
    evening_.know(event::CheckedIn{.person = evening_.luis, .sheet = 14, .row = 1});
    open();
    next();

    EXPECT_NE(view().verdict.find("13"), std::string::npos);
}

TEST_F(Closes, ADiskThatRefusesClosesNothing) {
    open();
    next(4);
    evening_.act(Intent::close_event);
    evening_.not_saved();

    EXPECT_EQ(step(), CloseStep::seal);
    EXPECT_FALSE(evening_.state.is_closed());
    EXPECT_EQ(evening_.notice(), "trouble.staff");
}

TEST_F(Closes, AnotherTabletsClosingIsAsGood) {
    open();
    evening_.know(event::EventClosed{evening_.staff.at(StaffRole::lead), ""});
    evening_.pass(1s);

    EXPECT_EQ(step(), CloseStep::keep);
}

TEST_F(Closes, ALaterVisitGoesToTheCopies) {
    evening_.know(event::EventClosed{evening_.staff.at(StaffRole::lead), ""});
    open();

    EXPECT_EQ(step(), CloseStep::keep);
    evening_.act(Intent::close_back);
    EXPECT_EQ(step(), CloseStep::keep);
    EXPECT_EQ(evening_.asked<FindPackPlaces>().size(), 1U);
}

TEST_F(Closes, ThePlacesSayHowTheyStand) {
    using State = PackPlace::State;
    evening_.know(event::EventClosed{evening_.staff.at(StaffRole::lead), ""});
    open();
    const auto say = [&](State own, State stick) {
        evening_.happen(Packs{.places = {{"/data/packs", "", own}, {"/media/a/BLUE", "BLUE", stick}},
                              .head = {"lusab", "babad"},
                              .facts = 40,
                              .kept_at = {}});
        return view();
    };

    EXPECT_EQ(say(State::kept, State::kept).kind, ui::Notice::success);
    EXPECT_EQ(say(State::kept, State::full).kind, ui::Notice::warning);
    EXPECT_EQ(say(State::kept, State::full).rows[1].icon, ui::Icon::error);
    EXPECT_TRUE(say(State::kept, State::writing).rows[1].action_id.empty());

    evening_.act(Intent::pack_to, "/media/a/BLUE");
    ASSERT_EQ(evening_.asked<WritePack>().size(), 1U);
    EXPECT_EQ(evening_.asked<WritePack>().front().place, "/media/a/BLUE");
}

TEST_F(Closes, TheReceiptComesOnlyWhenNothingWaits) {
    evening_.know(event::EventClosed{evening_.staff.at(StaffRole::lead), ""});
    open();
    next();
    ASSERT_EQ(step(), CloseStep::send);
    EXPECT_NE(view().verdict.find("USB"), std::string::npos);  // no service

    SyncStatus sync{.has_service = true, .captured = 40, .accepted = 30, .waiting = 10, .reachable = false};
    evening_.happen(sync);
    EXPECT_EQ(view().kind, ui::Notice::warning);
    evening_.act(Intent::send_now);
    EXPECT_EQ(evening_.asked<SendNow>().size(), 1U);

    sync.accepted = 40;
    sync.waiting = 0;
    evening_.happen(sync);
    EXPECT_EQ(view().kind, ui::Notice::success);
    EXPECT_NE(view().verdict.find("40"), std::string::npos);

    evening_.act(Intent::close_done);
    EXPECT_TRUE(evening_.on<Welcome>());
    EXPECT_FALSE(evening_.model.closing);
    EXPECT_FALSE(evening_.model.staff);
}

}  // namespace
}  // namespace welcome::kiosk::screens::test
