#include "kiosk/session/relay.h"

#include <set>

#include "tests/session/evening.h"

namespace welcome::kiosk::session::test {

namespace {

class Relay : public Evening {
  protected:
    // A fact as the service tells it: another device's, in clear.
    sync::Fact elsewhere(const event::Body& body) {
        const auto draft = event::draft(new_fact(), body);
        sync::Fact fact{.id = draft.id,
                        .device = {},
                        .device_seq = 1,
                        .time = {1'796'342'400'000, 0},
                        .wall = sync::Instant(std::chrono::milliseconds(1'796'342'400'000)),
                        .event = first().event_id(),
                        .kind = draft.kind,
                        .body = draft.body};
        fact.device.bytes[0] = 9;
        return fact;
    }
};

}  // namespace

TEST_F(Relay, AFactThatComesTwiceIsKeptOnce) {
    auto& session = first();
    const auto fact = elsewhere(event::CameIn{2});
    const auto own = session.journal().device();

    ASSERT_TRUE(session.commit(relay_drafts(own, {fact})));
    const auto written = facts_of(session).size();
    ASSERT_TRUE(session.commit(relay_drafts(own, {fact})));

    EXPECT_EQ(facts_of(session).size(), written);
    EXPECT_EQ(session.state().count().anonymous, 2);
}

TEST_F(Relay, TwoTabletsThatRelayTheSameFactCountItOnce) {
    auto& session = first();
    const auto fact = elsewhere(event::CameIn{2});
    sync::DeviceId other;
    other.bytes[0] = 7;

    const auto mine = relay_drafts(session.journal().device(), {fact});
    const auto theirs = relay_drafts(other, {fact});
    ASSERT_NE(mine.front().id, theirs.front().id) << "each is a fact of its own device";
    ASSERT_TRUE(session.commit(mine));
    ASSERT_TRUE(session.commit(theirs));

    EXPECT_EQ(session.state().count().anonymous, 2);
}

TEST_F(Relay, OwnFactsArePassedOver) {
    auto fact = elsewhere(event::CameIn{1});
    fact.device = first().journal().device();
    EXPECT_TRUE(relay_drafts(first().journal().device(), {fact}).empty());
}

TEST_F(Relay, WhatAnotherTabletBroughtUnderItsOwnSealIsNotRelayedAgain) {
    auto& session = first();
    const KeySource card{session.folder().card_text(), std::nullopt};
    const auto second = Session::open(folder_of("second"), card);
    ASSERT_TRUE(second);
    ASSERT_TRUE((*second)->commit({event::draft(new_fact(), event::CameIn{1})}));
    const auto told_by_service = facts_of(**second);
    EXPECT_EQ(not_held(session.journal(), told_by_service)->size(), told_by_service.size());

    const auto sealed = (*second)->journal().sealed_after((*second)->journal().device(), 0, 100);
    ASSERT_TRUE(session.journal().take_in(*sealed));

    EXPECT_TRUE(not_held(session.journal(), told_by_service)->empty());
}

TEST_F(Relay, EachAnswerOfTheServiceIsKeptOnceAndAnotherAnswerBeside) {
    auto& session = first();
    const auto own = session.journal().device();
    const auto about = new_fact();
    std::set<sync::FactId> ids;
    for (const char* state : {"rejected", "rejected", "needs_review"})
        ids.insert(answer_draft(own, about, state, "why").id);
    EXPECT_EQ(ids.size(), 2U);
}

}  // namespace welcome::kiosk::session::test
