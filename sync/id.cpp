#include "sync/id.h"

#include <sodium.h>

namespace welcome::sync {

namespace {

constexpr std::string_view k_hex = "0123456789abcdef";
constexpr std::size_t k_uuid_length = 36;

bool is_dash_place(std::size_t place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
}

int hex_value(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

}  // namespace

std::string Uuid::text() const {
    std::string text;
    text.reserve(k_uuid_length);
    for (const auto byte : bytes) {
        if (is_dash_place(text.size())) text += '-';
        text += k_hex[byte >> 4U];
        text += k_hex[byte & 15U];
    }
    return text;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != k_uuid_length) return std::nullopt;
    Uuid uuid;
    std::size_t filled = 0;
    for (std::size_t place = 0; place < text.size();) {
        if (is_dash_place(place)) {
            if (text[place++] != '-') return std::nullopt;
            continue;
        }
        const int high = hex_value(text[place]);
        const int low = hex_value(text[place + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        uuid.bytes[filled++] = static_cast<std::uint8_t>(high * 16 + low);
        place += 2;
    }
    return uuid;
}

std::string DeviceId::text() const {
    std::string text(sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.pop_back();  // libsodium's closing zero
    return text;
}

std::optional<DeviceId> DeviceId::parse(std::string_view text) {
    DeviceId id;
    std::size_t length = 0;
    const char* end = nullptr;
    const int failed = sodium_base642bin(id.bytes.data(), id.bytes.size(), text.data(), text.size(), nullptr,
                                         &length, &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    if (failed != 0 || length != id.bytes.size() || end != text.data() + text.size()) return std::nullopt;
    return id;
}

}  // namespace welcome::sync
