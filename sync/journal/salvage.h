#pragma once
// What can still be read of a damaged journal: every fact that is whole, well signed and of this event,
// wherever in the file it lies. The file is only read.

#include <filesystem>
#include <vector>

#include "sync/keys.h"
#include "sync/result.h"
#include "sync/seal.h"

namespace welcome::sync {

// By device, then by sequence; each once. `not_found` where there is no such file.
Result<std::vector<SealedFact>> salvage(const std::filesystem::path& journal, const EventId& event,
                                        const EventKey& key);

}  // namespace welcome::sync
