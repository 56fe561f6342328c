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
