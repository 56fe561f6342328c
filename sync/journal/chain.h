#pragma once
// Where each device's chain ends, and the seal over all the ends: a dropped tail is found by it.

#include <map>
#include <string>

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

// Keyed hash of all tips in device order.
std::string seal_of(const Tips& tips, const Key32& sealing_key);

Result<Tips> read_tips(Database& database);
Result<std::string> read_tips_seal(Database& database);  // empty where nothing was written yet

// The clear columns as SQLite takes them.
template <typename Value>
std::string_view column(const Value& value) {
    return {reinterpret_cast<const char*>(value.data()), value.size()};
}

}  // namespace welcome::sync
