#include "sync/id.h"

#include <gtest/gtest.h>
#include <limits>
#include <rapidcheck.h>

#include "sync/base64.h"
#include "sync/hlc.h"
#include "sync/keys.h"

namespace welcome::sync::test {

TEST(Uuid, TextAndBackIsTheSame) {
    const Uuid id = new_uuid();

    EXPECT_EQ(Uuid::parse(id.text()), id);
}

TEST(Uuid, OtherTextsAreNone) {
    for (const char* text : {"", "0192f5c1", "0192f5c1-7d3a-7000-8000-00000000000g",
                             "0192f5c17d3a70008000000000000001", "0192f5c1-7d3a-7000-8000-0000000000012"})
        EXPECT_FALSE(Uuid::parse(text)) << text;
}

TEST(Uuid, DigitsAndBackAreTheSame) {
    const Uuid id = new_uuid();

    EXPECT_EQ(id.hex().size(), 32U);
    EXPECT_EQ(Uuid::parse_hex(id.hex()), id);
    EXPECT_EQ(Uuid::parse_hex(id.capital_hex()), id);
    EXPECT_EQ(id.capital_hex().find_first_not_of("0123456789ABCDEF"), std::string::npos);
    for (const auto& text : {id.text(), id.hex() + "0", id.hex().substr(1), std::string(32, 'g')})
        EXPECT_FALSE(Uuid::parse_hex(text)) << text;
}

TEST(Base64, BothKindsGiveBackEveryByte) {
    EXPECT_TRUE(rc::check([](const std::string& bytes) {
        for (const auto kind : {Base64::url, Base64::usual})
            RC_ASSERT(from_base64(to_base64(bytes, kind), kind) == bytes);
    }));
}

TEST(Base64, TakesExactlyAsManyBytesAsAreWanted) {
    std::array<std::uint8_t, 3> three{};
    EXPECT_TRUE(from_base64("AQID", three));
    EXPECT_EQ(three, (std::array<std::uint8_t, 3>{1, 2, 3}));
    for (const char* text : {"AQI", "AQIDBA", "AQID ", "AQ==", ""})
        EXPECT_FALSE(from_base64(text, three)) << text;
    EXPECT_FALSE(from_base64("A+/B", Base64::url));
    EXPECT_FALSE(from_base64("A-_B", Base64::usual));
}

TEST(Uuid, NewOnesAreOfVersionSevenAndBeginWithTheTime) {
    const auto before = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const Uuid id = new_uuid();
    const auto after = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());

    std::int64_t ms = 0;
    for (std::size_t place = 0; place < 6; ++place) ms = ms * 256 + id.bytes[place];
    EXPECT_GE(ms, before.time_since_epoch().count());
    EXPECT_LE(ms, after.time_since_epoch().count());
    EXPECT_EQ(id.text()[14], '7');
    EXPECT_NE(std::string("89ab").find(id.text()[19]), std::string::npos);
}

TEST(DeviceId, TextAndBackIsTheSame) {
    DeviceId id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i) id.bytes[i] = static_cast<std::uint8_t>(i * 7 + 250);

    EXPECT_EQ(DeviceId::parse(id.text()), id);
    EXPECT_FALSE(DeviceId::parse(id.text() + "A"));
    EXPECT_FALSE(DeviceId::parse(id.text().substr(1)));
}

TEST(HybridClock, GoesOnWhenTheWallClockGoesBack) {
    HybridClock clock;
    const Instant noon(std::chrono::hours(12));

    const Hlc first = clock.next(noon);
    const Hlc second = clock.next(noon - std::chrono::hours(24));

    EXPECT_LT(first, second);
    EXPECT_EQ(second.wall_ms, first.wall_ms);
}

TEST(HybridClock, ComesAfterWhatItWitnessed) {
    HybridClock clock;
    clock.witness({5'000, 7});

    EXPECT_EQ(clock.next(Instant(std::chrono::milliseconds(100))), (Hlc{5'000, 8}));
    EXPECT_EQ(clock.next(Instant(std::chrono::milliseconds(9'000))), (Hlc{9'000, 0}));
}

TEST(HybridClock, AFullCounterSpillsIntoTheMilliseconds) {
    HybridClock clock;
    clock.witness({5'000, 0xFFFF});

    EXPECT_EQ(clock.next(Instant(std::chrono::milliseconds(0))), (Hlc{5'001, 0}));
}

TEST(HybridClock, EachTimeIsLaterWhateverTheWallsSay) {
    EXPECT_TRUE(rc::check([](const std::vector<std::pair<std::int32_t, bool>>& walls) {
        HybridClock clock;
        Hlc last{std::numeric_limits<std::int64_t>::min(), 0};
        for (const auto& [ms, from_a_peer] : walls) {
            const auto wall = std::int64_t{ms} + (std::int64_t{1} << 31);
            if (from_a_peer) {
                clock.witness({wall, static_cast<std::uint16_t>(ms)});
                RC_ASSERT(clock.latest() >= (Hlc{wall, static_cast<std::uint16_t>(ms)}));
            }
            const Hlc now = clock.next(Instant(std::chrono::milliseconds(from_a_peer ? 0 : wall)));
            RC_ASSERT(now > last);
            last = now;
        }
    }));
}

// A peer whose clock is broken altogether must neither stop this tablet nor send it back.
TEST(HybridClock, StandsAtTheEndOfTime) {
    HybridClock clock;
    const Hlc end{std::numeric_limits<std::int64_t>::max(), 0xFFFF};
    clock.witness(end);

    EXPECT_EQ(clock.next(Instant(std::chrono::hours(12))), end);
    EXPECT_EQ(clock.next(Instant(std::chrono::hours(13))), end);
}

}  // namespace welcome::sync::test
