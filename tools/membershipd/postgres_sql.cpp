#include "tools/membershipd/postgres_sql.h"

#include <array>
#include <charconv>
#include <cstring>
#include <libpq-fe.h>
#include <unordered_map>

namespace welcome::tools::membershipd {
namespace {

using sync::fail;
using sync::Fault;
using sync::Result;

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
    void operator()(PGresult* answer) const { PQclear(answer); }
};
using Connection = std::unique_ptr<PGconn, Finish>;
using Answer = std::unique_ptr<PGresult, Clear>;

bool is_good(const PGresult* answer) {
    const auto status = PQresultStatus(answer);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

class PostgresRow final : public Row {
  public:
    PostgresRow(const PGresult* answer, int row) : answer_(answer), row_(row) {}
    [[nodiscard]] std::int64_t integer(int column) const override {
        std::int64_t number = 0;
        const auto digits = text(column);
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    }
    [[nodiscard]] std::string_view text(int column) const override {
        return {PQgetvalue(answer_, row_, column),
                static_cast<std::size_t>(PQgetlength(answer_, row_, column))};
    }

  private:
    const PGresult* answer_;
    int row_;
};

// PostgreSQL's text holds no NUL; one that a stranger sent is kept as the sign for the unreadable.
std::string text_of(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    auto text = std::get<std::string>(value);
    for (auto at = text.find('\0'); at != text.npos; at = text.find('\0', at))
        text.replace(at, 1, "\xEF\xBF\xBD");
    return text;
}

void append_for_copy(std::string& line, const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    if (!text || text->find_first_of(std::string_view("\0\\\t\n\r", 5)) == std::string::npos) {
        line += text ? *text : std::to_string(std::get<std::int64_t>(value));
        return;
    }
    for (const char c : text_of(value)) {
        switch (c) {
            case '\\':
                line += "\\\\";
                break;
            case '\t':
                line += "\\t";
                break;
            case '\n':
                line += "\\n";
                break;
            case '\r':
                line += "\\r";
                break;
            default:
                line += c;
        }
    }
}

// What each session needs: text that is text, no wait without end, and no commit that is not on disk.
constexpr const char* k_session =
    "SET client_encoding = 'UTF8'; SET client_min_messages = 'warning'; SET lock_timeout = '10s';"
    "SET idle_in_transaction_session_timeout = '30s';"
    "SELECT set_config('synchronous_commit', 'on', false)"
    " WHERE current_setting('synchronous_commit') IN ('off', 'local');";

class PostgresSql final : public Sql {
  public:
    explicit PostgresSql(Connection connection) : connection_(std::move(connection)) {}

    Result<void> greet() {
        // Long texts are packed by the quicker of the two ways, where this PostgreSQL has it.
        const Answer packing(PQexec(connection_.get(), "SET default_toast_compression = 'lz4'"));
        const Answer answer(PQexec(connection_.get(), k_session));
        return is_good(answer.get()) ? Result<void>() : broken();
    }

    Result<void> ask(std::string_view sql, const Values& values, const Read& read) override {
        auto answer = once(sql, values);
        if (!is_good(answer.get())) {
            if (in_transaction_ || !is_lost() || !reached_anew()) return broken();
            answer = once(sql, values);
            if (!is_good(answer.get())) return broken();
        }
        for (int row = 0; row < PQntuples(answer.get()); ++row) read(PostgresRow(answer.get(), row));
        return {};
    }

    Result<void> script(const std::string& sql) override {
        const Answer answer(PQexec(connection_.get(), sql.c_str()));
        return is_good(answer.get()) ? Result<void>() : broken();
    }

    Result<void> insert(std::string_view table, std::span<const Values> rows) override;
    // One statement however many there are, planned anew each time: a plan made while the table was small
    // reads the whole of it later.
    Result<void> remove(std::string_view table, std::string_view column, const std::string& event,
                        std::span<const std::string> ids) override {
        if (ids.empty()) return {};
        std::string list = "{";
        for (const auto& id : ids) list += (list.size() > 1 ? "," : "") + id;
        list += '}';
        const auto sql = "DELETE FROM " + std::string(table) + " WHERE event = $1 AND " +
                         std::string(column) + " = ANY ($2)";
        const std::array<const char*, 2> values{event.c_str(), list.c_str()};
        const Answer answer(
            PQexecParams(connection_.get(), sql.c_str(), 2, nullptr, values.data(), nullptr, nullptr, 0));
        return is_good(answer.get()) ? Result<void>() : broken();
    }

    Result<void> begin() override {
        auto begun = ask("BEGIN", {}, [](const Row&) {});
        in_transaction_ = begun.has_value();
        return begun;
    }
    Result<void> commit() override {
        const Answer answer(PQexec(connection_.get(), "COMMIT"));
        in_transaction_ = false;
        if (!is_good(answer.get())) return broken();
        // A transaction that had failed ends well, by being undone.
        const bool committed = std::strcmp(PQcmdStatus(answer.get()), "COMMIT") == 0;
        return committed ? Result<void>() : fail(Fault::disk_failed, "PostgreSQL undid the transaction");
    }
    void rollback() override {
        const Answer answer(PQexec(connection_.get(), "ROLLBACK"));
        in_transaction_ = false;
    }
    Result<void> lock_schema() override {
        return ask("SELECT pg_advisory_xact_lock(7795327604501)", {}, [](const Row&) {});
    }

  private:
    Answer once(std::string_view sql, const Values& values) {
        std::vector<std::string> texts;
        texts.reserve(values.size());
        for (const auto& value : values) texts.push_back(text_of(value));
        std::vector<const char*> pointers;
        pointers.reserve(texts.size());
        for (const auto& text : texts) pointers.push_back(text.c_str());
        const auto count = static_cast<int>(pointers.size());
        if (const auto name = prepared(std::string(sql), count); !name.empty()) {
            return Answer(
                PQexecPrepared(connection_.get(), name.c_str(), count, pointers.data(), nullptr, nullptr, 0));
        }
        return Answer(PQexecParams(connection_.get(), std::string(sql).c_str(), count, nullptr,
                                   pointers.data(), nullptr, nullptr, 0));
    }
    // The name under which this session knows the statement already parsed; empty: it does not, and the
    // statement's own failure will say why. The few that every request repeats; lists of any length are not
    // among them.
    std::string prepared(const std::string& sql, int values) {
        constexpr int k_most_values = 16;
        if (values > k_most_values) return {};
        if (const auto known = prepared_.find(sql); known != prepared_.end()) return known->second;
        auto name = "s" + std::to_string(prepared_.size());
        const Answer answer(PQprepare(connection_.get(), name.c_str(), sql.c_str(), values, nullptr));
        if (!is_good(answer.get())) return {};
        prepared_.emplace(sql, name);
        return name;
    }
    [[nodiscard]] bool is_lost() const { return PQstatus(connection_.get()) != CONNECTION_OK; }
    bool reached_anew() {
        PQreset(connection_.get());
        prepared_.clear();
        return !is_lost() && greet().has_value();
    }
    [[nodiscard]] Result<void> broken() const {
        std::string words = PQerrorMessage(connection_.get());
        words.erase(std::min(words.find('\n'), words.size()));  // What follows would show values of the row.
        return fail(is_lost() ? Fault::unreachable : Fault::disk_failed, "PostgreSQL: " + words);
    }

    Connection connection_;
    std::unordered_map<std::string, std::string> prepared_;  // statement → its name in this session
    bool in_transaction_ = false;
};

Result<void> PostgresSql::insert(std::string_view table, std::span<const Values> rows) {
    if (rows.empty()) return {};
    const Answer opened(PQexec(connection_.get(), ("COPY " + std::string(table) + " FROM STDIN").c_str()));
    if (PQresultStatus(opened.get()) != PGRES_COPY_IN) return broken();
    std::string lines;
    for (const auto& row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            if (column > 0) lines += '\t';
            append_for_copy(lines, row[column]);
        }
        lines += '\n';
    }
    const bool sent = PQputCopyData(connection_.get(), lines.data(), static_cast<int>(lines.size())) == 1;
    const bool ended = PQputCopyEnd(connection_.get(), sent ? nullptr : "broken off") == 1;
    bool good = sent && ended;
    while (const Answer answer{PQgetResult(connection_.get())}) good = good && is_good(answer.get());
    return good ? Result<void>() : broken();
}

}  // namespace

Result<std::unique_ptr<Sql>> open_postgres(const std::string& address) {
    const std::vector<const char*> names{"dbname", "application_name", "connect_timeout", "tcp_user_timeout",
                                         nullptr};
    const std::vector<const char*> values{address.c_str(), "membershipd", "5", "10000", nullptr};
    Connection connection(PQconnectdbParams(names.data(), values.data(), 1));
    if (PQstatus(connection.get()) != CONNECTION_OK) {
        std::string words = PQerrorMessage(connection.get());
        return fail(Fault::unreachable, "PostgreSQL: " + words.substr(0, words.find('\n')));
    }
    auto sql = std::make_unique<PostgresSql>(std::move(connection));
    if (auto greeted = sql->greet(); !greeted) return tl::unexpected(greeted.error());
    return sql;
}

}  // namespace welcome::tools::membershipd
