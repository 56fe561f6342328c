#include "tools/kioskctl/connector_run.h"

#include <array>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/session/attendance.h"
#include "tools/connectors/csv_profile.h"
#include "tools/connectors/run.h"
#include "tools/connectors/targets.h"

namespace welcome::tools::kioskctl {

namespace {

namespace to = connectors;
using nlohmann::ordered_json;

constexpr std::array k_outcomes = {
    to::Outcome::will_update,  to::Outcome::will_create, to::Outcome::needs_review,
    to::Outcome::cannot_send,  to::Outcome::skipped,     to::Outcome::sent,
    to::Outcome::already_sent, to::Outcome::failed,      to::Outcome::undone};

bool needs_a_look(to::Outcome outcome) {
    return outcome == to::Outcome::needs_review || outcome == to::Outcome::cannot_send ||
           outcome == to::Outcome::failed;
}

ordered_json json_of(const to::Line& line) {
    ordered_json object = {{"person", line.record->person},
                           {"full_name", line.record->full_name},
                           {"outcome", to::text_of(line.outcome)}};
    if (!line.why.empty()) object["why"] = line.why;
    if (!line.remote.empty()) object["remote"] = line.remote;
    for (const auto& candidate : line.candidates)
        object["candidates"].push_back({{"id", candidate.id}, {"name", candidate.name}});
    return object;
}

// The words that every upload has, and the connectors' own.
ordered_json json_of(const to::Report& report, const ConnectorOptions& options) {
    ordered_json all = {
        {"sent", report.count(to::Outcome::sent)},
        {"accepted", report.count(to::Outcome::sent)},
        {"duplicate", report.count(to::Outcome::already_sent)},
        {"rejected", report.count(to::Outcome::failed) + report.count(to::Outcome::cannot_send)},
        {"dry_run", options.dry_run}};
    for (const auto outcome : k_outcomes) {
        if (outcome != to::Outcome::sent) all[std::string(to::text_of(outcome))] = report.count(outcome);
    }
    all["stopped"] = report.stopped;
    all["lines"] = ordered_json::array();
    for (const auto& line : report.lines) all["lines"].push_back(json_of(line));
    return all;
}

void print(const to::Report& report, const ConnectorOptions& options) {
    if (options.json) {
        std::cout << json_of(report, options).dump(-1, ' ', false, ordered_json::error_handler_t::replace)
                  << "\n";
        return;
    }
    for (const auto outcome : k_outcomes) {
        if (const auto count = report.count(outcome); count > 0)
            std::cout << to::text_of(outcome) << "\t" << count << "\n";
    }
    for (const auto& line : report.lines) {
        if (!needs_a_look(line.outcome)) continue;
        std::cout << to::text_of(line.outcome) << "\t" << line.record->person << "\t"
                  << line.record->full_name << "\t" << line.why << "\n";
        for (const auto& candidate : line.candidates)
            std::cout << "\t\t" << candidate.id << "\t" << candidate.name << "\n";
    }
}

Outcome write_errors(const to::Report& report, const std::string& file) {
    std::vector<std::vector<std::string>> rows = {{"person", "full_name", "outcome", "error_text"}};
    for (const auto& line : report.lines) {
        if (needs_a_look(line.outcome))
            rows.push_back({line.record->person, line.record->full_name,
                            std::string(to::text_of(line.outcome)), line.why});
    }
    auto written =
        kiosk::session::write_whole_file(file, kiosk::session::csv_text(rows), true);  // it names people
    if (!written) return refuse(written.error());
    return {};
}

tl::expected<to::Settings, std::string> settings_for(const Session& session,
                                                     const ConnectorOptions& options) {
    const auto file =
        options.settings.empty() ? (session.folder().path / "connectors.toml").string() : options.settings;
    return to::read_settings(file, options.to, options.profile);
}

std::string place_of(const to::Settings& settings) {
    return settings.target + "/" + settings.event;
}

}  // namespace

Outcome run_connector(Session& session, const ConnectorOptions& options) {
    const auto settings = settings_for(session, options);
    if (!settings) return refuse(settings.error());
    auto target = to::make_target(*settings);
    if (!target) return refuse(target.error());
    const auto records = to::records_of(session.state(), session.event_id());
    to::Ledger ledger(session.journal(), place_of(*settings));
    const auto report = options.dry_run ? to::rehearse(**target, records, ledger)
                        : options.undo  ? to::undo(**target, records, ledger)
                                        : to::send(**target, records, ledger);
    print(report, options);
    if (!options.errors.empty()) {
        if (auto written = write_errors(report, options.errors); !written) return written;
    }
    if (!report.stopped.empty()) return refuse(report.stopped);
    return {};
}

Outcome write_profile_csv(const Session& session, const std::string& file, const ConnectorOptions& options) {
    const auto* profile = to::csv_profile_named(options.profile);
    if (!profile && !options.profile.empty()) {
        std::string known;
        for (const auto& one : to::csv_profiles()) known += (known.empty() ? "" : ", ") + one.name;
        return refuse("there is no CSV profile " + options.profile + "; there are " + known);
    }
    const auto records = to::records_of(session.state(), session.event_id());
    // Without a profile it is the list that `kioskctl attendance --format csv` gives.
    const auto csv = profile
                         ? to::write_csv(*profile, records)
                         : to::CsvFile{kiosk::session::attendance_csv(session.state()), records.size(), 0};
    if (!options.dry_run) {
        auto written = kiosk::session::write_whole_file(file, csv.text, true);  // it names people
        if (!written) return refuse(written.error());
    }
    const ordered_json all = {{"sent", csv.rows}, {"accepted", csv.rows},     {"duplicate", 0},
                              {"rejected", 0},    {"left_out", csv.left_out}, {"dry_run", options.dry_run}};
    if (options.json) {
        std::cout << all.dump() << "\n";
    } else {
        std::cout << "rows\t" << csv.rows << "\nleft_out\t" << csv.left_out << "\n";
    }
    return {};
}

void add_review_command(CLI::App& app, Run& run) {
    auto* command = app.add_subcommand("review", "decide who somebody is at a service that was not sure");
    auto where = add_event_options(*command);
    auto options = std::make_shared<ConnectorOptions>();
    auto person = std::make_shared<std::string>();
    auto same = std::make_shared<std::string>();
    auto different = std::make_shared<bool>(false);
    auto skip = std::make_shared<bool>(false);
    command->add_option("--to", options->to, "action-network, civicrm or everyaction")->required();
    command->add_option("--profile", options->profile, "which section of the settings");
    command->add_option("--settings", options->settings,
                        "the settings file; DIR/connectors.toml if left out");
    command->add_option("--person", *person, "whom the decision is about, by our id")->required();
    auto* choice = command->add_option_group("decision");
    choice->add_option("--same", *same, "it is the person of this id there");
    choice->add_flag("--different", *different, "it is somebody new to them");
    choice->add_flag("--skip", *skip, "send nothing of this person");
    choice->require_option(1);
    command->callback([=, &run] {
        run = [=]() -> Outcome {
            if (!to::is_target(options->to)) return refuse(options->to + " has no connector");
            auto session = open_event(*where);
            if (!session) return refuse(session.error());
            const auto settings = settings_for(**session, *options);
            if (!settings) return refuse(settings.error());
            to::Ledger ledger((*session)->journal(), place_of(*settings));
            for (const auto& record : to::records_of((*session)->state(), (*session)->event_id())) {
                if (record.person != *person) continue;
                auto progress = ledger.of(record);
                progress.decision = !same->empty() ? "same:" + *same : *different ? "different" : "skip";
                if (auto kept = ledger.keep(record, progress); !kept) return refuse(kept.error());
                return {};
            }
            return refuse("nobody of that id is in; take it from the list of `kioskctl upload --dry-run`");
        };
    });
}

}  // namespace welcome::tools::kioskctl
