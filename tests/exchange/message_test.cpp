#include "sync/exchange/message.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

namespace {

rc::Gen<DeviceId> any_device() {
    return rc::gen::map(rc::gen::container<std::string>(32, rc::gen::arbitrary<char>()),
                        [](const std::string& text) {
                            DeviceId device;
                            std::copy(text.begin(), text.end(), device.bytes.begin());
                            return device;
                        });
}

Greeting some_greeting() {
    Greeting greeting{.name = "North door", .wall = wall_now()};
    greeting.held[greeting.device] = 7;
    return greeting;
}

}  // namespace

RC_GTEST_PROP(message, a_share_comes_back_as_it_was, (bool asks, bool is_all, bool tells)) {
    const auto held = *rc::gen::container<Held>(any_device(), rc::gen::arbitrary<std::uint64_t>());
    const Share share{.asks = asks,
                      .is_all = is_all,
                      .held = held,
                      .condition = tells ? std::optional<std::string>("tired") : std::nullopt};
    const auto read = read_message(to_bytes(share));
    RC_ASSERT(read.has_value());
    RC_ASSERT(std::get<Share>(*read) == share);
}

RC_GTEST_PROP(message, any_bytes_are_read_or_refused, (const std::string& bytes)) {
    const auto read = read_message(bytes);
    if (!read || !std::holds_alternative<Share>(*read)) return;
    const auto again = read_message(to_bytes(std::get<Share>(*read)));
    RC_ASSERT(again.has_value());
    RC_ASSERT(std::get<Share>(*again) == std::get<Share>(*read));
}

TEST(message, a_share_with_facts_comes_back_as_it_was) {
    const EventOnDisk event;
    const auto journal = event.open("a");
    ASSERT_TRUE(journal->append({draft(), draft()}));
    Share share{.facts = *journal->sealed_after(journal->device(), 0, 10)};
    share.held[journal->device()] = 2;
    const auto read = read_message(to_bytes(share));
    ASSERT_TRUE(read);
    EXPECT_EQ(std::get<Share>(*read), share);
}

TEST(message, cut_anywhere_it_is_refused) {
    const EventOnDisk event;
    const auto journal = event.open("a");
    ASSERT_TRUE(journal->append({draft(), draft()}));
    Share share{.facts = *journal->sealed_after(journal->device(), 0, 10), .condition = "tired"};
    for (const auto& whole : {to_bytes(share), to_bytes(some_greeting())}) {
        for (std::size_t size = 0; size < whole.size(); ++size)
            EXPECT_FALSE(read_message(std::string_view(whole).substr(0, size))) << size;
        EXPECT_FALSE(read_message(whole + "x"));
    }
}

TEST(message, more_devices_than_any_hall_has_are_refused) {
    Share share;
    for (std::size_t i = 0; i <= k_most_devices; ++i) {
        DeviceId device;
        device.bytes[0] = static_cast<std::uint8_t>(i);
        device.bytes[1] = static_cast<std::uint8_t>(i >> 8U);
        share.held[device] = i;
    }
    EXPECT_FALSE(read_message(to_bytes(share)));
    share.held.erase(share.held.begin());
    EXPECT_TRUE(read_message(to_bytes(share)));
}

TEST(message, a_greeting_is_signed_for_one_connection_and_one_side) {
    const EventOnDisk event;
    const auto device = DeviceKey::open_or_make(event.folder.path() / "a.key", event.key);
    ASSERT_TRUE(device);
    auto greeting = some_greeting();
    greeting.device = device->id();
    greeting.signature = device->sign(signed_greeting("this connection", true));
    EXPECT_TRUE(greeting_is_good(greeting, "this connection", true));
    EXPECT_FALSE(greeting_is_good(greeting, "this connection", false));
    EXPECT_FALSE(greeting_is_good(greeting, "another connection", true));
    greeting.device.bytes[0] ^= 1U;
    EXPECT_FALSE(greeting_is_good(greeting, "this connection", true));
}

}  // namespace welcome::sync::test
