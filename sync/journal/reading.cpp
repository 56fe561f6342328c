// The journal's reading side, on a connection of its own: a reader never waits for a writer.

#include <algorithm>

#include "sync/journal/inside.h"

namespace welcome::sync {

Result<std::int64_t> Journal::Inside::read_from(std::int64_t after_row,
                                                const std::function<void(const Fact&)>& take) {
    const std::scoped_lock lock(read_mutex_);
    auto rows = read_.prepare("SELECT row, sealed FROM fact WHERE row > ? ORDER BY row");
    if (!rows) return tl::unexpected(rows.error());
    rows->bind(1, after_row);
    std::int64_t last = after_row;
    while (true) {
        const auto row = rows->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return last;
        last = rows->integer(0);
        const auto sealed = sealed_from_bytes(rows->bytes(1));
        if (!sealed) continue;  // `verify` names it; the evening goes on with all that can be read.
        if (const auto fact = unseal(*sealed, sealing_key_)) take(*fact);
    }
}

Result<std::map<DeviceId, std::uint64_t>> Journal::Inside::held() {
    const std::scoped_lock lock(read_mutex_);
    const auto tips = read_tips(read_);
    if (!tips) return tl::unexpected(tips.error());
    std::map<DeviceId, std::uint64_t> held;
    for (const auto& [device, tip] : *tips) held[device] = tip.seq;
    return held;
}

Result<std::vector<SealedFact>> Journal::Inside::sealed_after(const DeviceId& device, std::uint64_t seq,
                                                              std::size_t limit) {
    const std::scoped_lock lock(read_mutex_);
    auto rows = read_.prepare("SELECT sealed FROM fact WHERE device = ? AND seq > ? ORDER BY seq LIMIT ?");
    if (!rows) return tl::unexpected(rows.error());
    rows->bind_blob(1, column(device.bytes))
        .bind(2, static_cast<std::int64_t>(seq))
        .bind(3, static_cast<std::int64_t>(limit));
    std::vector<SealedFact> found;
    while (true) {
        const auto row = rows->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return found;
        auto sealed = sealed_from_bytes(rows->bytes(0));
        if (!sealed) return tl::unexpected(sealed.error());
        found.push_back(std::move(*sealed));
    }
}

Result<std::optional<std::string>> Journal::Inside::noted(const std::string& name) {
    const std::scoped_lock lock(read_mutex_);
    auto rows = read_.prepare("SELECT value FROM note WHERE name = ?");
    if (!rows) return tl::unexpected(rows.error());
    const auto row = rows->bind_text(1, name).step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return std::optional<std::string>();
    return std::optional<std::string>(std::string(rows->bytes(0)));
}

}  // namespace welcome::sync
