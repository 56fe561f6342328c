#include "sync/journal/chain.h"

#include <algorithm>
#include <sodium.h>

namespace welcome::sync {

namespace {

template <typename Bytes>
bool copy_exactly(std::string_view from, Bytes& into) {
    if (from.size() != into.size()) return false;
    std::copy(from.begin(), from.end(), reinterpret_cast<char*>(into.data()));
    return true;
}

}  // namespace

std::string seal_of(const Tips& tips, const Key32& sealing_key) {
    crypto_generichash_state state;
    Hash32 hash;
    crypto_generichash_init(&state, sealing_key.data(), sealing_key.size(), hash.size());
    const auto add = [&](std::string_view bytes) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    };
    for (const auto& [device, tip] : tips) {
        add(column(device.bytes));
        add(std::to_string(tip.seq) + "." + std::to_string(tip.time.wall_ms) + "." +
            std::to_string(tip.time.counter) + ".");
        add(column(tip.hash));
    }
    crypto_generichash_final(&state, hash.data(), hash.size());
    return std::string(column(hash));
}

Result<Tips> read_tips(Database& database) {
    auto rows = database.prepare("SELECT device, seq, hash, wall_ms, counter FROM tip");
    if (!rows) return tl::unexpected(rows.error());
    Tips tips;
    while (true) {
        const auto row = rows->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return tips;
        DeviceId device;
        Tip tip;
        if (!copy_exactly(rows->bytes(0), device.bytes) || !copy_exactly(rows->bytes(2), tip.hash))
            return fail(Fault::unreadable, "the end of a device's chain is damaged");
        tip.seq = static_cast<std::uint64_t>(rows->integer(1));
        tip.time = {rows->integer(3), static_cast<std::uint16_t>(rows->integer(4))};
        tips[device] = tip;
    }
}

Result<std::string> read_tips_seal(Database& database) {
    auto rows = database.prepare("SELECT mac FROM tips_seal");
    if (!rows) return tl::unexpected(rows.error());
    const auto row = rows->step();
    if (!row) return tl::unexpected(row.error());
    return *row ? std::string(rows->bytes(0)) : std::string();
}

}  // namespace welcome::sync
