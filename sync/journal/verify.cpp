// Checks a whole journal, record by record: any single changed, dropped, swapped or added one is found.

#include "sync/journal/inside.h"

namespace welcome::sync {

namespace {

struct Row {
    DeviceId device;
    std::uint64_t seq = 0;
    std::string id, sealed;
};

// What is wrong with this row, given where its device's chain stood; empty where nothing is.
std::string flaw_of(const Row& row, const Tip& before, const EventId& event, const Key32& sealing_key) {
    if (row.seq > before.seq + 1) return "fact " + std::to_string(before.seq + 1) + " is missing";
    if (row.seq < before.seq + 1) return "it stands in a place of the chain that is no place";
    const auto sealed = sealed_from_bytes(row.sealed);
    if (!sealed) return sealed.error().detail;
    if (sealed->device != row.device || sealed->device_seq != row.seq || column(sealed->id.bytes) != row.id)
        return "its clear columns do not say what its record says";
    if (sealed->event != event) return "it belongs to another event";
    if (sealed->previous != before.hash) return "it does not follow the fact before it";
    if (!signature_is_good(*sealed)) return "its signature does not fit";
    if (const auto fact = unseal(*sealed, sealing_key); !fact) return fact.error().detail;
    return {};
}

Tip tip_of(const Row& row) {
    const auto sealed = sealed_from_bytes(row.sealed);
    return {row.seq, hash_of(*sealed), sealed->time};
}

// The first device whose chain does not end where the journal said it ends.
std::optional<Damage> wrong_end(const Tips& walked, const Tips& said) {
    for (const auto& [device, tip] : said) {
        const auto found = walked.find(device);
        if (found == walked.end() || found->second != tip)
            return Damage{device, tip.seq, "the chain should end here and does not: later facts are missing"};
    }
    for (const auto& [device, tip] : walked) {
        if (!said.contains(device)) return Damage{device, tip.seq, "this device's end of chain is missing"};
    }
    return std::nullopt;
}

}  // namespace

Result<std::optional<Damage>> Journal::Inside::verify() {
    const std::scoped_lock lock(read_mutex_);
    if (auto begun = read_.run("BEGIN"); !begun) return tl::unexpected(begun.error());
    struct End {  // One snapshot for rows, tips and seal, though others go on writing.
        Database& database;
        ~End() { [[maybe_unused]] const auto ended = database.run("COMMIT"); }
    } const end{read_};
    auto rows = read_.prepare("SELECT device, seq, id, sealed FROM fact ORDER BY device, seq");
    if (!rows) return tl::unexpected(rows.error());
    Tips walked;
    while (true) {
        const auto more = rows->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
        Row row{{},
                static_cast<std::uint64_t>(rows->integer(1)),
                std::string(rows->bytes(2)),
                std::string(rows->bytes(3))};
        const auto device = rows->bytes(0);
        if (device.size() != row.device.bytes.size())
            return std::optional(Damage{{}, row.seq, "it names no device"});
        std::copy(device.begin(), device.end(), reinterpret_cast<char*>(row.device.bytes.data()));
        const auto before = walked.find(row.device);
        const auto flaw = flaw_of(row, before == walked.end() ? Tip{} : before->second, event_, sealing_key_);
        if (!flaw.empty()) return std::optional(Damage{row.device, row.seq, flaw});
        walked[row.device] = tip_of(row);
    }
    const auto said = read_tips(read_);
    if (!said) return tl::unexpected(said.error());
    if (auto damage = wrong_end(walked, *said)) return damage;
    const auto seal = read_tips_seal(read_);
    if (!seal) return tl::unexpected(seal.error());
    if (!(walked.empty() && seal->empty()) && *seal != seal_of(*said, sealing_key_))
        return std::optional(Damage{{}, 0, "the seal over the ends of all chains does not fit"});
    return std::optional<Damage>();
}

}  // namespace welcome::sync
