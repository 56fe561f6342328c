#pragma once
// Facts that came from the membership service, as drafts of this device. The same fact gives the same draft
// id at every call, so the journal keeps it once however often it comes.

#include <string>
#include <vector>

#include "sync/fact.h"
#include "sync/journal/journal.h"

namespace welcome::kiosk::session {

// This device's own facts are passed over.
std::vector<sync::Draft> relay_drafts(const sync::DeviceId& own, const std::vector<sync::Fact>& facts);

// Those of `facts` that the journal does not hold under their devices' own seals. Another tablet on the
// venue's network has often brought them before the service does. Any thread.
sync::Result<std::vector<sync::Fact>> not_held(const sync::Journal& journal, std::vector<sync::Fact> facts);

// An answer of the service that a person must see.
sync::Draft answer_draft(const sync::DeviceId& own, const sync::FactId& fact, const std::string& state,
                         const std::string& reason);

}  // namespace welcome::kiosk::session
