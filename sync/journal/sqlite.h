#pragma once
// A thin owner of SQLite's handles: the only header that names them. Bound values always; every failure
// is a Result. Used by the journal and by tools/membershipd's embedded store.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "sync/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace welcome::sync {

class Statement {
  public:
    Statement(Statement&&) noexcept = default;
    Statement& operator=(Statement&&) noexcept = default;

    Statement& bind(int index, std::int64_t value);  // indices start at 1, as SQLite's do
    Statement& bind_text(int index, std::string_view value);
    Statement& bind_blob(int index, std::string_view value);
    Statement& bind_null(int index);

    Result<bool> step();  // true: a row is there; false: done. After false or a failure it is reset.
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;    // columns start at 0
    [[nodiscard]] std::string_view bytes(int column) const;  // text or blob; valid until the next step
    [[nodiscard]] bool is_null(int column) const;

  private:
    friend class Database;
    struct Close {
        void operator()(sqlite3_stmt*) const;
    };
    explicit Statement(sqlite3_stmt* handle) : handle_(handle) {}
    sqlite3_stmt* ready();
    Statement& keep(int code);
    std::unique_ptr<sqlite3_stmt, Close> handle_;
    int bind_failure_ = 0;  // said by the next step
};

class Database {
  public:
    // WAL, synced at every commit (synchronous=EXTRA), foreign keys on, a busy time-out of 5 s. Vfs: empty
    // for the system's own.
    static Result<Database> open(const std::filesystem::path& file, const std::string& vfs = {});

    Result<void> run(const std::string& sql);  // one or more statements without values
    Result<Statement> prepare(std::string_view sql);
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] std::int64_t last_row() const;

  private:
    struct Close {
        void operator()(sqlite3*) const;
    };
    explicit Database(sqlite3* handle) : handle_(handle) {}
    std::unique_ptr<sqlite3, Close> handle_;
};

// BEGIN IMMEDIATE … COMMIT; rolls back unless committed.
class Transaction {
  public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Result<void> commit();

  private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

}  // namespace welcome::sync
