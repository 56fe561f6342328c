// kioskctl roster import: people from a file, once however often it is read.

#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/roster/import.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

namespace roster = kiosk::roster;

struct ImportOptions {
    std::string file, format = "auto", region = "US";
    bool dry_run = false, json = false;
};

nlohmann::ordered_json lines_json(const std::vector<roster::Refused>& lines) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& one : lines) list.push_back({{"line", one.line}, {"reason", one.reason}});
    return list;
}

void print(const roster::Import& import, const roster::Roster& read, const ImportOptions& options) {
    if (options.json) {
        const nlohmann::ordered_json all = {{"format", roster::text_of(read.format)},
                                            {"read", import.read},
                                            {"new", import.added},
                                            {"changed", import.changed},
                                            {"unchanged", import.unchanged},
                                            {"passed_over", import.passed_over},
                                            {"refused", lines_json(import.refused)},
                                            {"warnings", lines_json(import.warnings)},
                                            {"dry_run", options.dry_run}};
        std::cout << all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
        return;
    }
    std::cout << "read " << import.read << ", new " << import.added << ", changed " << import.changed
              << ", unchanged " << import.unchanged << ", refused " << import.refused.size() << "\n";
    for (const auto& one : import.refused)
        std::cout << "line " << one.line << ": refused: " << one.reason << "\n";
    for (const auto& one : import.warnings) std::cout << "line " << one.line << ": " << one.reason << "\n";
}

Outcome import_roster(const EventOptions& where, const ImportOptions& options) {
    const auto format = roster::read_format(options.format);
    if (!format)
        return refuse(
            "a format is auto, generic, eventbrite, action-network, mobilize, pretix or google-forms");
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto read = roster::read_roster(options.file, *format, (*session)->event_id(), options.region);
    if (!read) return refuse(read.error());
    auto import = roster::import_into((*session)->state(), *read, Session::context());
    if (!options.dry_run) {
        auto kept = (*session)->commit_in_pieces(std::move(import.drafts));
        if (!kept) return refuse(kept.error());
    }
    print(import, *read, options);
    return {};
}

}  // namespace

void add_roster_command(CLI::App& app, Run& run) {
    auto* group = app.add_subcommand("roster", "who is expected")->require_subcommand(1);
    auto* command = group->add_subcommand("import", "take in people from a CSV file");
    auto where = add_event_options(*command);
    auto options = std::make_shared<ImportOptions>();
    command->add_option("file", options->file, "the file")->required();
    command->add_option("--format", options->format,
                        "auto, generic, eventbrite, action-network, mobilize, pretix or google-forms");
    command->add_option("--region", options->region, "the country of phone numbers without one");
    command->add_flag("--dry-run", options->dry_run, "count; write nothing");
    command->add_flag("--json", options->json, "counts as JSON");
    command->callback([=, &run] { run = [=] { return import_roster(*where, *options); }; });
}

}  // namespace welcome::tools::kioskctl
