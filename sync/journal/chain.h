#pragma once
// Where each device's chain ends, and the journal's own chain over everything it took, in order of arrival:
// by these a dropped tail, a vanished device or two records that changed places are found.

#include <map>

#include "sync/journal/sqlite.h"
#include "sync/seal.h"

namespace welcome::sync {

struct Tip {
    std::uint64_t seq = 0;
    Hash32 hash{};
    Hlc time;  // of the last fact
    bool operator==(const Tip&) const = default;
};

using Tips = std::map<DeviceId, Tip>;

// Rows are numbered 1, 2, 3 … without gaps. The hash is keyed: who has no event key cannot make one that
// fits.
struct Arrivals {
    std::int64_t rows = 0;
    Hash32 hash{};
    Hlc time;  // of the last record
    bool operator==(const Arrivals&) const = default;

    void add(const Hash32& record, const Hlc& its_time, const Key32& sealing_key);
};

struct Ends {
    Tips tips;
    Arrivals arrivals;
};

// One small table, so that a commit touches one page for both.
Result<Ends> read_ends(Database& database);
Result<Statement> prepare_set_end(Database& database);
Result<void> set_end(Statement& statement, const DeviceId& device, const Tip& tip);
Result<void> set_end(Statement& statement, const Arrivals& arrivals);

// The clear columns as SQLite takes them.
template <typename Value>
std::string_view column(const Value& value) {
    return {reinterpret_cast<const char*>(value.data()), value.size()};
}

// False where the lengths differ.
template <typename Value>
bool from_column(std::string_view bytes, Value& into) {
    if (bytes.size() != into.size()) return false;
    std::memcpy(into.data(), bytes.data(), bytes.size());
    return true;
}

}  // namespace welcome::sync
