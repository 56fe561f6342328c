#include "sync/seal.h"

#include <rapidcheck.h>

#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

struct Sealing : ::testing::Test {
    TemporaryFolder folder;
    EventKey key = EventKey::make();
    DeviceKey device = *DeviceKey::open_or_make(folder.path() / "device.key", key);

    [[nodiscard]] Fact fact(std::string kind, std::string body) const {
        return {.id = FactId(new_uuid()),
                .device = device.id(),
                .device_seq = 3,
                .time = {1'793'750'400'000, 2},
                .wall = wall_now(),
                .event = EventId(new_uuid()),
                .kind = std::move(kind),
                .body = std::move(body)};
    }
};

TEST_F(Sealing, ComesBackAsItWentIn) {
    EXPECT_TRUE(rc::check([this](const std::string& kind, const std::string& body) {
        const Fact before = fact(kind, body);

        const auto read = sealed_from_bytes(to_bytes(seal(before, {}, key.sealing_key(), device)));

        RC_ASSERT(read.has_value());
        RC_ASSERT(signature_is_good(*read));
        const auto after = unseal(*read, key.sealing_key());
        RC_ASSERT(after.has_value());
        RC_ASSERT(*after == before);
    }));
}

// Two ways to read a record, one for exchange and one for a start with 100,000 of them: they agree.
TEST_F(Sealing, ReadingInPlaceSaysTheSame) {
    Fact into;
    EXPECT_TRUE(rc::check([&](const std::string& kind, const std::string& body) {
        const Fact before = fact(kind, body);
        const auto sealed = seal(before, {}, key.sealing_key(), device);
        const std::string record = to_bytes(sealed);

        RC_ASSERT(unseal_record(record, key.sealing_key(), into).has_value());
        RC_ASSERT(into == before);
        RC_ASSERT(hash_of_record(record) == hash_of(sealed));
        RC_ASSERT(!unseal_record(record, key.wrapping_key(), into).has_value());
        const auto cut = *rc::gen::inRange<std::size_t>(0, record.size());
        RC_ASSERT(
            !unseal_record(std::string_view(record).substr(0, cut), key.sealing_key(), into).has_value());
    }));
}

TEST_F(Sealing, NothingOfTheBodyIsInTheRecord) {
    const std::string record =
        to_bytes(seal(fact("checked_in_marker", "Zebedee Quixmarker"), {}, key.sealing_key(), device));

    EXPECT_EQ(record.find("marker"), std::string::npos);
}

TEST_F(Sealing, OneFlippedBitAnywhereIsFound) {
    const std::string bytes =
        to_bytes(seal(fact("checked_in", R"({"person":"x"})"), {}, key.sealing_key(), device));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string touched = bytes;
        touched[bit / 8] = static_cast<char>(touched[bit / 8] ^ (1 << (bit % 8)));

        const auto read = sealed_from_bytes(touched);

        EXPECT_FALSE(read && signature_is_good(*read)) << "bit " << bit;
    }
}

TEST_F(Sealing, AnotherKeyOpensNothing) {
    const auto sealed = seal(fact("checked_in", "{}"), {}, key.sealing_key(), device);

    const auto opened = unseal(sealed, EventKey::make().sealing_key());

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().fault, Fault::unreadable);
}

TEST_F(Sealing, AnyBytesAreReadOrRefusedAndNeverMore) {
    EXPECT_TRUE(rc::check([](const std::string& bytes) {
        const auto read = sealed_from_bytes(bytes);
        if (read) RC_ASSERT(!signature_is_good(*read));
    }));
}

}  // namespace welcome::sync::test
