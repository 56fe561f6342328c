#include "tools/connectors/ledger.h"

#include <array>
#include <nlohmann/json.hpp>

#include "tools/connectors/service.h"

namespace welcome::tools::connectors {

namespace {

struct Member {
    const char* name;
    std::string Progress::*text;
};
constexpr std::array k_members = {Member{"done", &Progress::done},
                                  Member{"person", &Progress::person},
                                  Member{"attendance", &Progress::attendance},
                                  Member{"before", &Progress::before},
                                  Member{"decision", &Progress::decision},
                                  Member{"error", &Progress::error}};

}  // namespace

Progress Ledger::of(const Record& record) const {
    Progress progress;
    const auto noted = journal_.noted(name_of(record));
    if (!noted || !*noted) return progress;
    const auto read = nlohmann::json::parse(**noted, nullptr, false);
    if (!read.is_object()) return progress;
    for (const auto& member : k_members) progress.*member.text = text_in(read, member.name);
    progress.undone = read.contains("undone");
    return progress;
}

sync::Result<void> Ledger::keep(const Record& record, const Progress& progress) {
    nlohmann::json written = nlohmann::json::object();
    for (const auto& member : k_members) {
        if (!(progress.*member.text).empty()) written[member.name] = progress.*member.text;
    }
    if (progress.undone) written["undone"] = true;
    return journal_.note(name_of(record),
                         written.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace welcome::tools::connectors
