// Childcare's own key: what is said of children is read while it is there, on the tablets that were given it,
// and by nobody once it is destroyed.

#include <fstream>
#include <sstream>

#include "kiosk/event/decide_childcare.h"
#include "tests/session/evening.h"

namespace welcome::kiosk::session::test {

namespace {

using namespace std::chrono_literals;

std::string all_bytes_of(const std::filesystem::path& folder) {
    std::ostringstream all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) all << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    }
    return all.str();
}

class ChildcareErased : public Evening {
  protected:
    event::StayId asks(Session& session) {
        event::ChildcareRequested request{.stay = event::StayId(sync::new_uuid()),
                                          .adult = event::PersonId(sync::new_uuid()),
                                          .first_name = "MARKERNURIA",
                                          .allergies = "MARKERPEANUTS",
                                          .code = "K7MP"};
        EXPECT_TRUE(session.commit({event::draft(new_fact(), request)}));
        return request.stay;
    }
    void closes(Session& session) {
        EXPECT_TRUE(session.commit({event::draft(new_fact(), event::EventClosed{})}));
    }
    KeySource card() { return {first().folder().card_text(), std::nullopt}; }
    // All of one journal into another, as an exchange does.
    static void take_in(Session& from, Session& to) {
        const auto held = from.journal().held();
        ASSERT_TRUE(held);
        for (const auto& [device, last] : *held) {
            const auto sealed = from.journal().sealed_after(device, 0, 1000);
            ASSERT_TRUE(sealed);
            ASSERT_TRUE(to.journal().take_in(*sealed));
        }
        ASSERT_TRUE(to.refresh());
    }

    static void share(Session& from, Session& to) {
        take_in(from, to);
        ASSERT_TRUE(to.keep_childcare_key());
    }
};

}  // namespace

TEST_F(ChildcareErased, ADayAfterClosingByNoProgramAndNotFromTheRawFiles) {
    const auto stay = asks(first());
    ASSERT_NE(first().state().stay(stay), nullptr);
    closes(first());
    const auto closed = *first().state().closed_at();

    EXPECT_EQ(first().erase_childcare_if_due(closed + 24h - 1min), false);
    EXPECT_NE(first().state().stay(stay), nullptr);
    const auto key_before = read_whole_file(first().folder().path / "childcare.key");
    ASSERT_TRUE(key_before);
    EXPECT_EQ(first().erase_childcare_if_due(closed + 24h), true);

    EXPECT_EQ(first().state().stay(stay), nullptr);
    EXPECT_TRUE(first().state().stays_by_code("K7MP").empty());
    EXPECT_TRUE(first().state().is_closed());
    EXPECT_EQ(all_bytes_of(first().folder().path).find(*key_before), std::string::npos);

    // With the event's own key and card, every record of the journal opened: the words are not there.
    std::string clear;
    for (const auto& fact : facts_of(first())) clear += fact.body;
    EXPECT_EQ(clear.find("MARKER"), std::string::npos);
    EXPECT_EQ(clear.find("K7MP"), std::string::npos);
    const auto folder = first().folder();
    const auto source = card();
    first_.reset();
    const auto again = Session::open(folder, source);
    ASSERT_TRUE(again);
    EXPECT_EQ((*again)->state().stay(stay), nullptr);
    EXPECT_FALSE((*again)->minds_childcare());
}

TEST_F(ChildcareErased, ThreeDaysAfterWhereThereWasAnIncident) {
    const auto stay = asks(first());
    ASSERT_TRUE(first().commit(
        {event::draft(new_fact(), event::IncidentNoted{stay, event::StaffId(sync::new_uuid()), "fell"})}));
    closes(first());
    const auto closed = *first().state().closed_at();

    EXPECT_EQ(first().erase_childcare_if_due(closed + 71h), false);
    EXPECT_EQ(first().erase_childcare_if_due(closed + 72h), true);
}

TEST_F(ChildcareErased, OnATabletThatNeverHeardOfTheClosingAWeekAfterTheStart) {
    const auto stay = asks(first());
    const auto starts = first().state().event().starts;
    const auto last = facts_of(first()).back().wall;

    // Neither a late date alone ends an evening, nor a quiet one that is to come.
    EXPECT_EQ(first().erase_childcare_if_due(last + 71h), false);
    EXPECT_EQ(first().erase_childcare_if_due(starts + 7 * 24h - 1min), false);
    EXPECT_NE(first().state().stay(stay), nullptr);
    EXPECT_EQ(first().erase_childcare_if_due(std::max(starts + 7 * 24h, last + 72h)), true);
    EXPECT_EQ(first().state().stay(stay), nullptr);
}

// The record says which tablet and when, and nothing of a child; it is written once, by whoever held the key.
TEST_F(ChildcareErased, LeavesARecordOfItselfThatOtherTabletsHear) {
    asks(first());
    closes(first());
    auto second = Session::open(folder_of("second"), card());  // never given the key
    ASSERT_TRUE(second) << second.error().detail;
    const auto later = *first().state().closed_at() + 24h;
    EXPECT_TRUE(first().state().childcare_erasures().empty());
    ASSERT_EQ(first().erase_childcare_if_due(later), true);
    ASSERT_TRUE(first().refresh());
    ASSERT_TRUE(first().refresh());

    const auto told = first().state().childcare_erasures();
    ASSERT_EQ(told.size(), 1);
    EXPECT_EQ(told.front().on, first().journal().device());
    const auto last = facts_of(first()).back();
    EXPECT_EQ(last.kind, "childcare_erased");
    EXPECT_EQ(last.body, "{}");
    EXPECT_EQ(last.wall, told.front().at);

    take_in(first(), **second);
    ASSERT_EQ((*second)->erase_childcare_if_due(later), true);
    ASSERT_TRUE((*second)->refresh());
    EXPECT_EQ((*second)->state().childcare_erasures(), told);
}

TEST_F(ChildcareErased, WhereThePowerWentBeforeTheRecordItIsWrittenAtTheNextStart) {
    asks(first());
    closes(first());
    ASSERT_EQ(first().erase_childcare_if_due(*first().state().closed_at() + 24h), true);
    ASSERT_TRUE(first().state().childcare_erasures().empty());
    const auto folder = first().folder();
    const auto source = card();
    const auto own = first().journal().device();
    first_.reset();

    const auto again = Session::open(folder, source);
    ASSERT_TRUE(again);
    ASSERT_EQ((*again)->state().childcare_erasures().size(), 1);
    EXPECT_EQ((*again)->state().childcare_erasures().front().on, own);
}

TEST_F(ChildcareErased, WithAllThatIsSaidOfAChildInTheJournalAndItsLog) {
    const auto stay = asks(first());
    const auto by = event::StaffId(sync::new_uuid());
    const std::vector<event::Body> said = {event::IncidentNoted{stay, by, "MARKERFELL"},
                                           event::PickUpSaid{stay, by, "MARKERJO", "MARKERKIM"},
                                           event::ParentPaged{stay, by, "MARKERCRIES", false},
                                           event::ChildTurnedAway{stay, by, "MARKERILL"},
                                           event::ChildWithdrawn{stay, by, "MARKERHOME"},
                                           event::ChildPickedUp{stay, by, "MARKERLOST", "MARKERPHONE"},
                                           event::ClaimReplaced{stay, by, "K8MP", "MARKERBUS", "MARKERFACE"},
                                           event::ClosedWithChildren{by, "MARKERDANA"}};
    for (const auto& body : said) ASSERT_TRUE(first().commit({event::draft(new_fact(), body)}));

    std::string
        clear;  // with the event's own key: also before the erasing nothing is told without childcare's
    for (const auto& fact : facts_of(first())) clear += fact.body;
    for (const auto* word : {"MARKER", "K7MP", "K8MP"})
        EXPECT_EQ(clear.find(word), std::string::npos) << word;
    const auto raw = all_bytes_of(first().folder().path);
    EXPECT_EQ(raw.find("MARKER"), std::string::npos);
    EXPECT_EQ(first().state().stay(stay)->may_not_pick_up, "MARKERKIM");  // and with it all of it is
}

TEST_F(ChildcareErased, WhatLiesInTheJournalIsVeiledFromTheStart) {
    const auto stay = asks(first());
    std::string clear;
    for (const auto& fact : facts_of(first())) clear += fact.body;
    EXPECT_EQ(clear.find("MARKER"), std::string::npos);
    const auto folder = first().folder();
    const auto source = card();
    first_.reset();

    const auto again = Session::open(folder, source);
    ASSERT_TRUE(again);
    ASSERT_NE((*again)->state().stay(stay), nullptr);
    EXPECT_EQ((*again)->state().stay(stay)->request.first_name, "MARKERNURIA");
}

TEST_F(ChildcareErased, AnotherTabletIsGivenTheKeyAndLosesItToo) {
    const auto stay = asks(first());
    auto second = Session::open(folder_of("second"), card());
    ASSERT_TRUE(second) << second.error().detail;
    knows(**second, "Somebody");
    share(first(), **second);
    EXPECT_EQ((*second)->state().stay(stay), nullptr);
    share(**second, first());
    auto context = Session::context();
    context.device = first().journal().device();
    ASSERT_TRUE(first().commit(event::decide_upkeep(first().state(), context)));  // Codes for the second.
    share(first(), **second);                                                     // It asks,
    share(**second, first());                                                     // is answered,
    take_in(first(), **second);                                                   // and reads.
    EXPECT_EQ((*second)->state().stay(stay), nullptr);
    EXPECT_EQ((*second)->keep_childcare_key(), true);  // The screen and the labels are to look again.
    EXPECT_EQ((*second)->keep_childcare_key(), false);

    ASSERT_TRUE((*second)->minds_childcare());
    ASSERT_NE((*second)->state().stay(stay), nullptr);
    closes(first());
    share(first(), **second);
    EXPECT_EQ((*second)->erase_childcare_if_due(*(*second)->state().closed_at() + 24h), true);
    EXPECT_EQ((*second)->state().stay(stay), nullptr);

    // Not even the key's journey, which lies in the journal for ever, brings it back.
    const auto folder = (*second)->folder();
    second->reset();
    const auto again = Session::open(folder, card());
    ASSERT_TRUE(again);
    EXPECT_FALSE((*again)->minds_childcare());
    EXPECT_FALSE(std::filesystem::exists(folder.path / "childcare.asking"));
}

}  // namespace welcome::kiosk::session::test
