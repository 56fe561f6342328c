#pragma once
// The receipt for a pack: whoever took it in whole signs the pack's head, and whoever made it reads that all
// of it arrived. Small enough for one QR code. Any thread.

#include <optional>
#include <string>
#include <string_view>

#include "sync/keys.h"
#include "sync/pack/head.h"

namespace welcome::kiosk::session {

struct Receipt {
    sync::EventId event;
    sync::DeviceId by;
    sync::Hash32 head{};  // of the pack
    std::uint64_t facts = 0;
    bool operator==(const Receipt&) const = default;
};

// "WTR1:" + base45(event, device, head, facts, signature by the device).
std::string write_receipt(const sync::EventId& event, const sync::Head& head, const sync::DeviceKey& by);
// Nothing where it is no receipt, or one that the device it names has not signed.
std::optional<Receipt> read_receipt(std::string_view text);

}  // namespace welcome::kiosk::session
