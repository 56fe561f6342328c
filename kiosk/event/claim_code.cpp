#include "kiosk/event/claim_code.h"

#include "kiosk/event/signed_code.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::string_view k_mark = "WTC:";
constexpr std::size_t k_event = 16, k_stay = 16, k_code = 4;

}  // namespace

std::string write_claim(const sync::EventId& event, const Claim& claim, const TicketSeed& seed) {
    std::string saying;
    saying.append(bytes_of(event.bytes)).append(bytes_of(claim.stay.bytes)).append(claim.code);
    saying.resize(k_event + k_stay + k_code);
    return write_signed(k_mark, saying, seed);
}

std::optional<std::variant<Claim, ClaimFault>> read_claim(std::string_view scanned,
                                                          const sync::EventId& event,
                                                          const TicketPublicKey& key) {
    const auto text = trimmed(scanned);
    if (!text.starts_with(k_mark)) return std::nullopt;
    const auto read = read_signed(k_mark, text, k_event + k_stay + k_code);
    if (!read) return ClaimFault::damaged;
    const std::string_view saying = read->saying;
    if (saying.substr(0, k_event) != bytes_of(event.bytes)) return ClaimFault::other_event;
    if (!is_signed_by(key, k_mark, *read)) return ClaimFault::wrong_signature;
    Claim claim;
    const auto stay = saying.substr(k_event, k_stay);
    std::copy(stay.begin(), stay.end(), claim.stay.bytes.begin());
    claim.code = std::string(saying.substr(k_event + k_stay));
    return claim;
}

}  // namespace welcome::kiosk::event
