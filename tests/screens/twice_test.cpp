// What tablets that could not see each other both wrote down, as the lead is told of it.

#include "kiosk/screens/staff/twice.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "kiosk/screens/staff/more.h"
#include "tests/screens/samples.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

using event::StaffRole;

sync::DeviceId tablet(std::uint8_t number) {
    sync::DeviceId id;
    id.bytes.fill(number);
    return id;
}

class WrittenTwice : public ::testing::Test {
  protected:
    void check_in_from(std::uint8_t number) {
        evening_.know_from(tablet(number),
                           event::CheckedIn{evening_.rosa, event::CheckInMethod::staff, {}, 0, 0});
        evening_.pass(std::chrono::minutes(2));
    }
    void open() { evening_.act(Intent::open_page, "twice"); }
    [[nodiscard]] Look look() const {
        return {
            .model = evening_.model, .state = evening_.state, .words = words_of("en"), .now = evening_.now};
    }
    [[nodiscard]] bool has_tile() {
        evening_.act(Intent::open_more);
        const auto tiles = more_view(look()).tiles;
        return std::any_of(tiles.begin(), tiles.end(), [](const auto& tile) { return tile.name == "twice"; });
    }
    [[nodiscard]] const TwiceView::Part* part(const TwiceView& view, std::string_view id) const {
        const auto found = std::find_if(view.parts.begin(), view.parts.end(),
                                        [id](const auto& one) { return one.id == id; });
        return found == view.parts.end() ? nullptr : &*found;
    }

    Evening evening_;
};

TEST_F(WrittenTwice, HasATileForTheLeadWhereThereIsSomethingToSee) {
    evening_.unlock(StaffRole::lead);
    EXPECT_FALSE(has_tile());  // one tablet, and nothing twice

    check_in_from(1);
    check_in_from(2);
    EXPECT_TRUE(has_tile());

    evening_.unlock(StaffRole::volunteer);
    EXPECT_FALSE(has_tile());
    open();
    EXPECT_EQ(evening_.on<Twice>(), nullptr);
}

TEST_F(WrittenTwice, HasATileWhereThereAreOtherTablets) {
    evening_.happen(OtherTablets{.shares = true, .tablets = {{.device = tablet(1), .name = "Gym"}}});
    evening_.unlock(StaffRole::lead);
    EXPECT_TRUE(has_tile());

    open();

    const auto view = twice_view(look());
    EXPECT_TRUE(view.parts.empty());
    EXPECT_FALSE(view.nothing.empty());
}

TEST_F(WrittenTwice, TellsWhichTabletsLetSomebodyInAndThatItCountsOnce) {
    evening_.happen(OtherTablets{.shares = true, .tablets = {{.device = tablet(1), .name = "Gym"}}});
    check_in_from(1);
    check_in_from(2);
    evening_.unlock(StaffRole::lead);
    open();

    const auto view = twice_view(look());
    const auto* in = part(view, "twice.in");

    ASSERT_NE(in, nullptr);
    ASSERT_EQ(in->rows.size(), 1U);
    EXPECT_EQ(in->rows[0].title, evening_.state.person(evening_.rosa)->full_name);
    EXPECT_EQ(in->rows[0].detail.find("Gym "), 0U) << in->rows[0].detail;
    EXPECT_NE(in->rows[0].detail.find("another tablet "), std::string::npos) << in->rows[0].detail;
    EXPECT_NE(
        in->rows[0].trailing.find(clock_text(look(), evening_.state.person(evening_.rosa)->attendance->at)),
        std::string::npos);
    EXPECT_EQ(in->rows[0].row_means->intent, Intent::open_person);
}

TEST_F(WrittenTwice, TwoEntriesOfOnePersonBecomeOneAndTheListGoesOn) {
    check_in_from(1);
    evening_.know_twice();
    evening_.unlock(StaffRole::lead);
    open();
    const auto before = twice_view(look());
    const auto* twins = part(before, "twice.twins");
    ASSERT_NE(twins, nullptr);

    evening_.act(Intent::open_twins, "", twins->rows[0].row_means->number);
    ASSERT_NE(evening_.on<Merge>(), nullptr);
    evening_.act_and_save(Intent::merge_ready);

    ASSERT_NE(evening_.on<Twice>(), nullptr);
    EXPECT_EQ(part(twice_view(look()), "twice.twins"), nullptr);
    EXPECT_EQ(evening_.state.person(evening_.twice)->id, evening_.state.person(evening_.rosa)->id);
}

TEST_F(WrittenTwice, TwoPeopleStayTwoHereAndInTheClosing) {
    check_in_from(1);
    evening_.know_twice();
    evening_.unlock(StaffRole::lead);
    open();

    evening_.act(Intent::open_twins, "", 0);
    evening_.act(Intent::keep_both);

    ASSERT_NE(evening_.on<Twice>(), nullptr);
    EXPECT_EQ(part(twice_view(look()), "twice.twins"), nullptr);
    open();  // Looked for once more: they are still two.
    EXPECT_EQ(part(twice_view(look()), "twice.twins"), nullptr);
    EXPECT_NE(evening_.state.person(evening_.twice)->id, evening_.state.person(evening_.rosa)->id);
}

TEST_F(WrittenTwice, BackLeadsToTheListThatTheTwoWereProposedIn) {
    check_in_from(1);
    evening_.know_twice();
    evening_.unlock(StaffRole::lead);
    open();
    evening_.act(Intent::open_twins, "", 0);

    evening_.act(Intent::go_back);

    ASSERT_NE(evening_.on<Twice>(), nullptr);
    EXPECT_NE(part(twice_view(look()), "twice.twins"), nullptr);
    evening_.act(Intent::go_back);
    EXPECT_NE(evening_.on<More>(), nullptr);
}

TEST_F(WrittenTwice, ARoomWithMoreChildrenThanPlacesLeadsToTheDesk) {
    const auto room = evening_.state.rooms().front().room;
    for (int child = 0; child <= room.places; ++child) {
        const auto stay = event::StayId(evening_.known().context.new_id());
        evening_.know(
            event::ChildcareRequested{.stay = stay,
                                      .adult = evening_.rosa,
                                      .first_name = "Leo",
                                      .code = "K7M" + std::string(1, static_cast<char>('A' + child)),
                                      .number = 100 + child});
        evening_.know(event::ChildDroppedOff{stay, room.name, evening_.staff.at(StaffRole::childcare)});
    }
    evening_.unlock(StaffRole::lead);
    open();

    const auto view = twice_view(look());
    const auto* over = part(view, "twice.over");

    ASSERT_NE(over, nullptr);
    EXPECT_EQ(over->rows[0].title, room.name);
    EXPECT_EQ(over->rows[0].detail,
              std::to_string(room.places + 1) + " children for " + std::to_string(room.places) + " places");
    EXPECT_EQ(over->rows[0].row_means->intent, Intent::open_desk);
}

}  // namespace
}  // namespace welcome::kiosk::screens::test
