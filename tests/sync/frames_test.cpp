// Bytes that travel as pictures: whichever frames are missed, what comes in the end is what was sent.

#include "sync/pack/frames.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <random>
#include <rapidcheck/gtest.h>

namespace welcome::sync::test {

namespace {

std::string some_bytes(std::size_t size, unsigned seed) {
    std::mt19937 random(seed);
    std::string bytes(size, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(random());
    return bytes;
}

}  // namespace

TEST(frames, of_one_round_in_order_are_enough) {
    const auto bytes = some_bytes(3 * k_frame_piece + 7, 1);
    const FrameMaker maker(bytes);
    ASSERT_EQ(maker.pieces(), 4U);
    FrameTaker taker;
    for (std::uint32_t number = 0; number < 4; ++number) {
        EXPECT_FALSE(taker.whole());
        EXPECT_EQ(taker.take(maker.frame(number)), FrameTaker::Taken::fresh);
        EXPECT_EQ(taker.have(), number + 1);
    }
    EXPECT_EQ(taker.whole(), bytes);
    EXPECT_EQ(taker.take(maker.frame(9)), FrameTaker::Taken::known);
    EXPECT_EQ(taker.whole(), bytes);
}

RC_GTEST_PROP(frames, that_are_missed_are_made_up_for_by_any_others, (unsigned seed)) {
    std::mt19937 random(seed);
    const auto bytes = some_bytes(1 + random() % (60 * k_frame_piece), seed);
    const FrameMaker maker(bytes);
    FrameTaker taker;
    std::size_t seen = 0;
    // From any moment on, a part of them never read, some read twice.
    const unsigned misses = random() % 8;
    for (std::uint32_t number = static_cast<std::uint32_t>(random()) % 200; !taker.whole(); ++number) {
        if (random() % 10 < misses) continue;
        taker.take(maker.frame(number));
        if (random() % 4 == 0) taker.take(maker.frame(number));
        RC_ASSERT(++seen <= maker.pieces() + 200);
    }
    RC_ASSERT(*taker.whole() == bytes);
}

TEST(frames, beyond_the_first_round_need_hardly_more_than_there_are_pieces) {
    const auto bytes = some_bytes(200 * k_frame_piece, 3);
    const FrameMaker maker(bytes);
    FrameTaker taker;
    std::uint32_t seen = 0;
    while (!taker.whole()) taker.take(maker.frame(1000 + seen++));
    EXPECT_LE(seen, 220U);
    EXPECT_EQ(taker.whole(), bytes);
}

RC_GTEST_PROP(frames, damaged_or_foreign_are_passed_over, (unsigned seed)) {
    std::mt19937 random(seed);
    const auto bytes = some_bytes(5 * k_frame_piece, seed);
    const FrameMaker maker(bytes);
    FrameTaker taker;
    for (std::uint32_t number = 0; number < 5; ++number) {
        auto damaged = maker.frame(number);
        damaged[random() % damaged.size()] ^= static_cast<char>(1U << (random() % 8));
        RC_ASSERT(taker.take(damaged) == FrameTaker::Taken::none);
        RC_ASSERT(taker.take(damaged.substr(0, random() % damaged.size())) == FrameTaker::Taken::none);
        taker.take(maker.frame(number));
    }
    RC_ASSERT(*taker.whole() == bytes);
}

TEST(frames, of_other_bytes_begin_anew) {
    const FrameMaker first(some_bytes(900, 1)), second(some_bytes(400, 2));
    FrameTaker taker;
    taker.take(first.frame(0));
    taker.take(second.frame(0));
    EXPECT_EQ(taker.whole(), some_bytes(400, 2));
}

}  // namespace welcome::sync::test
