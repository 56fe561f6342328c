#include "sync/upload/batch.h"

#include "sync/keys.h"
#include "sync/upload/wire.h"

namespace welcome::sync {

PackedBatch pack_batch(const DeviceId& sender, std::vector<Fact> facts, const Outbound& outbound) {
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
    batch.payload = R"({"batch":")" + batch.batch + R"(","device":")" + sender.text() + R"(","streams":)" +
                    write_streams(rows) + '}';
    return batch;
}

}  // namespace welcome::sync
