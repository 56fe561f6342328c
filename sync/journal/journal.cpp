#include "sync/journal/journal.h"

#include <future>

#include "sync/journal/inside.h"

namespace welcome::sync {

namespace {

// Growing the log's checkpoint interval keeps it off most commits; 2,000 pages are 8 MB.
constexpr std::string_view k_schema = R"(
    PRAGMA wal_autocheckpoint=2000;
    CREATE TABLE IF NOT EXISTS fact (
        row INTEGER PRIMARY KEY, device BLOB NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL UNIQUE,
        sealed BLOB NOT NULL, UNIQUE (device, seq));
    CREATE TABLE IF NOT EXISTS tip (
        device BLOB PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL, wall_ms INTEGER NOT NULL,
        counter INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS tips_seal (one INTEGER PRIMARY KEY CHECK (one = 1), mac BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;)";

}  // namespace

Result<Journal::Inside::Writes> Journal::Inside::prepare_writes(Database& write) {
    auto insert = write.prepare(
        "INSERT INTO fact (device, seq, id, sealed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
    auto by_id = write.prepare("SELECT sealed FROM fact WHERE id = ?");
    auto by_place = write.prepare("SELECT id FROM fact WHERE device = ? AND seq = ?");
    auto set_tip = write.prepare(
        "INSERT OR REPLACE INTO tip (device, seq, hash, wall_ms, counter) VALUES (?, ?, ?, ?, ?)");
    auto set_seal = write.prepare("INSERT OR REPLACE INTO tips_seal (one, mac) VALUES (1, ?)");
    auto version = write.prepare("PRAGMA data_version");
    for (const auto* statement : {&insert, &by_id, &by_place, &set_tip, &set_seal, &version}) {
        if (!*statement) return tl::unexpected(statement->error());
    }
    return Writes{std::move(*insert),  std::move(*by_id),    std::move(*by_place),
                  std::move(*set_tip), std::move(*set_seal), std::move(*version)};
}

Result<std::unique_ptr<Journal::Inside>> Journal::Inside::open(const JournalPlace& place, const EventKey& key,
                                                               const DeviceKey& device, Clock clock) {
    auto write = Database::open(place.file);
    if (!write) return tl::unexpected(write.error());
    if (auto made = write->run(std::string(k_schema)); !made) return tl::unexpected(made.error());
    auto read = Database::open(place.file);
    if (!read) return tl::unexpected(read.error());
    auto writes = prepare_writes(*write);
    if (!writes) return tl::unexpected(writes.error());
    return std::unique_ptr<Inside>(new Inside(place, key, device, std::move(clock), std::move(*write),
                                              std::move(*read), std::move(*writes)));
}

Journal::Inside::Inside(const JournalPlace& place, const EventKey& key, const DeviceKey& device, Clock clock,
                        Database write, Database read, Writes writes)
    : event_(place.event),
      sealing_key_(key.sealing_key()),
      device_(device),
      clock_(std::move(clock)),
      write_(std::move(write)),
      writes_(std::move(writes)),
      read_(std::move(read)),
      writer_([this](const std::stop_token& stop) { run(stop); }) {}

Journal::Journal(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(JournalPlace place, const EventKey& key,
                                               const DeviceKey& device, Clock clock) {
    auto inside = Inside::open(place, key, device, std::move(clock));
    if (!inside) return tl::unexpected(inside.error());
    return std::unique_ptr<Journal>(new Journal(std::move(*inside)));
}

void Journal::append(std::vector<Draft> drafts, Done done) {
    inside_->enqueue({std::move(drafts), std::move(done)});
}

Result<std::vector<Fact>> Journal::append(std::vector<Draft> drafts) {
    std::promise<Result<std::vector<Fact>>> promise;
    auto future = promise.get_future();
    append(std::move(drafts), [&](Result<std::vector<Fact>> facts) { promise.set_value(std::move(facts)); });
    return future.get();
}

Result<TakenIn> Journal::take_in(std::vector<SealedFact> facts) {
    return inside_->take_in(facts);
}

Result<std::int64_t> Journal::read_from(std::int64_t after_row,
                                        const std::function<void(const Fact&)>& take) const {
    return inside_->read_from(after_row, take);
}

Result<std::map<DeviceId, std::uint64_t>> Journal::held() const {
    return inside_->held();
}

Result<std::vector<SealedFact>> Journal::sealed_after(const DeviceId& device, std::uint64_t seq,
                                                      std::size_t limit) const {
    return inside_->sealed_after(device, seq, limit);
}

Result<std::vector<Fact>> Journal::facts_after(const DeviceId& device, std::uint64_t seq,
                                               std::size_t limit) const {
    auto sealed = sealed_after(device, seq, limit);
    if (!sealed) return tl::unexpected(sealed.error());
    std::vector<Fact> facts;
    for (const auto& one : *sealed) {
        auto fact = unseal(one, inside_->sealing_key());
        if (!fact) return tl::unexpected(fact.error());
        facts.push_back(std::move(*fact));
    }
    return facts;
}

Result<std::optional<Damage>> Journal::verify() const {
    return inside_->verify();
}
Result<void> Journal::note(const std::string& name, const std::string& value) {
    return inside_->note(name, value);
}
Result<std::optional<std::string>> Journal::noted(const std::string& name) const {
    return inside_->noted(name);
}
const DeviceId& Journal::device() const {
    return inside_->device().id();
}

}  // namespace welcome::sync
