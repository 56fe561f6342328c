#include "kiosk/event/ticket.h"

#include <sodium.h>
#include <unicode/unistr.h>

namespace welcome::kiosk::event {

namespace {

constexpr std::string_view k_mark = "WT1:";
constexpr std::size_t k_event = 16, k_ticket = 16, k_signature = 64;

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string_view bytes_of(const auto& array) {
    return {reinterpret_cast<const char*>(array.data()), array.size()};
}

std::string signed_part(std::string_view event, std::string_view ticket) {
    return std::string(k_mark) + std::string(event) + std::string(ticket);
}

bool is_plain_text(std::string_view text) {
    const auto wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string again;
    wide.toUTF8String(again);
    if (again != text) return false;  // Bytes that are no UTF-8 do not come back the same.
    for (std::int32_t place = 0; place < wide.length(); ++place) {
        const auto letter = wide.charAt(place);
        if (letter < 0x20 || (letter >= 0x7F && letter < 0xA0)) return false;
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

}  // namespace

TicketPublicKey ticket_public_key(const TicketSeed& seed) {
    TicketPublicKey key;
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret;
    crypto_sign_seed_keypair(key.data(), secret.data(), seed.data());
    sodium_memzero(secret.data(), secret.size());
    return key;
}

std::string write_ticket(const sync::EventId& event, const sync::Uuid& ticket, const TicketSeed& seed) {
    TicketPublicKey key;
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret;
    crypto_sign_seed_keypair(key.data(), secret.data(), seed.data());
    const std::string part = signed_part(bytes_of(event.bytes), bytes_of(ticket.bytes));
    std::array<std::uint8_t, k_signature> signature;
    crypto_sign_detached(signature.data(), nullptr, raw(part), part.size(), secret.data());
    sodium_memzero(secret.data(), secret.size());
    return std::string(k_mark) + base45(part.substr(k_mark.size()) + std::string(bytes_of(signature)));
}

ReadTicket read_ticket(std::string_view scanned, const sync::EventId& event, const TicketPublicKey& key) {
    if (scanned.size() > k_longest_scan) return TicketFault::too_long;
    const std::string_view text = trimmed(scanned);
    if (text.empty() || !is_plain_text(text)) return TicketFault::not_text;
    if (!text.starts_with(k_mark)) return ForeignTicket{std::string(text)};
    const auto payload = from_base45(text.substr(k_mark.size()));
    if (!payload || payload->size() != k_event + k_ticket + k_signature) return TicketFault::damaged;
    const std::string_view whole = *payload;
    if (whole.substr(0, k_event) != bytes_of(event.bytes)) return TicketFault::other_event;
    const std::string_view ticket = whole.substr(k_event, k_ticket);
    const std::string part = signed_part(whole.substr(0, k_event), ticket);
    const std::string_view signature = whole.substr(k_event + k_ticket);
    if (crypto_sign_verify_detached(raw(signature), raw(part), part.size(), key.data()) != 0)
        return TicketFault::wrong_signature;
    sync::Uuid id;
    std::copy(ticket.begin(), ticket.end(), id.bytes.begin());
    return OurTicket{id.hex()};
}

}  // namespace welcome::kiosk::event
