#pragma once
// A claim's code is signed by the event: any tablet tells offline whether it is this event's, which child's
// family it is for and whether its letters are still good. Pure; any thread.

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "kiosk/event/facts.h"
#include "kiosk/event/ticket.h"

namespace welcome::kiosk::event {

struct Claim {
    StayId stay;       // a child of the family
    std::string code;  // the family's letters when it was printed
    bool operator==(const Claim&) const = default;
};
enum class ClaimFault { damaged, other_event, wrong_signature };

// "WTC:" + base45(event ‖ stay ‖ code ‖ signature), of 154 letters: what a QR code of 41 modules holds. The
// code has four letters.
std::string write_claim(const sync::EventId& event, const Claim& claim, const TicketSeed& seed);
// Nothing where it is no claim's code.
std::optional<std::variant<Claim, ClaimFault>> read_claim(std::string_view scanned,
                                                          const sync::EventId& event,
                                                          const TicketPublicKey& key);

}  // namespace welcome::kiosk::event
