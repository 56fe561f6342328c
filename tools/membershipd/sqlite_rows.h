#pragma once
// Rows to structs and back, for sqlite_store.cpp alone: any number of bound values, any row reader.

#include <string_view>
#include <vector>

#include "sync/journal/sqlite.h"
#include "tools/membershipd/store.h"

namespace welcome::tools::membershipd {

std::string read_text(const sync::Statement& row);
std::int64_t read_integer(const sync::Statement& row);
EventRecord read_event(const sync::Statement& row);
StoredFact read_fact(const sync::Statement& row);  // all but the event
Refusal read_refusal(const sync::Statement& row);
BatchRecord read_batch(const sync::Statement& row);
Review read_review(const sync::Statement& row);
DeviceRecord read_device(const sync::Statement& row);

inline void bind_one(sync::Statement& to, int index, std::int64_t value) {
    to.bind(index, value);
}
inline void bind_one(sync::Statement& to, int index, std::string_view value) {
    to.bind_text(index, value);
}
inline void bind_one(sync::Statement& to, int index, Instant value) {
    to.bind(index, static_cast<std::int64_t>(value.time_since_epoch().count()));
}

template <typename... Values>
void bind_all(sync::Statement& to, const Values&... values) {
    int index = 0;
    (bind_one(to, ++index, values), ...);
}

template <typename... Values>
Result<void> run(sync::Statement& statement, const Values&... values) {
    bind_all(statement, values...);
    auto done = statement.step();
    if (!done) return tl::unexpected(done.error());
    return {};
}

template <typename... Values>
Result<void> change(sync::Database& database, std::string_view sql, const Values&... values) {
    auto statement = database.prepare(sql);
    if (!statement) return tl::unexpected(statement.error());
    return run(*statement, values...);
}

template <typename Row, typename Read, typename... Values>
Result<std::vector<Row>> rows_of(sync::Database& database, std::string_view sql, const Read& read,
                                 const Values&... values) {
    auto statement = database.prepare(sql);
    if (!statement) return tl::unexpected(statement.error());
    bind_all(*statement, values...);
    std::vector<Row> rows;
    while (true) {
        auto more = statement->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return rows;
        rows.push_back(read(*statement));
    }
}

template <typename Row>
Result<std::optional<Row>> first_of(Result<std::vector<Row>> rows) {
    if (!rows) return tl::unexpected(rows.error());
    if (rows->empty()) return std::optional<Row>();
    return std::optional<Row>(std::move(rows->front()));
}

}  // namespace welcome::tools::membershipd
