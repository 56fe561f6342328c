#include "sync/journal/sqlite.h"

#include <sqlite3.h>
#include <utility>

namespace welcome::sync {

namespace {

Fault fault_of(int code) {
    switch (code & 0xFF) {
        case SQLITE_FULL:
            return Fault::disk_full;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Fault::busy;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Fault::unreadable;
        case SQLITE_CONSTRAINT:
            return Fault::refused;
        default:
            return Fault::disk_failed;
    }
}

constexpr int k_patience_ms = 5000;

tl::unexpected<Error> failure(sqlite3* handle, int code) {
    return fail(fault_of(code),
                std::string("SQLite: ") + (handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)));
}

// Two programs that open a new file at once both switch it to WAL, where SQLite does not wait by itself.
Result<void> use_log(Database& database) {
    constexpr int k_pause_ms = 10;
    for (int waited = 0;; waited += k_pause_ms) {
        auto set = database.run("PRAGMA journal_mode=WAL");
        if (set || set.error().fault != Fault::busy || waited >= k_patience_ms) return set;
        sqlite3_sleep(k_pause_ms);
    }
}

}  // namespace

void Statement::Close::operator()(sqlite3_stmt* handle) const {
    sqlite3_finalize(handle);
}
void Database::Close::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

// A value bound to a statement that still stands on a row would be ignored: the old one would be used again.
sqlite3_stmt* Statement::ready() {
    if (sqlite3_stmt_busy(handle_.get())) sqlite3_reset(handle_.get());
    return handle_.get();
}

Statement& Statement::bind(int index, std::int64_t value) {
    return keep(sqlite3_bind_int64(ready(), index, value));
}

Statement& Statement::bind_text(int index, std::string_view value) {
    return keep(sqlite3_bind_text64(ready(), index, value.data() ? value.data() : "", value.size(),
                                    SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement& Statement::bind_blob(int index, std::string_view value) {
    return keep(sqlite3_bind_blob64(ready(), index, value.data() ? value.data() : "", value.size(),
                                    SQLITE_TRANSIENT));
}

Statement& Statement::bind_null(int index) {
    return keep(sqlite3_bind_null(ready(), index));
}

Statement& Statement::keep(int code) {
    if (code != SQLITE_OK) bind_failure_ = code;
    return *this;
}

Result<bool> Statement::step() {
    if (const int code = std::exchange(bind_failure_, SQLITE_OK); code != SQLITE_OK)
        return failure(nullptr, code);
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(handle_.get());
        return false;
    }
    auto error = failure(sqlite3_db_handle(handle_.get()), code);
    sqlite3_reset(handle_.get());
    return error;
}

void Statement::reset() {
    sqlite3_reset(handle_.get());
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_.get(), column);
}

std::string_view Statement::bytes(int column) const {
    const auto* begin = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
    return {begin ? begin : "", static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

Result<Database> Database::open(const std::filesystem::path& file, const std::string& vfs) {
    sqlite3* opened = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
    const int code = sqlite3_open_v2(file.c_str(), &opened, flags, vfs.empty() ? nullptr : vfs.c_str());
    Database database(opened);
    if (code != SQLITE_OK) return failure(opened, code);
    sqlite3_busy_timeout(opened, k_patience_ms);
    sqlite3_extended_result_codes(opened, 1);
    // What the screen confirms has been fsynced. With a write-ahead log EXTRA is FULL: the log is synced at
    // every commit. Before there is one, it syncs the folder too once a rollback journal is removed: one that
    // came back after a power cut would roll the whole evening back (tests/sync/power_cut_test.cpp found it).
    if (auto set = database.run("PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON"); !set)
        return tl::unexpected(set.error());
    if (auto set = use_log(database); !set) return tl::unexpected(set.error());
    return database;
}

Result<void> Database::run(const std::string& sql) {
    const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return failure(handle_.get(), code);
    return {};
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (code != SQLITE_OK) return failure(handle_.get(), code);
    return Statement(prepared);
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(handle_.get());
}
std::int64_t Database::last_row() const {
    return sqlite3_last_insert_rowid(handle_.get());
}

Result<Transaction> Transaction::begin(Database& database) {
    if (auto begun = database.run("BEGIN IMMEDIATE"); !begun) return tl::unexpected(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
    if (database_) [[maybe_unused]]
        const auto undone = database_->run("ROLLBACK");
}

Result<void> Transaction::commit() {
    auto done = database_->run("COMMIT");
    if (done) database_ = nullptr;
    return done;
}

}  // namespace welcome::sync
