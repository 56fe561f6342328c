#include "tests/sync/damage.h"

#include <rapidcheck.h>
#include <vector>

#include "sync/journal/chain.h"

namespace welcome::sync::test {

std::string flipped(std::string bytes) {
    const auto place = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[place] = static_cast<char>(bytes[place] ^ (1 << *rc::gen::inRange(0, 8)));
    return bytes;
}

namespace {

using rc::gen::inRange;

struct Row {
    std::int64_t row;
    std::string device;
    std::int64_t seq;
    std::string id, sealed;
};

std::vector<Row> rows_of(Database& database) {
    auto select = *database.prepare("SELECT row, device, seq, id, sealed FROM fact ORDER BY row");
    std::vector<Row> rows;
    while (*select.step())
        rows.push_back({select.integer(0), std::string(select.bytes(1)), select.integer(2),
                        std::string(select.bytes(3)), std::string(select.bytes(4))});
    return rows;
}

void write(Database& database, const Row& row) {
    auto insert = *database.prepare("INSERT INTO fact (row, device, seq, id, sealed) VALUES (?, ?, ?, ?, ?)");
    RC_ASSERT(insert.bind(1, row.row)
                  .bind_blob(2, row.device)
                  .bind(3, row.seq)
                  .bind_blob(4, row.id)
                  .bind_blob(5, row.sealed)
                  .step()
                  .has_value());
}

void drop(Database& database, const std::string& which) {
    RC_ASSERT(database.run("DELETE FROM fact WHERE " + which).has_value());
}

void replace(Database& database, const std::vector<Row>& rows) {
    for (const auto& row : rows) drop(database, "row = " + std::to_string(row.row));
    for (const auto& row : rows) write(database, row);
}

// Who drops the tail may know the format and set that device's end back, as far as one can without the key.
void set_end_back(Database& database, const Row& last) {
    const auto sealed = *sealed_from_bytes(last.sealed);
    const auto hash = hash_of(sealed);
    auto update =
        *database.prepare("UPDATE tip SET seq = ?, hash = ?, wall_ms = ?, counter = ? WHERE device = ?");
    RC_ASSERT(update.bind(1, last.seq)
                  .bind_blob(2, column(hash))
                  .bind(3, sealed.time.wall_ms)
                  .bind(4, sealed.time.counter)
                  .bind_blob(5, last.device)
                  .step()
                  .has_value());
}

using Change = void (*)(Database&, std::vector<Row>, std::size_t any);

void change_the_record(Database& database, std::vector<Row> rows, std::size_t any) {
    rows[any].sealed = flipped(rows[any].sealed);
    replace(database, {rows[any]});
}
void change_a_column(Database& database, std::vector<Row> rows, std::size_t any) {
    Row& row = rows[any];
    switch (*inRange(0, 4)) {
        case 0:
            row.device = flipped(row.device);
            break;
        case 1:
            row.id = flipped(row.id);
            break;
        case 2:
            row.seq += *rc::gen::element(-1'000, 1'000);
            break;
        default: {
            drop(database, "row = " + std::to_string(row.row));
            row.row += 1'000;
        }
    }
    replace(database, {row});
}
void drop_one(Database& database, std::vector<Row> rows, std::size_t any) {
    drop(database, "row = " + std::to_string(rows[any].row));
}
void drop_the_last(Database& database, std::vector<Row> rows, std::size_t) {
    drop(database, "row = " + std::to_string(rows.back().row));
}
void drop_the_tail(Database& database, std::vector<Row> rows, std::size_t any) {
    drop(database, "row >= " + std::to_string(rows[any].row));
}
void drop_the_last_cleverly(Database& database, std::vector<Row> rows, std::size_t) {
    const Row last = rows.back();
    rows.pop_back();
    drop(database, "row = " + std::to_string(last.row));
    while (!rows.empty() && rows.back().device != last.device) rows.pop_back();
    if (!rows.empty()) set_end_back(database, rows.back());
}
void swap_two(Database& database, std::vector<Row> rows, std::size_t any) {
    const std::size_t other = (any + *inRange<std::size_t>(1, rows.size())) % rows.size();
    switch (*inRange(0, 3)) {
        case 0:
            std::swap(rows[any].sealed, rows[other].sealed);
            break;
        case 1:
            std::swap(rows[any].id, rows[other].id);
            break;
        default:
            std::swap(rows[any].row, rows[other].row);  // whole, in the order of arrival alone
    }
    replace(database, {rows[any], rows[other]});
}
void add_a_copy(Database& database, std::vector<Row> rows, std::size_t any) {
    Row copy = rows[any];
    copy.row = rows.back().row + 1;
    copy.id = flipped(copy.id);
    copy.seq = static_cast<std::int64_t>(rows.size()) + *inRange(1, 4);
    write(database, copy);
}
// As the other changes take them.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
void change_an_end(Database& database, std::vector<Row>, std::size_t) {
    const auto* change =
        *rc::gen::element("seq = seq + 1", "seq = seq - 1", "wall_ms = wall_ms + 1",
                          "counter = counter + 65536", "hash = zeroblob(32)", "hash = x'00'");
    const auto* whose = *rc::gen::element("min(length(device))", "max(length(device))");
    RC_ASSERT(database
                  .run(std::string("UPDATE tip SET ") + change + " WHERE length(device) = (SELECT " + whose +
                       " FROM tip)")
                  .has_value());
}

constexpr Change k_changes[] = {change_the_record,      change_a_column, drop_one,
                                drop_the_last,          drop_the_tail,   swap_two,
                                drop_the_last_cleverly, add_a_copy,      change_an_end};

}  // namespace

void damage_once(Database& database) {
    auto rows = rows_of(database);
    const auto any = *inRange<std::size_t>(0, rows.size());
    k_changes[*inRange<std::size_t>(0, std::size(k_changes))](database, std::move(rows), any);
}

}  // namespace welcome::sync::test
