#pragma once
// The evening as a sealed pack in a file: written whole or not at all, read back from the medium and
// compared, and taken in again. Any thread; a stick is slow, so no screen waits for these.

#include <filesystem>

#include "sync/pack/pack.h"

namespace welcome::kiosk::session {

struct Packed {
    std::filesystem::path file;
    sync::Head head;
    std::size_t bytes = 0;
};

// What of the evening goes where; the key only while the call lasts.
struct PackSource {
    const sync::Journal& journal;
    sync::EventId event;
    const sync::EventKey& key;
};

// "welcome-table-lusab-babad.wtpack", by the head's first words: the same evening has the same name anywhere.
std::string pack_name(const sync::Head& head);

// Makes `folder` where it is missing. `disk_full`, `disk_failed`; `unreadable` where what was read back is
// not what was written.
sync::Result<Packed> write_pack(const PackSource& source, const std::filesystem::path& folder,
                                sync::Instant now);

// Every fact of the pack that this journal lacks; again and again, the same.
sync::Result<sync::TakenIn> take_pack(sync::Journal& journal, const sync::EventId& event,
                                      const sync::EventKey& key, const std::filesystem::path& file);

}  // namespace welcome::kiosk::session
