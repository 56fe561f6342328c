#include "sync/journal/chain.h"

#include <sodium.h>

namespace welcome::sync {

namespace {

constexpr std::string_view k_no_device;  // The journal's own end stands under it.

Result<void> set(Statement& statement, std::string_view device, std::int64_t seq, const Hash32& hash,
                 const Hlc& time) {
    const auto done = statement.bind_blob(1, device)
                          .bind(2, seq)
                          .bind_blob(3, column(hash))
                          .bind(4, time.wall_ms)
                          .bind(5, time.counter)
                          .step();
    if (!done) return tl::unexpected(done.error());
    return {};
}

}  // namespace

void Arrivals::add(const Hash32& record, const Hlc& its_time, const Key32& sealing_key) {
    std::array<std::uint8_t, 64> both;
    std::copy(hash.begin(), hash.end(), both.begin());
    std::copy(record.begin(), record.end(), both.begin() + 32);
    crypto_generichash(hash.data(), hash.size(), both.data(), both.size(), sealing_key.data(),
                       sealing_key.size());
    time = its_time;
    ++rows;
}

Result<Ends> read_ends(Database& database) {
    auto rows = database.prepare("SELECT device, seq, hash, wall_ms, counter FROM tip");
    if (!rows) return tl::unexpected(rows.error());
    Ends ends;
    while (true) {
        const auto row = rows->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return ends;
        DeviceId device;
        Tip tip{.seq = static_cast<std::uint64_t>(rows->integer(1)),
                .hash = {},
                .time = {rows->integer(3), static_cast<std::uint16_t>(rows->integer(4))}};
        const bool own = rows->bytes(0).empty();
        if (rows->integer(4) != tip.time.counter || !from_column(rows->bytes(2), tip.hash) ||
            (!own && !from_column(rows->bytes(0), device.bytes)))
            return fail(Fault::unreadable, "the end of a device's chain is damaged");
        if (own) {
            ends.arrivals = {rows->integer(1), tip.hash, tip.time};
        } else {
            ends.tips[device] = tip;
        }
    }
}

Result<Statement> prepare_set_end(Database& database) {
    return database.prepare(
        "INSERT OR REPLACE INTO tip (device, seq, hash, wall_ms, counter) VALUES (?, ?, ?, ?, ?)");
}

Result<void> set_end(Statement& statement, const DeviceId& device, const Tip& tip) {
    return set(statement, column(device.bytes), static_cast<std::int64_t>(tip.seq), tip.hash, tip.time);
}

Result<void> set_end(Statement& statement, const Arrivals& arrivals) {
    return set(statement, k_no_device, arrivals.rows, arrivals.hash, arrivals.time);
}

}  // namespace welcome::sync
