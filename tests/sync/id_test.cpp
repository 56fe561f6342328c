#include "sync/id.h"

#include <gtest/gtest.h>

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

TEST(Uuid, NewOnesAreOfVersionSevenAndLaterOnesSortLater) {
    const Uuid id = new_uuid();

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

}  // namespace welcome::sync::test
