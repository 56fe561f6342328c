#pragma once
// The codes of childcare's labels. A claim's is signed by the event: any tablet tells offline whether it is
// this event's, which child's family it is for and whether its letters are still good. A child's label says
// only which child wears it. Pure; any thread.

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

// "WTK:" + the id in 32 capital digits: what a QR code holds without small letters.
std::string write_child_code(const StayId& stay);
// Nothing where it is no child's label.
std::optional<StayId> read_child_code(std::string_view scanned);

}  // namespace welcome::kiosk::event
