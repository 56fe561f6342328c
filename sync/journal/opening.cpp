// Opening a journal: the schema, and whether the file is this event's at all.

#include "sync/journal/inside.h"

namespace welcome::sync {

namespace {

constexpr std::int64_t k_schema_version = 1;
constexpr std::string_view k_schema = R"(
    CREATE TABLE fact (
        row INTEGER PRIMARY KEY, device BLOB NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL UNIQUE,
        sealed BLOB NOT NULL, UNIQUE (device, seq));
    CREATE TABLE tip (
        device BLOB PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL, wall_ms INTEGER NOT NULL,
        counter INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    PRAGMA user_version = 1;)";

Result<std::int64_t> schema_version(Database& database) {
    auto version = database.prepare("PRAGMA user_version");
    if (!version) return tl::unexpected(version.error());
    const auto row = version->step();
    if (!row) return tl::unexpected(row.error());
    return version->integer(0);
}

// Two processes may begin at once: the second finds the schema made when its transaction begins.
Result<void> make_schema(Database& database) {
    auto transaction = Transaction::begin(database);
    if (!transaction) return tl::unexpected(transaction.error());
    const auto version = schema_version(database);
    if (!version) return tl::unexpected(version.error());
    if (*version == 0) {
        if (auto made = database.run(std::string(k_schema)); !made) return made;
    }
    return transaction->commit();
}

Result<void> ready_schema(Database& database) {
    const auto version = schema_version(database);
    if (!version) return tl::unexpected(version.error());
    if (*version > k_schema_version)
        return fail(Fault::unreadable, "this journal was made by a newer version of the program");
    if (*version == 0) return make_schema(database);
    return {};
}

// Refuses where the first and the last record are well signed and of another event; anything less is damage,
// and a damaged journal must open, so that `verify` can name what is wrong.
Result<void> check_event(Database& database, const EventId& event) {
    auto rows = database.prepare(
        "SELECT sealed FROM fact WHERE row IN ((SELECT min(row) FROM fact), (SELECT max(row) FROM fact))");
    if (!rows) return tl::unexpected(rows.error());
    bool foreign = false;
    while (true) {
        const auto row = rows->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) break;
        const auto sealed = sealed_from_bytes(rows->bytes(0));
        if (!sealed || sealed->event == event || !signature_is_good(*sealed)) return {};
        foreign = true;
    }
    if (foreign) return fail(Fault::refused, "this journal belongs to another event");
    return {};
}

}  // namespace

Result<Journal::Inside::Writes> Journal::Inside::prepare_writes(Database& write) {
    auto insert = write.prepare(
        "INSERT INTO fact (row, device, seq, id, sealed) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
    auto by_id = write.prepare("SELECT sealed FROM fact WHERE id = ?");
    auto by_place = write.prepare("SELECT id FROM fact WHERE device = ? AND seq = ?");
    auto set_end = prepare_set_end(write);
    auto version = write.prepare("PRAGMA data_version");
    for (const auto* statement : {&insert, &by_id, &by_place, &set_end, &version}) {
        if (!*statement) return tl::unexpected(statement->error());
    }
    return Writes{std::move(*insert), std::move(*by_id), std::move(*by_place), std::move(*set_end),
                  std::move(*version)};
}

Result<std::unique_ptr<Journal::Inside>> Journal::Inside::open(const JournalPlace& place, const EventKey& key,
                                                               const DeviceKey& device, Clock clock) {
    auto write = Database::open(place.file, place.vfs);
    if (!write) return tl::unexpected(write.error());
    if (auto ready = ready_schema(*write); !ready) return tl::unexpected(ready.error());
    if (auto ours = check_event(*write, place.event); !ours) return tl::unexpected(ours.error());
    // Only where no quiet moment comes for long; see tidy(). 4,000 pages are 16 MB.
    if (auto set = write->run("PRAGMA wal_autocheckpoint=4000"); !set) return tl::unexpected(set.error());
    auto read = Database::open(place.file, place.vfs);
    if (!read) return tl::unexpected(read.error());
    auto read_rows = read->prepare("SELECT row, sealed FROM fact WHERE row > ? ORDER BY row");
    if (!read_rows) return tl::unexpected(read_rows.error());
    auto writes = prepare_writes(*write);
    if (!writes) return tl::unexpected(writes.error());
    return std::unique_ptr<Inside>(new Inside(place, key, device, std::move(clock), std::move(*write),
                                              std::move(*writes), std::move(*read), std::move(*read_rows)));
}

Journal::Inside::Inside(const JournalPlace& place, const EventKey& key, const DeviceKey& device, Clock clock,
                        Database write, Writes writes, Database read, Statement read_rows)
    : event_(place.event),
      sealing_key_(key.sealing_key()),
      device_(device),
      clock_(std::move(clock)),
      write_(std::move(write)),
      writes_(std::move(writes)),
      read_(std::move(read)),
      read_rows_(std::move(read_rows)),
      writer_([this](const std::stop_token& stop) { run(stop); }) {}

}  // namespace welcome::sync
