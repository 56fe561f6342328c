#include "kiosk/event/ticket.h"

#include <sodium.h>
#include <unicode/unistr.h>

#include "kiosk/event/signed_code.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::string_view k_mark = "WT1:";
constexpr std::size_t k_event = 16, k_ticket = 16;

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

}  // namespace

TicketPublicKey ticket_public_key(const TicketSeed& seed) {
    TicketPublicKey key;
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret;
    crypto_sign_seed_keypair(key.data(), secret.data(), seed.data());
    sodium_memzero(secret.data(), secret.size());
    return key;
}

std::string write_ticket(const sync::EventId& event, const sync::Uuid& ticket, const TicketSeed& seed) {
    return write_signed(k_mark, std::string(bytes_of(event.bytes)).append(bytes_of(ticket.bytes)), seed);
}

ReadTicket read_ticket(std::string_view scanned, const sync::EventId& event, const TicketPublicKey& key) {
    if (scanned.size() > k_longest_scan) return TicketFault::too_long;
    const std::string_view text = trimmed(scanned);
    if (text.empty() || !is_plain_text(text)) return TicketFault::not_text;
    if (!text.starts_with(k_mark)) return ForeignTicket{std::string(text)};
    const auto read = read_signed(k_mark, text, k_event + k_ticket);
    if (!read) return TicketFault::damaged;
    const std::string_view saying = read->saying;
    if (saying.substr(0, k_event) != bytes_of(event.bytes)) return TicketFault::other_event;
    if (!is_signed_by(key, k_mark, *read)) return TicketFault::wrong_signature;
    const auto ticket = saying.substr(k_event);
    sync::Uuid id;
    std::copy(ticket.begin(), ticket.end(), id.bytes.begin());
    return OurTicket{id.hex()};
}

}  // namespace welcome::kiosk::event
