#pragma once
// Rows to structs, for sql_store.cpp alone.

#include "tools/membershipd/sql.h"
#include "tools/membershipd/store.h"

namespace welcome::tools::membershipd {

std::string read_text(const Row& row);
std::int64_t read_integer(const Row& row);
EventRecord read_event(const Row& row);
StoredFact read_fact(const Row& row);  // all but the event
Refusal read_refusal(const Row& row);
BatchRecord read_batch(const Row& row);
Review read_review(const Row& row);
DeviceRecord read_device(const Row& row);
EnrolmentRecord read_enrolment(const Row& row);
Attended read_attended(const Row& row);

inline std::int64_t milliseconds_of(Instant instant) {
    return instant.time_since_epoch().count();
}

template <typename Read>
auto rows_of(Sql& sql, std::string_view statement, const Values& values, const Read& read)
    -> Result<std::vector<decltype(read(std::declval<const Row&>()))>> {
    std::vector<decltype(read(std::declval<const Row&>()))> rows;
    auto asked = sql.ask(statement, values, [&](const Row& row) { rows.push_back(read(row)); });
    if (!asked) return tl::unexpected(asked.error());
    return rows;
}

template <typename One>
Result<std::optional<One>> first_of(Result<std::vector<One>> rows) {
    if (!rows) return tl::unexpected(rows.error());
    if (rows->empty()) return std::optional<One>();
    return std::optional<One>(std::move(rows->front()));
}

}  // namespace welcome::tools::membershipd
