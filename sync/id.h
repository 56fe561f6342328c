#pragma once
// Strong ids. Text forms: UUIDs as 8-4-4-4-12 hex, device ids as unpadded base64url.

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace welcome::sync {

// 16 bytes; where this program makes one it is a UUIDv7 (RFC 9562).
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Uuid&) const = default;
    [[nodiscard]] bool is_nil() const { return *this == Uuid{}; }
    [[nodiscard]] std::string text() const;
    static std::optional<Uuid> parse(std::string_view text);
    // The 32 digits alone, small or, as a QR code holds them densely, capital.
    [[nodiscard]] std::string hex() const;
    [[nodiscard]] std::string capital_hex() const;
    static std::optional<Uuid> parse_hex(std::string_view digits);  // either
};

// One C++ type for each meaning, so that a person's id cannot be passed as a fact's.
template <typename Tag>
struct Id : Uuid {
    Id() = default;
    explicit Id(const Uuid& uuid) : Uuid(uuid) {}
    static std::optional<Id> parse(std::string_view text) {
        if (auto uuid = Uuid::parse(text)) return Id(*uuid);
        return std::nullopt;
    }
};

using FactId = Id<struct FactTag>;
using EventId = Id<struct EventTag>;

// A device is its Ed25519 public key, so that anybody can check its signatures with nothing else.
struct DeviceId {
    std::array<std::uint8_t, 32> bytes{};

    auto operator<=>(const DeviceId&) const = default;
    [[nodiscard]] std::string text() const;
    static std::optional<DeviceId> parse(std::string_view text);
};

// Gives a fresh UUIDv7 at each call. A function, so that tests can give the same ids every time.
using IdSource = std::function<Uuid()>;

}  // namespace welcome::sync

template <typename Tag>
struct std::hash<welcome::sync::Id<Tag>> {
    std::size_t operator()(const welcome::sync::Uuid& id) const {
        std::size_t value = 0;
        std::memcpy(&value, id.bytes.data() + 8, sizeof value);  // The random half of a UUIDv7.
        return value;
    }
};

template <>
struct std::hash<welcome::sync::DeviceId> {
    std::size_t operator()(const welcome::sync::DeviceId& id) const {
        std::size_t value = 0;
        std::memcpy(&value, id.bytes.data(), sizeof value);
        return value;
    }
};
