// Facts across the wire: nothing lost, little paid.

#include "sync/upload/wire.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>
#include <rapidcheck/gtest.h>

#include "sync/upload/backoff.h"
#include "sync/upload/gzip.h"
#include "sync/upload/http_client.h"

namespace welcome::sync::test {
namespace {

using namespace std::chrono_literals;
constexpr std::int64_t k_evening = 1795561451512;

Uuid random_uuid(std::mt19937_64& random, std::int64_t ms) {
    Uuid id;
    for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(random());
    for (int i = 0; i < 6; ++i)
        id.bytes[static_cast<std::size_t>(5 - i)] = static_cast<std::uint8_t>(ms >> (8 * i));
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | 0x70);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
    return id;
}

RC_GTEST_PROP(Wire, EveryFactComesThroughAsItWas, ()) {
    std::mt19937_64 random(*rc::gen::arbitrary<std::uint64_t>());
    std::vector<WireFact> facts(*rc::gen::inRange<std::size_t>(0, 30));
    const EventId event(random_uuid(random, k_evening));
    for (auto& one : facts) {
        const auto time = *rc::gen::inRange<std::int64_t>(0, 2 * k_evening);
        one.fact.id = FactId(random_uuid(random, time));
        one.fact.device.bytes.fill(static_cast<std::uint8_t>(*rc::gen::inRange(0, 3)));
        one.fact.device_seq = *rc::gen::inRange<std::uint64_t>(1, 9);
        one.fact.time = {time, *rc::gen::arbitrary<std::uint16_t>()};
        one.fact.wall = Instant(std::chrono::milliseconds(*rc::gen::inRange<std::int64_t>(0, 2 * k_evening)));
        one.fact.event = event;
        one.fact.kind = *rc::gen::element<std::string>("checked_in", "came_in", "of_tomorrow.v2");
        one.fact.body = *rc::gen::element<std::string>("{}", R"({"b":1,"a":["é","\n"]})");
        one.cut_down = *rc::gen::arbitrary<bool>();
    }

    const auto read = read_streams(nlohmann::ordered_json::parse(write_streams(facts)), event);

    RC_ASSERT(read.has_value());
    RC_ASSERT(read->size() == facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
        RC_ASSERT((*read)[i].fault.empty());
        RC_ASSERT((*read)[i].fact == facts[i].fact);
        RC_ASSERT((*read)[i].cut_down == facts[i].cut_down);
    }
}

RC_GTEST_PROP(Wire, NonsenseIsAnAnswerAndNeverACrash, (const std::string& text)) {
    const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
    if (!json.is_discarded()) (void)read_streams(json, EventId{});
    (void)gunzip(text, 1000);
    (void)depth_of(text);
}

TEST(Wire, ACheckInCostsAtMost45BytesInABatchOf200) {
    std::mt19937_64 random(20261124);
    std::vector<WireFact> facts(200);
    auto now = k_evening;
    DeviceId device;
    for (auto& byte : device.bytes) byte = static_cast<std::uint8_t>(random());
    for (std::size_t i = 0; i < facts.size(); ++i) {
        now += 800 + static_cast<std::int64_t>(random() % 9000);
        auto& fact = facts[i].fact;
        fact = {FactId(random_uuid(random, now)),        device,    i + 1,        {now, 0},
                Instant(std::chrono::milliseconds(now)), EventId{}, "checked_in", {}};
        fact.body = R"({"person":")" +
                    random_uuid(random, k_evening - 86'400'000 + static_cast<std::int64_t>(i)).text() +
                    R"("})";
    }

    const auto packed = gzip(write_streams(facts));

    std::cout << "bytes a check-in: " << static_cast<double>(packed->size()) / 200 << '\n';
    EXPECT_LE(packed->size(), 45U * 200U);
}

TEST(Gzip, GoesBothWaysAndStopsAtItsBound) {
    const std::string text(1'000'000, 'a');
    const auto packed = gzip(text);

    EXPECT_EQ(gunzip(*packed, text.size()), text);
    EXPECT_FALSE(gunzip(*packed, text.size() - 1));
    EXPECT_FALSE(gunzip(packed->substr(0, packed->size() / 2), text.size()));
    EXPECT_FALSE(gunzip("plain", 100));
}

TEST(Backoff, GrowsWithFullJitterOnItsFloorUpToItsBound) {
    Backoff backoff(1s, 300s);
    EXPECT_EQ(backoff.next(1.0, {}), 1s);
    EXPECT_EQ(backoff.next(0.5, {}), 1s);
    EXPECT_EQ(backoff.next(0.0, 30s), 30s);
    for (int i = 0; i < 100; ++i) EXPECT_LE(backoff.next(1.0, {}), 300s);
    backoff.succeeded();
    EXPECT_EQ(backoff.next(1.0, {}), 1s);
}

TEST(RetryAfter, IsSecondsOrADate) {
    const std::chrono::sys_seconds now(std::chrono::seconds(784111777));  // Sun, 06 Nov 1994 08:49:37 GMT
    EXPECT_EQ(read_retry_after("120", now), 120s);
    EXPECT_EQ(read_retry_after("Sun, 06 Nov 1994 08:50:37 GMT", now), 60s);
    EXPECT_EQ(read_retry_after("Sun, 06 Nov 1994 08:40:37 GMT", now), 0s);
    EXPECT_EQ(read_retry_after("99999999", now), 86'400s);
    EXPECT_EQ(read_retry_after("soon", now), std::nullopt);
}

}  // namespace
}  // namespace welcome::sync::test
