#include "tools/membershipd/sqlite_store.h"

#include "sync/journal/sqlite.h"
#include "tools/membershipd/sqlite_rows.h"

namespace welcome::tools::membershipd {
namespace {

using sync::Database;
using sync::Statement;
using sync::Transaction;

constexpr const char* k_fact_columns =
    "fact, device, device_seq, time_ms, counter, wall_ms, kind, body, arrival, cut_down, digest, batch, "
    "received_ms, "
    "standing FROM facts ";

class SqliteStore final : public Store {
  public:
    explicit SqliteStore(Database database) : database_(std::move(database)) {}

    Result<std::string> setting(std::string_view name, std::string_view fresh) override {
        auto put =
            change(database_, "INSERT INTO settings VALUES (?, ?) ON CONFLICT DO NOTHING", name, fresh);
        if (!put) return tl::unexpected(put.error());
        auto rows =
            rows_of<std::string>(database_, "SELECT value FROM settings WHERE name = ?", read_text, name);
        if (!rows) return tl::unexpected(rows.error());
        return rows->empty() ? std::string(fresh) : rows->front();
    }

    Result<void> add_event(const EventRecord& event) override {
        return change(database_, "INSERT INTO events VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING",
                      event.event.text(), event.name, event.starts, event.time_zone, event.created);
    }
    Result<std::optional<EventRecord>> event(const EventId& event) override {
        return first_of(rows_of<EventRecord>(
            database_, "SELECT event, name, starts_ms, time_zone, created_ms FROM events WHERE event = ?",
            read_event, event.text()));
    }
    Result<std::vector<EventRecord>> events() override {
        return rows_of<EventRecord>(
            database_,
            "SELECT event, name, starts_ms, time_zone, created_ms FROM events ORDER BY starts_ms, event",
            read_event);
    }

    Result<void> add(const Additions& additions) override;

    Result<std::vector<StoredFact>> facts_after(const EventId& event, std::int64_t arrival,
                                                std::size_t limit) override {
        return facts(event, "WHERE event = ? AND arrival > ? ORDER BY arrival LIMIT ?", arrival,
                     static_cast<std::int64_t>(limit));
    }
    Result<std::optional<StoredFact>> fact(const EventId& event, const FactId& fact) override {
        return first_of(facts(event, "WHERE event = ? AND fact = ?", fact.text()));
    }
    Result<std::vector<StoredFact>> facts_of_batch(const EventId& event, std::string_view batch) override {
        return facts(event, "WHERE event = ? AND batch = ? ORDER BY arrival", batch);
    }
    Result<std::vector<Refusal>> refusals_after(const EventId& event, std::int64_t arrival) override {
        return rows_of<Refusal>(
            database_,
            "SELECT arrival, fact, device, device_seq, digest, reason, batch, received_ms FROM "
            "refusals WHERE event = ? AND arrival > ? ORDER BY arrival",
            read_refusal, event.text(), arrival);
    }

    Result<std::optional<BatchRecord>> batch(std::string_view batch) override {
        return first_of(rows_of<BatchRecord>(
            database_,
            "SELECT event, batch, sender, received_ms, digest, answer FROM batches WHERE batch = ?",
            read_batch, batch));
    }
    Result<std::vector<Review>> reviews() override {
        return rows_of<Review>(
            database_,
            "SELECT event, fact, reason, person, candidate, decision FROM reviews ORDER BY event, fact",
            read_review);
    }
    Result<std::optional<Review>> review(const FactId& fact) override {
        return first_of(rows_of<Review>(
            database_, "SELECT event, fact, reason, person, candidate, decision FROM reviews WHERE fact = ?",
            read_review, fact.text()));
    }

    Result<void> put_device(const DeviceRecord& device) override {
        return change(database_,
                      "INSERT INTO devices VALUES (?, ?, ?, ?, ?) ON CONFLICT (device) DO UPDATE SET name = "
                      "excluded.name, token_hash = excluded.token_hash, enrolled_ms = excluded.enrolled_ms, "
                      "revoked_ms = excluded.revoked_ms",
                      device.device.text(), device.name, device.token_hash, device.enrolled,
                      device.revoked.value_or(Instant{}));
    }
    Result<std::optional<DeviceRecord>> device(const DeviceId& device) override {
        return first_of(rows_of<DeviceRecord>(
            database_,
            "SELECT device, name, token_hash, enrolled_ms, revoked_ms FROM devices WHERE device = ?",
            read_device, device.text()));
    }
    Result<std::optional<DeviceRecord>> device_by_token(std::string_view token_hash) override {
        return first_of(rows_of<DeviceRecord>(
            database_,
            "SELECT device, name, token_hash, enrolled_ms, revoked_ms FROM devices WHERE token_hash = ?",
            read_device, token_hash));
    }

  private:
    template <typename... Values>
    Result<std::vector<StoredFact>> facts(const EventId& event, const char* where, const Values&... values) {
        const auto read = [&event](const Statement& row) {
            auto stored = read_fact(row);
            stored.fact.event = event;
            return stored;
        };
        return rows_of<StoredFact>(database_, std::string("SELECT ") + k_fact_columns + where, read,
                                   event.text(), values...);
    }
    Result<std::int64_t> next_arrivals(const Additions& additions);
    Result<void> add_facts(const Additions& additions, std::int64_t& arrival);
    Result<void> add_refusals(const Additions& additions, std::int64_t& arrival);
    Result<void> add_the_rest(const Additions& additions);

    Database database_;
};

// Takes as many numbers as are needed and returns the one before the first. The event's row is locked by
// this until the commit, so nobody can see a later number before an earlier one.
Result<std::int64_t> SqliteStore::next_arrivals(const Additions& additions) {
    const auto wanted = static_cast<std::int64_t>(additions.facts.size() + additions.refusals.size());
    auto taken = change(database_, "UPDATE events SET last_arrival = last_arrival + ? WHERE event = ?",
                        wanted, additions.event.text());
    if (!taken) return tl::unexpected(taken.error());
    auto last = rows_of<std::int64_t>(database_, "SELECT last_arrival FROM events WHERE event = ?",
                                      read_integer, additions.event.text());
    if (!last) return tl::unexpected(last.error());
    if (last->empty()) return sync::fail(sync::Fault::not_found, "no such event");
    return last->front() - wanted;
}

Result<void> SqliteStore::add_facts(const Additions& additions, std::int64_t& arrival) {
    auto insert = database_.prepare("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert) return tl::unexpected(insert.error());
    for (const auto& one : additions.facts) {
        const auto& fact = one.fact;
        auto done =
            run(*insert, additions.event.text(), ++arrival, fact.id.text(), fact.device.text(),
                static_cast<std::int64_t>(fact.device_seq), fact.time.wall_ms,
                static_cast<std::int64_t>(fact.time.counter), fact.wall, fact.kind, fact.body,
                static_cast<std::int64_t>(one.cut_down), one.digest, one.batch, one.received, one.standing);
        if (!done) return done;
    }
    return {};
}

Result<void> SqliteStore::add_refusals(const Additions& additions, std::int64_t& arrival) {
    for (const auto& one : additions.refusals) {
        auto done = change(
            database_, "INSERT INTO refusals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            additions.event.text(), ++arrival, one.fact, one.device.text(),
            static_cast<std::int64_t>(one.device_seq), one.digest, one.reason, one.batch, one.received);
        if (!done) return done;
    }
    return {};
}

Result<void> SqliteStore::add_the_rest(const Additions& additions) {
    for (const auto& one : additions.reviews) {
        auto done =
            change(database_, "INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                   additions.event.text(), one.fact, one.reason, one.person, one.candidate, one.decision);
        if (!done) return done;
    }
    for (const auto& one : additions.decisions) {
        auto done = change(database_, "UPDATE reviews SET decision = ? WHERE event = ? AND fact = ?",
                           one.decision, additions.event.text(), one.fact);
        if (!done) return done;
    }
    if (!additions.batch) return {};
    const auto& batch = *additions.batch;
    return change(database_, "INSERT INTO batches VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  additions.event.text(), batch.batch, batch.sender, batch.received, batch.digest,
                  batch.answer);
}

Result<void> SqliteStore::add(const Additions& additions) {
    auto transaction = Transaction::begin(database_);
    if (!transaction) return tl::unexpected(transaction.error());
    auto arrival = next_arrivals(additions);
    if (!arrival) return tl::unexpected(arrival.error());
    if (auto done = add_facts(additions, *arrival); !done) return done;
    if (auto done = add_refusals(additions, *arrival); !done) return done;
    if (auto done = add_the_rest(additions); !done) return done;
    return transaction->commit();
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& file) {
    auto database = Database::open(file);
    if (!database) return tl::unexpected(database.error());
    if (auto made = database->run(std::string(schema())); !made) return tl::unexpected(made.error());
    return std::make_unique<SqliteStore>(std::move(*database));
}

}  // namespace welcome::tools::membershipd
