#pragma once
// One hash for all that a journal holds, so that a receipt can be held against it later: any fact changed,
// dropped or put in gives another. Two tablets with the same facts have the same, in whatever order they
// came.

#include <map>
#include <string>

#include "sync/journal/journal.h"

namespace welcome::kiosk::session {

struct JournalHead {
    std::uint64_t facts = 0;
    std::string hash;  // 64 hexadecimal digits: BLAKE2b-256 over every device's id, last number and last hash
    std::map<sync::DeviceId, std::pair<std::uint64_t, std::string>> devices;  // last number, its hash
};

sync::Result<JournalHead> journal_head(const sync::Journal& journal);

}  // namespace welcome::kiosk::session
