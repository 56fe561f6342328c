// Checks a whole journal, record by record: any single changed, dropped, swapped or added one is found.

#include "sync/journal/inside.h"

namespace welcome::sync {

namespace {

struct Row {
    DeviceId device;
    std::uint64_t seq = 0;
    std::string_view id, record;
};

// What is wrong with this row, given where its device's chain stood; empty where nothing is.
std::string flaw_of(const Row& row, const Result<SealedFact>& sealed, const Tip& before, const EventId& event,
                    const Key32& sealing_key) {
    if (row.seq > before.seq + 1) return "fact " + std::to_string(before.seq + 1) + " is missing";
    if (row.seq < before.seq + 1) return "it stands where another fact of its device stands already";
    if (!sealed) return sealed.error().detail;
    if (sealed->device != row.device || sealed->device_seq != row.seq || column(sealed->id.bytes) != row.id)
        return "its clear columns do not say what its record says";
    if (sealed->event != event) return "it belongs to another event";
    if (sealed->previous != before.hash) return "it does not follow the fact before it";
    if (!signature_is_good(*sealed)) return "its signature does not fit";
    if (const auto fact = unseal(*sealed, sealing_key); !fact) return fact.error().detail;
    return {};
}

// Goes through the rows in order of arrival and keeps the first flaw of each device.
class Walk {
  public:
    Walk(const EventId& event, const Key32& sealing_key) : event_(event), sealing_key_(sealing_key) {}

    void take(std::int64_t number, std::string_view device, const Row& rest) {
        const Hash32 hash = hash_of_record(rest.record);
        const auto sealed = sealed_from_bytes(rest.record);
        const Hlc time = sealed ? sealed->time : Hlc{};
        in_order_ = in_order_ && number == ends_.arrivals.rows + 1;
        ends_.arrivals.add(hash, time, sealing_key_);
        Row row = rest;
        if (!from_column(device, row.device.bytes)) return note({}, row.seq, "it names no device");
        if (damage_.contains(row.device)) return;
        Tip& tip = ends_.tips[row.device];
        if (auto flaw = flaw_of(row, sealed, tip, event_, sealing_key_); !flaw.empty())
            return note(row.device, row.seq, std::move(flaw));
        tip = {row.seq, hash, time};
    }

    // Whether every chain ends where the journal says it ends.
    void compare(const Ends& said) {
        for (const auto& [device, tip] : said.tips) {
            const std::uint64_t seq = ends_.tips[device].seq;
            if (seq < tip.seq) note(device, seq + 1, "fact " + std::to_string(seq + 1) + " is missing");
            if (ends_.tips[device] != tip) note(device, seq, "its device's chain should not end with it");
        }
        for (const auto& [device, tip] : ends_.tips) {
            if (!said.tips.contains(device)) note(device, tip.seq, "nothing says that this chain ends here");
        }
        in_order_ = in_order_ && ends_.arrivals == said.arrivals;
    }

    [[nodiscard]] std::optional<Damage> first_damage() const {
        if (!damage_.empty()) return damage_.begin()->second;
        if (!in_order_)
            return Damage{{}, 0, "the facts are not all that came, in the order in which they came"};
        return std::nullopt;
    }

    void note(const DeviceId& device, std::uint64_t seq, std::string what) {
        damage_.try_emplace(device, Damage{device, seq, std::move(what)});
    }

  private:
    const EventId& event_;
    const Key32& sealing_key_;
    Ends ends_;
    bool in_order_ = true;
    std::map<DeviceId, Damage> damage_;
};

Result<void> walk_rows(Walk& walk, Database& database) {
    auto rows = database.prepare("SELECT row, device, seq, id, sealed FROM fact ORDER BY row");
    if (!rows) return tl::unexpected(rows.error());
    while (true) {
        const auto more = rows->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return {};
        const Row row{{}, static_cast<std::uint64_t>(rows->integer(2)), rows->bytes(3), rows->bytes(4)};
        walk.take(rows->integer(0), rows->bytes(1), row);
    }
}

// The pages themselves: an index that has lost a row hides it from other tablets, though the row is whole.
Result<std::optional<Damage>> check_file(Database& database) {
    auto check = database.prepare("PRAGMA integrity_check(1)");
    if (!check) return tl::unexpected(check.error());
    const auto row = check->step();
    if (!row) return tl::unexpected(row.error());
    if (check->bytes(0) == "ok") return std::optional<Damage>();
    return std::optional(Damage{{}, 0, "the file: " + std::string(check->bytes(0))});
}

Result<std::optional<Damage>> check_all(Database& database, const EventId& event, const Key32& sealing_key) {
    Walk walk(event, sealing_key);
    if (auto walked = walk_rows(walk, database); !walked) return tl::unexpected(walked.error());
    const auto said = read_ends(database);
    if (!said) return tl::unexpected(said.error());
    walk.compare(*said);
    if (auto damage = walk.first_damage()) return damage;
    return check_file(database);
}

}  // namespace

Result<std::optional<Damage>> Journal::Inside::verify() {
    const std::scoped_lock lock(read_mutex_);
    if (auto begun = read_.run("BEGIN"); !begun) return tl::unexpected(begun.error());
    struct End {  // One snapshot for rows and ends, though others go on writing.
        Database& database;
        ~End() { [[maybe_unused]] const auto ended = database.run("COMMIT"); }
    } const end{read_};
    auto damage = check_all(read_, event_, sealing_key());
    if (!damage && damage.error().fault == Fault::unreadable)
        return std::optional(Damage{{}, 0, damage.error().detail});
    return damage;
}

}  // namespace welcome::sync
