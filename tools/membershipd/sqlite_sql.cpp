#include "tools/membershipd/sqlite_sql.h"

#include "sync/journal/sqlite.h"

namespace welcome::tools::membershipd {
namespace {

using sync::Result;

class SqliteRow final : public Row {
  public:
    explicit SqliteRow(const sync::Statement& statement) : statement_(statement) {}
    [[nodiscard]] std::int64_t integer(int column) const override { return statement_.integer(column); }
    [[nodiscard]] std::string_view text(int column) const override { return statement_.bytes(column); }

  private:
    const sync::Statement& statement_;
};

void bind(sync::Statement& statement, const Values& values) {
    for (int index = 1; const auto& value : values) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) statement.bind(index, *number);
        if (const auto* text = std::get_if<std::string>(&value)) statement.bind_text(index, *text);
        ++index;
    }
}

class SqliteSql final : public Sql {
  public:
    explicit SqliteSql(sync::Database database) : database_(std::move(database)) {}

    Result<void> ask(std::string_view sql, const Values& values, const Read& read) override {
        auto statement = database_.prepare(sql);
        if (!statement) return tl::unexpected(statement.error());
        bind(*statement, values);
        while (true) {
            auto more = statement->step();
            if (!more) return tl::unexpected(more.error());
            if (!*more) return {};
            read(SqliteRow(*statement));
        }
    }

    Result<void> script(const std::string& sql) override { return database_.run(sql); }

    Result<void> insert(std::string_view table, std::span<const Values> rows) override {
        if (rows.empty()) return {};
        std::string sql = "INSERT INTO " + std::string(table) + " VALUES (?";
        for (std::size_t i = 1; i < rows.front().size(); ++i) sql += ", ?";
        auto statement = database_.prepare(sql + ')');
        if (!statement) return tl::unexpected(statement.error());
        for (const auto& row : rows) {
            bind(*statement, row);
            if (auto done = statement->step(); !done) return tl::unexpected(done.error());
        }
        return {};
    }

    Result<void> remove(std::string_view table, std::string_view column, const std::string& event,
                        std::span<const std::string> ids) override {
        auto statement = database_.prepare("DELETE FROM " + std::string(table) + " WHERE event = ? AND " +
                                           std::string(column) + " = ?");
        if (!statement) return tl::unexpected(statement.error());
        for (const auto& id : ids) {
            bind(*statement, {event, id});
            if (auto done = statement->step(); !done) return tl::unexpected(done.error());
        }
        return {};
    }

    Result<void> begin() override { return database_.run("BEGIN IMMEDIATE"); }
    Result<void> commit() override {
        auto done = database_.run("COMMIT");
        if (!done) rollback();
        return done;
    }
    void rollback() override { (void)database_.run("ROLLBACK"); }
    Result<void> lock_schema() override { return {}; }  // BEGIN IMMEDIATE keeps every other writer out.

  private:
    sync::Database database_;
};

}  // namespace

Result<std::unique_ptr<Sql>> open_sqlite(const std::filesystem::path& file) {
    auto database = sync::Database::open(file);
    if (!database) return tl::unexpected(database.error());
    return std::make_unique<SqliteSql>(std::move(*database));
}

}  // namespace welcome::tools::membershipd
