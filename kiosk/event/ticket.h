#pragma once
// Invitation tickets: version, event, 128-bit random ticket id, Ed25519 signature by the event; base45 in
// QR's alphanumeric mode; no name, phone or email inside. Anything else that is scanned is a foreign
// ticket and is matched, as an opaque string, against the roster.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "sync/id.h"

namespace welcome::kiosk::event {

inline constexpr std::size_t k_longest_scan = 512;  // bytes; longer codes are refused unread

using TicketSeed = std::array<std::uint8_t, 32>;  // the event's ticket-signing seed
using TicketPublicKey = std::array<std::uint8_t, 32>;

TicketPublicKey ticket_public_key(const TicketSeed& seed);

// "WT1:" + base45(event ‖ ticket ‖ signature).
std::string write_ticket(const sync::EventId& event, const sync::Uuid& ticket, const TicketSeed& seed);

enum class TicketFault { too_long, not_text, damaged, other_event, wrong_signature };

struct OurTicket {
    std::string id;  // 32 hex digits, as in PersonFields::tickets
};
struct ForeignTicket {
    std::string text;
};
using ReadTicket = std::variant<OurTicket, ForeignTicket, TicketFault>;

ReadTicket read_ticket(std::string_view scanned, const sync::EventId& event, const TicketPublicKey& key);

std::string base45(std::string_view bytes);  // RFC 9285
std::optional<std::string> from_base45(std::string_view text);

}  // namespace welcome::kiosk::event
