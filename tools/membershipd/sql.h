#pragma once
// The little that SqlStore asks of a database. Both dialects read the same statements: values are $1, $2 …
// in the order of their first use, columns BIGINT or TEXT. One owner, one thread at a time.

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sync/result.h"

namespace welcome::tools::membershipd {

using Value = std::variant<std::int64_t, std::string>;
using Values = std::vector<Value>;

class Row {
  public:
    virtual ~Row() = default;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;   // columns start at 0
    [[nodiscard]] virtual std::string_view text(int column) const = 0;  // valid while the row is read
};

class Sql {
  public:
    using Read = std::function<void(const Row&)>;
    virtual ~Sql() = default;

    // Outside a transaction, a database that had gone away is reached anew and asked once more.
    virtual sync::Result<void> ask(std::string_view sql, const Values& values, const Read& read) = 0;
    virtual sync::Result<void> script(const std::string& sql) = 0;  // statements without values
    // Whole rows of one table, in the quickest way the database has.
    virtual sync::Result<void> insert(std::string_view table, std::span<const Values> rows) = 0;
    // The rows of one event whose `column` is one of these ids (letters, digits and dashes), likewise.
    virtual sync::Result<void> remove(std::string_view table, std::string_view column,
                                      const std::string& event, std::span<const std::string> ids) = 0;

    virtual sync::Result<void> begin() = 0;
    virtual sync::Result<void> commit() = 0;  // durable when it returns well
    virtual void rollback() = 0;
    // In a transaction: no other process changes the schema until it ends.
    virtual sync::Result<void> lock_schema() = 0;

    sync::Result<void> change(std::string_view sql, const Values& values) {
        return ask(sql, values, [](const Row&) {});
    }
};

// Rolls back unless committed.
class SqlTransaction {
  public:
    explicit SqlTransaction(Sql& sql) : sql_(sql) {}
    ~SqlTransaction() {
        if (open_) sql_.rollback();
    }
    SqlTransaction(const SqlTransaction&) = delete;
    SqlTransaction& operator=(const SqlTransaction&) = delete;

    sync::Result<void> begin() {
        auto begun = sql_.begin();
        open_ = begun.has_value();
        return begun;
    }
    sync::Result<void> commit() {
        open_ = false;
        return sql_.commit();
    }

  private:
    Sql& sql_;
    bool open_ = false;
};

}  // namespace welcome::tools::membershipd
