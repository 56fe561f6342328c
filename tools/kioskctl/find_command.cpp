// kioskctl find: the volunteer's tolerant search, as JSON lines.

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

struct FindOptions {
    std::string query, queries;
};

void answer(Session& session, const std::string& query) {
    nlohmann::ordered_json results = nlohmann::ordered_json::array();
    for (const auto& found : session.find_index().find(query)) {
        const auto* person = session.state().person(found.person);
        if (!person) continue;
        results.push_back(
            {{"person", person->id.text()}, {"full_name", person->full_name}, {"score", found.score}});
    }
    const nlohmann::ordered_json line = {{"query", query}, {"results", results}};
    std::cout << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
}

Outcome find(const EventOptions& where, const FindOptions& options) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    if (options.queries.empty()) {
        answer(**session, options.query);
        return {};
    }
    std::ifstream in(options.queries);
    if (!in) return refuse(options.queries + " may not be read; give a file with one query a line");
    for (std::string line; std::getline(in, line);) answer(**session, line);
    return {};
}

}  // namespace

void add_find_command(CLI::App& app, Run& run) {
    auto* command = app.add_subcommand("find", "find people by name, phone, email or ticket");
    auto where = add_event_options(*command);
    auto options = std::make_shared<FindOptions>();
    auto* what = command->add_option_group("what")->require_option(1);
    what->add_option("query", options->query, "what to look for");
    what->add_option("--queries", options->queries, "a file with one query a line");
    command->callback([=, &run] { run = [=] { return find(*where, *options); }; });
}

}  // namespace welcome::tools::kioskctl
