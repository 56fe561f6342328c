#include "sync/id.h"

#include <sodium.h>

#include "sync/base64.h"
#include "sync/bytes.h"

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
    std::string digits;
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (is_dash_place(place) != (text[place] == '-')) return std::nullopt;
        if (!is_dash_place(place)) digits += text[place];
    }
    return parse_hex(digits);
}

std::string Uuid::hex() const {
    std::string digits = text();
    std::erase(digits, '-');
    return digits;
}

std::string Uuid::capital_hex() const {
    std::string digits = hex();
    for (auto& digit : digits) {
        if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
    }
    return digits;
}

std::optional<Uuid> Uuid::parse_hex(std::string_view digits) {
    Uuid uuid;
    if (digits.size() != 2 * uuid.bytes.size()) return std::nullopt;
    for (std::size_t i = 0; i < uuid.bytes.size(); ++i) {
        const int high = hex_value(digits[2 * i]);
        const int low = hex_value(digits[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        uuid.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return uuid;
}

std::string DeviceId::text() const {
    return to_base64(as_text(bytes));
}

std::optional<DeviceId> DeviceId::parse(std::string_view text) {
    DeviceId id;
    if (!from_base64(text, id.bytes)) return std::nullopt;
    return id;
}

}  // namespace welcome::sync
