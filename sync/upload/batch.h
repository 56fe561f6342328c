#pragma once
// Facts packed as one request to the membership service. Pure but for the batch's fresh id; any thread.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/fact.h"

namespace welcome::sync {

// What of a fact's body may leave the venue, as JSON object text. Another text than `body` marks the fact as
// cut down, and no other tablet takes it from the service.
using Outbound = std::function<std::string(std::string_view kind, std::string_view body)>;

struct PackedBatch {
    std::string batch;             // the id that the service will know it by
    std::vector<std::string> ids;  // of the facts, in their order
    std::string payload;           // the request's JSON
};

PackedBatch pack_batch(const DeviceId& sender, std::vector<Fact> facts, const Outbound& outbound);

}  // namespace welcome::sync
