// The journal's reading side, on a connection of its own: a reader never waits for a writer.

#include <algorithm>

#include "sync/journal/inside.h"

namespace welcome::sync {

Result<std::int64_t> Journal::Inside::read_from(std::int64_t after_row,
                                                const std::function<void(const Fact&)>& take) {
    const std::scoped_lock lock(read_mutex_);
    read_rows_.bind(1, after_row);
    std::int64_t last = after_row;
    Fact fact;  // One for all, so that its memory is used again.
    while (true) {
        const auto row = read_rows_.step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) break;
        last = read_rows_.integer(0);
        if (unseal_record(read_rows_.bytes(1), sealing_key(), fact)) {
            take(fact);
        } else if (last > judged_row_) {
            ++unreadable_;  // `verify` names it; the evening goes on with all that can be read.
        }
    }
    judged_row_ = std::max(judged_row_, last);
    return last;
}

Result<std::map<DeviceId, std::uint64_t>> Journal::Inside::held() {
    const std::scoped_lock lock(read_mutex_);
    const auto ends = read_ends(read_);
    if (!ends) return tl::unexpected(ends.error());
    std::map<DeviceId, std::uint64_t> held;
    for (const auto& [device, tip] : ends->tips) held[device] = tip.seq;
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
        if (!sealed && found.empty()) return tl::unexpected(sealed.error());
        if (!sealed || sealed->device_seq != seq + found.size() + 1) return found;
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
