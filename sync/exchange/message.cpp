#include "sync/exchange/message.h"

#include <sodium.h>

#include "sync/byte_reader.h"
#include "sync/bytes.h"

namespace welcome::sync {

namespace {

constexpr std::uint8_t k_greeting = 1, k_share = 2;
constexpr std::uint8_t k_asks = 1, k_is_all = 2, k_has_condition = 4;

void put_held(std::string& out, const Held& held) {
    put_number(out, static_cast<std::uint16_t>(held.size()));
    for (const auto& [device, seq] : held) {
        put_bytes(out, device.bytes);
        put_number(out, seq);
    }
}

Held read_held(ByteReader& reader) {
    Held held;
    const auto count = reader.number<std::uint16_t>();
    if (count > k_most_devices) reader.refuse();
    for (std::size_t i = 0; i < count && reader.is_whole(); ++i) {
        DeviceId device;
        reader.bytes(device.bytes);
        held[device] = reader.number<std::uint64_t>();
    }
    if (held.size() != count) reader.refuse();
    return held;
}

Greeting read_greeting(ByteReader& reader) {
    Greeting greeting;
    reader.bytes(greeting.device.bytes);
    const auto length = reader.number<std::uint8_t>();
    if (length > k_longest_name) reader.refuse();
    greeting.name = reader.text(length);
    greeting.wall = Instant(std::chrono::milliseconds(reader.number<std::int64_t>()));
    reader.bytes(greeting.signature);
    greeting.held = read_held(reader);
    return greeting;
}

Share read_share(ByteReader& reader) {
    Share share;
    const auto flags = reader.number<std::uint8_t>();
    if ((flags & ~(k_asks | k_is_all | k_has_condition)) != 0) reader.refuse();
    share.asks = (flags & k_asks) != 0;
    share.is_all = (flags & k_is_all) != 0;
    if ((flags & k_has_condition) != 0) {
        const auto length = reader.number<std::uint16_t>();
        if (length > k_longest_condition) reader.refuse();
        share.condition = std::string(reader.text(length));
    }
    share.held = read_held(reader);
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.is_whole(); ++i) {
        auto fact = sealed_from_bytes(reader.text(reader.number<std::uint32_t>()));
        if (!fact) {
            reader.refuse();
            break;
        }
        share.facts.push_back(std::move(*fact));
    }
    return share;
}

}  // namespace

std::string to_bytes(const Greeting& greeting) {
    std::string out(1, static_cast<char>(k_greeting));
    put_bytes(out, greeting.device.bytes);
    const auto name = greeting.name.substr(0, k_longest_name);
    put_number(out, static_cast<std::uint8_t>(name.size()));
    out += name;
    put_number(out, static_cast<std::int64_t>(greeting.wall.time_since_epoch().count()));
    put_bytes(out, greeting.signature);
    put_held(out, greeting.held);
    return out;
}

std::string to_bytes(const Share& share) {
    std::string out(1, static_cast<char>(k_share));
    out += static_cast<char>((share.asks ? k_asks : 0) | (share.is_all ? k_is_all : 0) |
                             (share.condition ? k_has_condition : 0));
    if (share.condition) {
        const auto condition = share.condition->substr(0, k_longest_condition);
        put_number(out, static_cast<std::uint16_t>(condition.size()));
        out += condition;
    }
    put_held(out, share.held);
    put_number(out, static_cast<std::uint32_t>(share.facts.size()));
    for (const auto& fact : share.facts) {
        const auto bytes = to_bytes(fact);
        put_number(out, static_cast<std::uint32_t>(bytes.size()));
        out += bytes;
    }
    return out;
}

Result<Message> read_message(std::string_view bytes) {
    ByteReader reader(bytes);
    const auto kind = reader.number<std::uint8_t>();
    Message message;
    if (kind == k_greeting) {
        message = read_greeting(reader);
    } else if (kind == k_share) {
        message = read_share(reader);
    } else {
        return fail(Fault::unreadable, "a message of an unknown kind");
    }
    if (!reader.is_at_end()) return fail(Fault::unreadable, "a message of a wrong shape");
    return message;
}

std::string signed_greeting(const std::string& transcript, bool dialled) {
    return "welcome-table greeting 1 " + std::string(dialled ? "dialled " : "accepted ") + transcript;
}

bool greeting_is_good(const Greeting& greeting, const std::string& transcript, bool dialled) {
    const auto said = signed_greeting(transcript, dialled);
    return crypto_sign_verify_detached(greeting.signature.data(),
                                       reinterpret_cast<const unsigned char*>(said.data()), said.size(),
                                       greeting.device.bytes.data()) == 0;
}

}  // namespace welcome::sync
