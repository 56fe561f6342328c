// RFC 9285: two bytes become three characters of QR's alphanumeric alphabet, one byte becomes two.

#include <array>

#include "kiosk/event/ticket.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::string_view k_alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr unsigned k_base = 45;

}  // namespace

std::string base45(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        unsigned value = static_cast<unsigned char>(bytes[i]);
        const bool pair = i + 1 < bytes.size();
        if (pair) value = value * 256 + static_cast<unsigned char>(bytes[i + 1]);
        for (int digit = 0; digit < (pair ? 3 : 2); ++digit, value /= k_base)
            text += k_alphabet[value % k_base];
    }
    return text;
}

std::optional<std::string> from_base45(std::string_view text) {
    if (text.size() % 3 == 1) return std::nullopt;
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); i += 3) {
        const std::size_t length = std::min<std::size_t>(3, text.size() - i);
        unsigned value = 0;
        unsigned weight = 1;
        for (std::size_t digit = 0; digit < length; ++digit, weight *= k_base) {
            const auto place = k_alphabet.find(text[i + digit]);
            if (place == std::string_view::npos) return std::nullopt;
            value += static_cast<unsigned>(place) * weight;
        }
        if (value > (length == 3 ? 0xFFFFU : 0xFFU)) return std::nullopt;
        if (length == 3) bytes += static_cast<char>(value / 256);
        bytes += static_cast<char>(value % 256);
    }
    return bytes;
}

}  // namespace welcome::kiosk::event
