#include "tools/membershipd/sql_store.h"

#include <array>

#include "tools/membershipd/migrate.h"
#include "tools/membershipd/postgres_sql.h"
#include "tools/membershipd/sql_rows.h"
#include "tools/membershipd/sqlite_sql.h"

namespace welcome::tools::membershipd {
namespace {

constexpr const char* k_fact_columns =
    "SELECT fact, device, device_seq, time_ms, counter, wall_ms, kind, body, arrival, cut_down, digest, "
    "batch, "
    "received_ms, standing FROM facts ";
constexpr const char* k_review_columns =
    "SELECT event, fact, reason, person, candidate, decision FROM reviews ";
constexpr const char* k_device_columns =
    "SELECT device, name, token_hash, enrolled_ms, revoked_ms, event FROM devices WHERE ";

class SqlStore final : public Store {
  public:
    explicit SqlStore(std::unique_ptr<Sql> sql) : sql_(std::move(sql)) {}

    Result<std::string> setting(std::string_view name, std::string_view fresh) override {
        const std::string key(name), value(fresh);
        auto put = sql_->change("INSERT INTO settings VALUES ($1, $2) ON CONFLICT DO NOTHING", {key, value});
        if (!put) return tl::unexpected(put.error());
        auto rows = rows_of(*sql_, "SELECT value FROM settings WHERE name = $1", {key}, read_text);
        if (!rows) return tl::unexpected(rows.error());
        return rows->empty() ? value : rows->front();
    }

    Result<void> add_event(const EventRecord& event) override {
        return sql_->change("INSERT INTO events VALUES ($1, $2, $3, $4, $5, 0) ON CONFLICT DO NOTHING",
                            {event.event.text(), event.name, milliseconds_of(event.starts), event.time_zone,
                             milliseconds_of(event.created)});
    }
    Result<std::optional<EventRecord>> event(const EventId& event) override {
        return first_of(rows_of(
            *sql_, "SELECT event, name, starts_ms, time_zone, created_ms FROM events WHERE event = $1",
            {event.text()}, read_event));
    }
    Result<std::vector<EventRecord>> events() override {
        return rows_of(
            *sql_,
            "SELECT event, name, starts_ms, time_zone, created_ms FROM events ORDER BY starts_ms, event", {},
            read_event);
    }

    Result<Additions> add(const EventId& event, const Decide& decide) override;

    Result<std::vector<StoredFact>> facts_after(const EventId& event, std::int64_t arrival,
                                                std::size_t limit) override {
        return facts(event, "WHERE event = $1 AND arrival > $2 ORDER BY arrival LIMIT $3",
                     {event.text(), arrival, static_cast<std::int64_t>(limit)});
    }
    Result<std::optional<StoredFact>> fact(const EventId& event, const FactId& fact) override {
        return first_of(facts(event, "WHERE event = $1 AND fact = $2", {event.text(), fact.text()}));
    }
    Result<std::vector<StoredFact>> facts_of_batch(const EventId& event, std::string_view batch) override {
        auto span = rows_of(
            *sql_, "SELECT after_arrival, through_arrival FROM batches WHERE event = $1 AND batch = $2",
            {event.text(), std::string(batch)},
            [](const Row& row) { return std::pair(row.integer(0), row.integer(1)); });
        if (!span) return tl::unexpected(span.error());
        if (span->empty()) return std::vector<StoredFact>();
        return facts(event,
                     "WHERE event = $1 AND arrival > $2 AND arrival <= $3 AND batch = $4 ORDER BY arrival",
                     {event.text(), span->front().first, span->front().second, std::string(batch)});
    }
    Result<std::vector<Refusal>> refusals_after(const EventId& event, std::int64_t arrival) override {
        return rows_of(*sql_,
                       "SELECT arrival, fact, device, device_seq, digest, reason, batch, received_ms FROM "
                       "refusals WHERE event = $1 AND arrival > $2 ORDER BY arrival",
                       {event.text(), arrival}, read_refusal);
    }

    Result<std::vector<EventId>> unprojected() override {
        return rows_of(*sql_,
                       "SELECT events.event FROM events LEFT JOIN projections ON projections.event = "
                       "events.event WHERE last_arrival > COALESCE(through, 0)",
                       {}, [](const Row& row) { return EventId::parse(row.text(0)).value_or(EventId{}); });
    }
    Result<void> project(const EventId& event, const Project& decide) override;
    Result<bool> is_projected(const EventId& event) override {
        auto behind = rows_of(*sql_,
                              "SELECT last_arrival - COALESCE(through, 0) FROM events LEFT JOIN projections "
                              "ON projections.event = events.event WHERE events.event = $1",
                              {event.text()}, read_integer);
        if (!behind) return tl::unexpected(behind.error());
        if (behind->empty()) return sync::fail(sync::Fault::not_found, "no such event");
        return behind->front() <= 0;
    }
    Result<std::vector<Attended>> attended_after(const EventId& event, const AttendedPlace& place,
                                                 std::size_t limit) override {
        return rows_of(*sql_,
                       "SELECT person, full_name, checked_in_ms, received_ms, method, more_adults, "
                       "more_children, witnesses FROM attendance JOIN person USING (event, person) WHERE "
                       "event = $1 AND (checked_in_ms, person) > ($2, $3) ORDER BY checked_in_ms, person "
                       "LIMIT $4",
                       {event.text(), place.checked_in_ms, place.person, static_cast<std::int64_t>(limit)},
                       read_attended);
    }

    Result<std::optional<BatchRecord>> batch(std::string_view batch) override {
        return first_of(rows_of(
            *sql_, "SELECT event, batch, sender, received_ms, digest, answer FROM batches WHERE batch = $1",
            {std::string(batch)}, read_batch));
    }
    Result<std::vector<Review>> reviews() override {
        return rows_of(*sql_, std::string(k_review_columns) + "ORDER BY event, fact", {}, read_review);
    }
    Result<std::optional<Review>> review(const FactId& fact) override {
        return first_of(
            rows_of(*sql_, std::string(k_review_columns) + "WHERE fact = $1", {fact.text()}, read_review));
    }

    Result<void> put_device(const DeviceRecord& device) override {
        return sql_->change(
            "INSERT INTO devices VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (device) DO UPDATE SET name = "
            "excluded.name, token_hash = excluded.token_hash, enrolled_ms = excluded.enrolled_ms, "
            "revoked_ms = excluded.revoked_ms, event = excluded.event",
            {device.device.text(), device.name, device.token_hash, milliseconds_of(device.enrolled),
             milliseconds_of(device.revoked.value_or(Instant{})),
             device.event ? device.event->text() : std::string()});
    }
    Result<std::optional<DeviceRecord>> device(const DeviceId& device) override {
        return first_of(
            rows_of(*sql_, std::string(k_device_columns) + "device = $1", {device.text()}, read_device));
    }
    Result<std::optional<DeviceRecord>> device_by_token(std::string_view token_hash) override {
        return first_of(rows_of(*sql_, std::string(k_device_columns) + "token_hash = $1",
                                {std::string(token_hash)}, read_device));
    }
    Result<std::vector<DeviceRecord>> devices() override {
        return rows_of(*sql_, std::string(k_device_columns) + "device <> '' ORDER BY name, device", {},
                       read_device);
    }

    Result<void> put_enrolment(const EnrolmentRecord& one) override {
        return sql_->change(
            "INSERT INTO enrolments VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (device) DO UPDATE SET "
            "name = excluded.name, event = excluded.event, code = excluded.code, asked_ms = "
            "excluded.asked_ms, expires_ms = excluded.expires_ms, approved_ms = excluded.approved_ms",
            {one.device.text(), one.name, one.event.text(), one.code, milliseconds_of(one.asked),
             milliseconds_of(one.expires), milliseconds_of(one.approved.value_or(Instant{}))});
    }
    Result<std::vector<EnrolmentRecord>> enrolments(Instant now) override {
        return rows_of(*sql_,
                       "SELECT device, name, event, code, asked_ms, expires_ms, approved_ms FROM enrolments "
                       "WHERE expires_ms > $1 ORDER BY asked_ms, device",
                       {milliseconds_of(now)}, read_enrolment);
    }
    Result<void> drop_enrolment(const DeviceId& device) override {
        return sql_->change("DELETE FROM enrolments WHERE device = $1", {device.text()});
    }
    Result<void> drop_enrolments(Instant before) override {
        return sql_->change("DELETE FROM enrolments WHERE expires_ms <= $1", {milliseconds_of(before)});
    }

  private:
    Result<std::vector<StoredFact>> facts(const EventId& event, const char* where, const Values& values) {
        return rows_of(*sql_, std::string(k_fact_columns) + where, values, [&event](const Row& row) {
            auto stored = read_fact(row);
            stored.fact.event = event;
            return stored;
        });
    }
    Result<void> add_facts(const Additions& additions);
    Result<void> add_refusals(const Additions& additions);
    Result<void> add_the_rest(const Additions& additions, std::int64_t after, std::int64_t through);
    Result<void> take_out(const EventId& event, const Projection& rows);

    std::unique_ptr<Sql> sql_;
};

std::int64_t number_arrivals(Additions& additions, std::int64_t last) {
    for (auto& one : additions.facts) one.arrival = ++last;
    for (auto& one : additions.refusals) one.arrival = ++last;
    return last;
}

Result<void> SqlStore::add_facts(const Additions& additions) {
    std::vector<Values> rows;
    rows.reserve(additions.facts.size());
    for (const auto& one : additions.facts) {
        const auto& fact = one.fact;
        rows.push_back({additions.event.text(), one.arrival, fact.id.text(), fact.device.text(),
                        static_cast<std::int64_t>(fact.device_seq), fact.time.wall_ms,
                        static_cast<std::int64_t>(fact.time.counter), milliseconds_of(fact.wall), fact.kind,
                        fact.body, static_cast<std::int64_t>(one.cut_down), one.digest, one.batch,
                        milliseconds_of(one.received), one.standing});
    }
    return sql_->insert("facts", rows);
}

Result<void> SqlStore::add_refusals(const Additions& additions) {
    for (const auto& one : additions.refusals) {
        auto done = sql_->change(
            "INSERT INTO refusals VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
            {additions.event.text(), one.arrival, one.fact, one.device.text(),
             static_cast<std::int64_t>(one.device_seq), one.digest, one.reason, one.batch,
             milliseconds_of(one.received)});
        if (!done) return done;
    }
    return {};
}

Result<void> SqlStore::add_the_rest(const Additions& additions, std::int64_t after, std::int64_t through) {
    const auto event = additions.event.text();
    for (const auto& one : additions.reviews) {
        auto done = sql_->change("INSERT INTO reviews VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
                                 {event, one.fact, one.reason, one.person, one.candidate, one.decision});
        if (!done) return done;
    }
    for (const auto& one : additions.decisions) {
        auto done = sql_->change("UPDATE reviews SET decision = $1 WHERE event = $2 AND fact = $3",
                                 {one.decision, event, one.fact});
        if (!done) return done;
    }
    if (!additions.batch) return {};
    const auto& batch = *additions.batch;
    return sql_->change(
        // Sent once more it may add what the first time it could not: the answer stays, the span grows.
        "INSERT INTO batches VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (event, batch) DO UPDATE "
        "SET through_arrival = excluded.through_arrival",
        {event, batch.batch, batch.sender, milliseconds_of(batch.received), batch.digest, batch.answer, after,
         through});
}

// The event's row is locked from before the decision until the commit. So two processes never judge the
// same fact at once, and nobody can see a later arrival before an earlier one: `after` skips nothing.
Result<Additions> SqlStore::add(const EventId& event, const Decide& decide) {
    SqlTransaction transaction(*sql_);
    if (auto begun = transaction.begin(); !begun) return tl::unexpected(begun.error());
    auto last = rows_of(
        *sql_, "UPDATE events SET last_arrival = last_arrival WHERE event = $1 RETURNING last_arrival",
        {event.text()}, read_integer);
    if (!last) return tl::unexpected(last.error());
    if (last->empty()) return sync::fail(sync::Fault::not_found, "no such event");
    auto additions = decide(last->front());
    if (!additions) return additions;
    const auto arrival = number_arrivals(*additions, last->front());
    if (auto done = add_facts(*additions); !done) return tl::unexpected(done.error());
    if (auto done = add_refusals(*additions); !done) return tl::unexpected(done.error());
    if (auto done = add_the_rest(*additions, last->front(), arrival); !done)
        return tl::unexpected(done.error());
    if (arrival != last->front()) {
        auto taken =
            sql_->change("UPDATE events SET last_arrival = $1 WHERE event = $2", {arrival, event.text()});
        if (!taken) return tl::unexpected(taken.error());
    }
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return additions;
}

// The rows that are to be replaced.
Result<void> SqlStore::take_out(const EventId& event, const Projection& rows) {
    constexpr std::array<std::pair<const char*, const char*>, 4> k_tables{
        {{"person", "person"}, {"attendance", "person"}, {"sign_up", "person"}, {"childcare_stay", "stay"}}};
    for (const auto& [table, column] : k_tables) {
        if (auto done = sql_->remove(table, column, event.text(), rows.replaced); !done) return done;
    }
    return {};
}

Result<void> SqlStore::project(const EventId& event, const Project& decide) {
    SqlTransaction transaction(*sql_);
    if (auto begun = transaction.begin(); !begun) return begun;
    auto there =
        sql_->change("INSERT INTO projections VALUES ($1, 0) ON CONFLICT DO NOTHING", {event.text()});
    if (!there) return there;
    auto through =
        rows_of(*sql_, "UPDATE projections SET through = through WHERE event = $1 RETURNING through",
                {event.text()}, read_integer);
    if (!through) return tl::unexpected(through.error());
    if (through->empty()) return sync::fail(sync::Fault::not_found, "no such event");
    auto rows = decide(through->front());
    if (!rows) return tl::unexpected(rows.error());
    if (rows->through <= through->front()) return {};
    if (auto done = take_out(event, *rows); !done) return done;
    if (auto done = sql_->insert("person", rows->people); !done) return done;
    if (auto done = sql_->insert("attendance", rows->attendances); !done) return done;
    if (auto done = sql_->insert("sign_up", rows->sign_ups); !done) return done;
    if (auto done = sql_->insert("childcare_stay", rows->stays); !done) return done;
    auto noted =
        sql_->change("UPDATE projections SET through = $1 WHERE event = $2", {rows->through, event.text()});
    if (!noted) return noted;
    return transaction.commit();
}

Result<std::unique_ptr<Sql>> open_sql(const std::string& address) {
    constexpr std::string_view k_sqlite = "sqlite:";
    if (address.starts_with(k_sqlite) && address.size() > k_sqlite.size())
        return open_sqlite(address.substr(k_sqlite.size()));
    if (address.starts_with("postgresql://") || address.starts_with("postgres://"))
        return open_postgres(address);
    return sync::fail(sync::Fault::refused, "a store is sqlite:FILE or postgresql://…");
}

}  // namespace

Result<std::unique_ptr<Store>> open_store(const std::string& address) {
    auto sql = open_sql(address);
    if (!sql) return tl::unexpected(sql.error());
    if (auto migrated = migrate(**sql, schema_steps()); !migrated) return tl::unexpected(migrated.error());
    return std::make_unique<SqlStore>(std::move(*sql));
}

}  // namespace welcome::tools::membershipd
