#pragma once
// The pack: facts as one sealed file, for a stick, a second folder or any other way that is no network.
//
// On the outside it says only that it is a pack and of which event; all else is encrypted by a key of the
// event's (XChaCha20-Poly1305, the outside as associated data), and each fact within is signed and chained as
// it lies in the journal. Packs are taken in by Journal::take_in, any number of times, in any order; of one
// with gaps only what follows is taken. Pure but for pack_of.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/pack/head.h"

namespace welcome::sync {

struct Pack {
    EventId event;
    DeviceId made_by;
    Instant made{};                 // by the clock of the tablet that made it
    std::vector<SealedFact> facts;  // by device, then by sequence
    bool operator==(const Pack&) const = default;
};

// All that `journal` can read of what `held` lacks; all of it where nothing is said to be held. A device
// whose chain is damaged ends before the damage.
Result<Pack> pack_of(const Journal& journal, const EventId& event, Instant now,
                     const std::map<DeviceId, std::uint64_t>& held = {});

std::string to_bytes(const Pack& pack, const EventKey& key);

// `unreadable`: no pack, cut short or changed. `refused`: a pack of another event, or another key's.
Result<Pack> read_pack(std::string_view bytes, const EventId& event, const EventKey& key);

// Which event's pack this is, without any key; nothing where it is no pack.
std::optional<EventId> event_of_pack(std::string_view bytes);

// The evening's head, where the pack holds each device's chain to its end.
Head head_of(const Pack& pack);

}  // namespace welcome::sync
