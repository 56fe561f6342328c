#include <algorithm>
#include <random>
#include <rapidcheck.h>

#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

namespace {

std::vector<SealedFact> chain_of(const Journal& journal) {
    return *journal.sealed_after(journal.device(), 0, 1'000);
}

}  // namespace

TEST(TakingIn, AnyOrderOfBatchesAndRepeatsEndsTheSame) {
    EXPECT_TRUE(rc::check([] {
        const EventOnDisk event;
        std::vector<std::vector<SealedFact>> batches;
        for (const char* tablet : {"a", "b", "c"}) {
            const auto journal = event.open(tablet);
            const int facts = *rc::gen::inRange(1, 6);
            for (int i = 0; i < facts; ++i) RC_ASSERT(journal->append({draft()}).has_value());
            const auto chain = chain_of(*journal);
            const auto cut = static_cast<std::ptrdiff_t>(*rc::gen::inRange<std::size_t>(0, chain.size() + 1));
            batches.emplace_back(chain.begin(), chain.begin() + cut);
            batches.emplace_back(chain);
        }
        const auto here = event.open("here");
        for (int round = 0; round < 2; ++round) {
            std::mt19937 chance(*rc::gen::arbitrary<unsigned>());
            std::shuffle(batches.begin(), batches.end(), chance);
            for (const auto& batch : batches) RC_ASSERT(here->take_in(batch).has_value());
        }

        const auto held = *here->held();
        RC_ASSERT(held.size() == 3U);
        for (const char* tablet : {"a", "b", "c"}) {
            const auto journal = event.open(tablet);
            RC_ASSERT(held.at(journal->device()) == chain_of(*journal).size());
        }
        RC_ASSERT(!here->verify()->has_value());
    }));
}

TEST(TakingIn, ForgedForeignAndGappedFactsAreRefusedAndCounted) {
    const EventOnDisk event, other;
    const auto there = event.open("there");
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(there->append({draft()}));
    auto chain = chain_of(*there);
    const auto here = event.open("here");

    auto forged = chain[0];
    forged.sealed[3] = static_cast<char>(forged.sealed[3] ^ 1);
    const auto foreign = [&] {
        const auto elsewhere = other.open("elsewhere");
        EXPECT_TRUE(elsewhere->append({draft()}));
        return chain_of(*elsewhere)[0];
    }();
    const auto taken = here->take_in({forged, foreign, chain[1], chain[0], chain[0], chain[1]});

    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->refused, 3U);  // forged, foreign, and the second before the first
    EXPECT_EQ(taken->added, 2U);
    EXPECT_EQ(taken->known, 1U);
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

}  // namespace welcome::sync::test
