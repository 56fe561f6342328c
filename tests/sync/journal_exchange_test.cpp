#include <algorithm>
#include <limits>
#include <random>
#include <rapidcheck.h>

#include "sync/journal/sqlite.h"
#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

namespace {

std::vector<SealedFact> chain_of(const Journal& journal) {
    return *journal.sealed_after(journal.device(), 0, 1'000);
}

// A chain of another tablet, as it comes over the wire: no journal needed to make one.
struct Tablet {
    Tablet(const EventOnDisk& event, const std::string& name, std::size_t facts)
        : device(*DeviceKey::open_or_make(event.folder.path() / (name + ".key"), event.key)) {
        for (std::size_t i = 0; i < facts; ++i) add(event, {1'000 + static_cast<std::int64_t>(i), 0});
    }
    void add(const EventOnDisk& event, Hlc time) {
        const Fact fact{.id = FactId(new_uuid()),
                        .device = device.id(),
                        .device_seq = chain.size() + 1,
                        .time = time,
                        .wall = wall_now(),
                        .event = event.event,
                        .kind = "checked_in",
                        .body = "{}"};
        const Hash32 previous = chain.empty() ? Hash32{} : hash_of(chain.back());
        chain.push_back(seal(fact, previous, event.key.sealing_key(), device));
    }

    DeviceKey device;
    std::vector<SealedFact> chain;
};

using Batch = std::vector<SealedFact>;

Batch any_piece_of(const Batch& chain) {
    const auto from = *rc::gen::inRange<std::size_t>(0, chain.size());
    const auto to = *rc::gen::inRange<std::size_t>(from, chain.size() + 1);
    return {chain.begin() + static_cast<std::ptrdiff_t>(from),
            chain.begin() + static_cast<std::ptrdiff_t>(to)};
}

}  // namespace

// Pieces of three chains come in any order, overlapping and repeated, some too early; then, as exchange does
// until nothing is lacking, whole chains in any order.
TEST(TakingIn, AnyOrderOfBatchesAndRepeatsEndsTheSame) {
    const EventOnDisk event;
    const std::vector<Tablet> tablets = {{event, "a", 9}, {event, "b", 4}, {event, "c", 6}};
    std::map<DeviceId, std::uint64_t> all;
    for (const auto& tablet : tablets) all[tablet.device.id()] = tablet.chain.size();
    int turn = 0;
    EXPECT_TRUE(rc::check([&] {
        std::vector<Batch> batches;
        const auto pieces = *rc::gen::inRange(0, 8);
        batches.reserve(static_cast<std::size_t>(pieces));
        for (int i = 0; i < pieces; ++i)
            batches.push_back(any_piece_of(tablets[*rc::gen::inRange<std::size_t>(0, tablets.size())].chain));
        Batch mixed;
        for (const auto& tablet : tablets)
            mixed.insert(mixed.end(), tablet.chain.begin(), tablet.chain.end());
        std::stable_sort(mixed.begin(), mixed.end(), [](const SealedFact& one, const SealedFact& other) {
            return one.device_seq < other.device_seq;
        });
        const std::string name = "here" + std::to_string(++turn);
        const auto here = event.open(name);

        std::size_t added = 0;
        for (const auto& batch : batches) {
            const auto taken = here->take_in(batch);
            RC_ASSERT(taken.has_value());
            RC_ASSERT(taken->added + taken->known + taken->refused == batch.size());
            added += taken->added;
        }
        const auto last = here->take_in(mixed);
        RC_ASSERT(last.has_value());
        RC_ASSERT(last->refused == 0U);
        RC_ASSERT(added + last->added == mixed.size());

        RC_ASSERT(*here->held() == all);
        RC_ASSERT(all_facts(*here).size() == mixed.size());
        RC_ASSERT(!here->verify()->has_value());
    }));
}

TEST(TakingIn, ForgedForeignAndGappedFactsAreRefusedAndCounted) {
    const EventOnDisk event, other;
    const Tablet there(event, "there", 3), elsewhere(other, "elsewhere", 1);
    const auto here = event.open("here");
    auto forged = there.chain[0];
    forged.sealed[3] = static_cast<char>(forged.sealed[3] ^ 1);

    const auto taken = here->take_in(
        {forged, elsewhere.chain[0], there.chain[1], there.chain[0], there.chain[0], there.chain[1]});

    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->refused, 3U);  // forged, foreign, and the second before the first
    EXPECT_EQ(taken->added, 2U);
    EXPECT_EQ(taken->known, 1U);
}

TEST(TakingIn, AWellSignedFactSealedWithAnotherKeyIsRefused) {
    const EventOnDisk event;
    EventOnDisk other;
    other.event = event.event;  // the event's name alone is no proof
    const Tablet there(other, "there", 1);

    const auto taken = event.open("here")->take_in(there.chain);

    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->refused, 1U);
}

// Who holds the event's key can seal, but not sign for another tablet.
TEST(TakingIn, AFactSignedByAnotherTabletIsRefused) {
    const EventOnDisk event;
    const Tablet there(event, "there", 1), liar(event, "liar", 0);
    const Fact honest = *unseal(there.chain[0], event.key.sealing_key());
    const auto forged = seal(honest, {}, event.key.sealing_key(), liar.device);

    const auto taken = event.open("here")->take_in({forged});

    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->refused, 1U);
}

TEST(TakingIn, AChainThatForksIsRefusedFromTheForkOn) {
    const EventOnDisk event;
    const Tablet there(event, "there", 3);
    const Tablet restored(event, "there", 5);  // the same device, begun anew from an old copy
    const auto here = event.open("here");
    EXPECT_TRUE(here->take_in(there.chain));

    const auto taken = here->take_in(restored.chain);

    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->refused, 5U);
    EXPECT_FALSE(*here->verify());
}

TEST(TakingIn, WhatIsKnownWritesNothing) {
    const EventOnDisk event;
    const Tablet there(event, "there", 3);
    const auto here = event.open("here");
    EXPECT_TRUE(here->take_in(there.chain));
    const auto log = event.file("here").string() + "-wal";
    const std::string before = bytes_of(log);

    const auto taken = here->take_in(there.chain);

    EXPECT_EQ(taken->known, 3U);
    EXPECT_EQ(bytes_of(log), before);
}

TEST(TakingIn, MoreThanOneTransactionHoldsGoInToo) {
    const EventOnDisk event;
    const Tablet there(event, "there", 700);
    const auto here = event.open("here");

    const auto taken = here->take_in(there.chain);

    EXPECT_EQ(taken->added, 700U);
    EXPECT_EQ(chain_of(*here).size(), 0U);                                     // None of its own,
    EXPECT_EQ(*here->sealed_after(there.device.id(), 0, 1'000), there.chain);  // and theirs untouched.
}

TEST(TakingIn, WhatIsWrittenAfterComesAfter) {
    const EventOnDisk event;
    const auto ahead = event.open("ahead", [] { return wall_now() + std::chrono::hours(24); });
    const Fact theirs = ahead->append({draft()})->front();
    const auto here = event.open("here");
    EXPECT_TRUE(here->take_in(chain_of(*ahead)));

    const Fact ours = here->append({draft()})->front();

    EXPECT_LT(theirs.stamp(), ours.stamp());
}

// A peer whose clock broke altogether: its facts are kept, and this tablet goes on.
TEST(TakingIn, AClockAtTheEndOfTimeDoesNotStopTheEvening) {
    const EventOnDisk event;
    Tablet there(event, "there", 0);
    there.add(event, {std::numeric_limits<std::int64_t>::max(), 0xFFFF});
    {
        const auto here = event.open("here");
        EXPECT_EQ(here->take_in(there.chain)->added, 1U);
        EXPECT_TRUE(here->append({draft(), draft()}));
    }

    const auto here = event.open("here");
    const auto facts = here->append({draft()});
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->front().device_seq, 3U);
    EXPECT_FALSE(*here->verify());
}

TEST(Sharing, WhatIsHandedOnEndsBeforeTheFirstGapOrDamage) {
    const EventOnDisk event;
    DeviceId device;
    {
        const auto here = event.open("here");
        device = here->device();
        EXPECT_TRUE(here->append(std::vector<Draft>(1, draft())));
        for (int i = 0; i < 4; ++i) EXPECT_TRUE(here->append({draft()}));
    }
    {
        auto database = *Database::open(event.file("here"));
        EXPECT_TRUE(
            database.run("DELETE FROM fact WHERE seq = 3; UPDATE fact SET sealed = x'01' WHERE seq = 5"));
    }
    const auto here = event.open("here");

    EXPECT_EQ(here->facts_after(device, 0, 10)->size(), 2U);
    EXPECT_EQ(here->facts_after(device, 2, 10)->size(), 0U);
    EXPECT_EQ(here->facts_after(device, 3, 10)->size(), 1U);
    EXPECT_EQ(here->facts_after(device, 4, 10).error().fault, Fault::unreadable);
    EXPECT_EQ(all_facts(*here).size(), 3U);
    EXPECT_EQ(all_facts(*here).size(), 3U);
    EXPECT_EQ(here->unreadable(), 1U);
}

}  // namespace welcome::sync::test
