#include "tools/membershipd/migrate.h"

#include "tools/membershipd/schema.h"

namespace welcome::tools::membershipd {

using sync::Result;

std::vector<std::string> schema_steps() {
    constexpr std::string_view k_mark = "-- step ";
    std::vector<std::string> steps;
    auto text = schema();
    for (auto at = text.find(k_mark); at != text.npos;) {
        const auto next = text.find(k_mark, at + 1);
        steps.emplace_back(text.substr(at, next == text.npos ? next : next - at));
        at = next;
    }
    return steps;
}

Result<void> migrate(Sql& sql, const std::vector<std::string>& steps) {
    SqlTransaction transaction(sql);
    if (auto begun = transaction.begin(); !begun) return begun;
    if (auto locked = sql.lock_schema(); !locked) return locked;
    auto made = sql.script("CREATE TABLE IF NOT EXISTS schema_steps (step BIGINT PRIMARY KEY)");
    if (!made) return made;
    std::size_t taken = 0;
    auto read = [&](const Row& row) { taken = static_cast<std::size_t>(row.integer(0)); };
    if (auto asked = sql.ask("SELECT COALESCE(MAX(step), 0) FROM schema_steps", {}, read); !asked)
        return asked;
    if (taken > steps.size()) {
        return sync::fail(sync::Fault::refused, "a later version of membershipd has changed this database");
    }
    for (; taken < steps.size(); ++taken) {
        if (auto stepped = sql.script(steps[taken]); !stepped) return stepped;
        const auto number = static_cast<std::int64_t>(taken + 1);
        if (auto noted = sql.change("INSERT INTO schema_steps VALUES ($1)", {number}); !noted) return noted;
    }
    return transaction.commit();
}

}  // namespace welcome::tools::membershipd
