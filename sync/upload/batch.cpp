#include "sync/upload/batch.h"

#include <nlohmann/json.hpp>

#include "sync/keys.h"
#include "sync/upload/wire.h"

namespace welcome::sync {

PackedBatch pack_batch(const DeviceId& sender, std::vector<Fact> facts, const Outbound& outbound) {
    using nlohmann::ordered_json;
    PackedBatch batch;
    std::vector<WireFact> rows;
    for (auto& fact : facts) {
        batch.ids.push_back(fact.id.text());
        auto body = outbound(fact.kind, fact.body);
        const bool cut_down = body != fact.body;
        fact.body = std::move(body);
        rows.push_back({std::move(fact), cut_down, {}, {}});
    }
    batch.batch = new_uuid().text();
    const ordered_json request{
        {"batch", batch.batch}, {"device", sender.text()}, {"streams", write_streams(rows)}};
    batch.payload = request.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
    return batch;
}

}  // namespace welcome::sync
