#pragma once
// A rehearsal is known by its event id alone, wherever it goes: a UUID of version 8 (RFC 9562, "custom"),
// where an evening's is of version 7. So no tablet, command or service needs a key to tell them apart. Pure.

#include "sync/id.h"

namespace welcome::kiosk::event {

inline bool is_rehearsal(const sync::EventId& id) {
    return id.bytes[6] >> 4U == 8;
}

inline sync::EventId rehearsal_id(sync::Uuid id) {
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0FU) | 0x80U);
    return sync::EventId(id);
}

}  // namespace welcome::kiosk::event
