#include "tools/kioskctl/connector_run.h"

#include <array>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/session/attendance.h"
#include "tools/connectors/csv_profile.h"
#include "tools/connectors/run.h"
#include "tools/connectors/targets.h"
#include "tools/connectors/truth.h"

namespace welcome::tools::kioskctl {

namespace {

namespace to = connectors;
using nlohmann::ordered_json;

constexpr std::array k_outcomes = {
    to::Outcome::will_update,  to::Outcome::will_create, to::Outcome::needs_review,
    to::Outcome::cannot_send,  to::Outcome::skipped,     to::Outcome::sent,
    to::Outcome::already_sent, to::Outcome::failed,      to::Outcome::undone};

// Of every file alike: whose an email is does not depend on who asks.
constexpr const char* k_csv_place = "csv";
constexpr const char* k_shared_email =
    "several people of this evening share this email, and the service knows people by email alone; decide "
    "with "
    "kioskctl review --to csv";

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

// The counts, and who needs a look.
void print_lines(const to::Report& report) {
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

void print(const to::Report& report, const ordered_json& truth, const std::optional<ReceiptFiles>& files,
           const ConnectorOptions& options) {
    if (options.json) {
        auto all = json_of(report, options);
        all["truth"] = truth;
        if (files) all["receipt"] = {{"json", files->json}, {"pdf", files->pdf}};
        std::cout << all.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << "\n";
        return;
    }
    print_lines(report);
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

Receipt receipt_of(const to::Report& report, std::size_t people, const ConnectorOptions& options) {
    Receipt receipt{.to = options.to,
                    .unit = "people",
                    .in = people,
                    .accepted = report.count(to::Outcome::sent) + report.count(to::Outcome::already_sent),
                    .undo = options.undo ? "sent again by the same command without --undo."
                                         : "kioskctl upload --to " + options.to + " --undo."};
    for (const auto outcome : k_outcomes) {
        if (const auto count = report.count(outcome); count > 0)
            receipt.counts.emplace_back(to::text_of(outcome), count);
    }
    for (const auto& line : report.lines) {
        if (line.outcome != to::Outcome::sent && line.outcome != to::Outcome::already_sent)
            receipt.differences.push_back(
                {line.record->full_name, std::string(to::text_of(line.outcome)), line.why});
    }
    if (!report.stopped.empty())
        receipt.differences.push_back(
            {std::to_string(people - report.lines.size()) + " more", "stopped", report.stopped});
    return receipt;
}

std::size_t anonymous_of(const Session& session) {
    return static_cast<std::size_t>(session.state().count().anonymous);
}

// What the target cannot keep, before anything is sent: on standard error for people, in the JSON for
// programs.
ordered_json tell_truth(const std::vector<to::Truth>& table) {
    auto list = ordered_json::array();
    for (const auto& truth : table) {
        list.push_back({{"what", truth.what},
                        {"kept", to::text_of(truth.kept)},
                        {"how", truth.how},
                        {"people", truth.concerned}});
        if (truth.kept != to::Kept::whole && truth.concerned > 0)
            std::cerr << (truth.kept == to::Kept::lost ? "Not kept there: " : "Kept in another shape: ")
                      << truth.what << " (" << truth.concerned << "): " << truth.how << "\n";
    }
    return list;
}

}  // namespace

tl::expected<std::optional<ReceiptFiles>, std::string> write_receipt_of(Session& session,
                                                                        const Receipt& receipt,
                                                                        const ConnectorOptions& options) {
    if (options.dry_run) return std::optional<ReceiptFiles>();
    const auto folder =
        options.receipt.empty() ? session.folder().path / "receipts" : std::filesystem::path(options.receipt);
    auto files = write_receipt(session, receipt, folder);
    if (!files) return refuse(files.error());
    std::cerr << sum_of(receipt) << ". Receipt: " << files->pdf << "\n";
    return std::optional(std::move(*files));
}

Outcome run_connector(Session& session, const ConnectorOptions& options) {
    const auto settings = settings_for(session, options);
    if (!settings) return refuse(settings.error());
    auto target = to::make_target(*settings);
    if (!target) return refuse(target.error());
    const auto records = to::records_of(session.state(), session.event_id());
    to::Ledger ledger(session.journal(), place_of(*settings));
    const auto truth = options.undo ? ordered_json::array()
                                    : tell_truth(to::truth_table(options.to, records, anonymous_of(session)));
    const auto report = options.dry_run ? to::rehearse(**target, records, ledger)
                        : options.undo  ? to::undo(**target, records, ledger)
                                        : to::send(**target, records, ledger);
    const auto files = write_receipt_of(session, receipt_of(report, records.size(), options), options);
    if (!files) return refuse(files.error());
    print(report, truth, *files, options);
    if (!options.errors.empty()) {
        if (auto written = write_errors(report, options.errors); !written) return written;
    }
    if (!report.stopped.empty()) return refuse(report.stopped);
    return {};
}

Outcome write_profile_csv(Session& session, const std::string& file, const ConnectorOptions& options) {
    const auto* profile = to::csv_profile_named(options.profile);
    if (!profile && !options.profile.empty()) {
        std::string known;
        for (const auto& one : to::csv_profiles()) known += (known.empty() ? "" : ", ") + one.name;
        return refuse("there is no CSV profile " + options.profile + "; there are " + known);
    }
    const auto records = to::records_of(session.state(), session.event_id());
    const auto truth =  // said before anything is written
        profile ? tell_truth(to::truth_table("csv:" + profile->name, records, anonymous_of(session)))
                : ordered_json();
    // Without a profile it is the list that `kioskctl attendance --format csv` gives.
    const to::Ledger ledger(session.journal(), k_csv_place);
    auto csv = to::CsvFile{.text = {}, .rows = records.size(), .needs_review = {}, .skipped = {}};
    if (profile)
        csv = to::write_csv(*profile, records,
                            [&](const to::Record& record) { return ledger.of(record).decision; });
    else
        csv.text = kiosk::session::attendance_csv(session.state());
    if (!options.dry_run) {
        auto written = kiosk::session::write_whole_file(file, csv.text, true);  // it names people
        if (!written) return refuse(written.error());
    }
    Receipt receipt{.to = options.profile.empty() ? "a file" : "a file for " + options.profile,
                    .unit = "people",
                    .in = records.size(),
                    .accepted = csv.rows,
                    .counts = {{"rows", csv.rows},
                               {"left_out", csv.left_out},
                               {"needs_review", csv.needs_review.size()},
                               {"skipped", csv.skipped.size()}},
                    .undo = "delete the file, or undo the import where it was taken in."};
    if (csv.left_out > 0)
        receipt.differences.push_back(
            {std::to_string(csv.left_out) + " people", "left_out",
             "this service knows people by email; they are in the profile people-without-email"});
    to::Report report;
    for (const auto* record : csv.needs_review)
        report.lines.push_back({record, to::Outcome::needs_review, k_shared_email, {}, {}});
    for (const auto* record : csv.skipped)
        report.lines.push_back({record, to::Outcome::skipped, "somebody decided so", {}, {}});
    for (const auto& line : report.lines) {
        receipt.differences.push_back(
            {line.record->full_name, std::string(to::text_of(line.outcome)), line.why});
    }
    const auto files = write_receipt_of(session, receipt, options);
    if (!files) return refuse(files.error());
    ordered_json all = {{"sent", csv.rows},
                        {"accepted", csv.rows},
                        {"duplicate", 0},
                        {"rejected", 0},
                        {"left_out", csv.left_out},
                        {"needs_review", csv.needs_review.size()},
                        {"skipped", csv.skipped.size()},
                        {"dry_run", options.dry_run},
                        {"lines", ordered_json::array()}};
    for (const auto& line : report.lines) all["lines"].push_back(json_of(line));
    if (*files) all["receipt"] = {{"json", (*files)->json}, {"pdf", (*files)->pdf}};
    if (profile) all["truth"] = truth;
    if (options.json) {
        std::cout << all.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << "\n";
    } else {
        std::cout << "rows\t" << csv.rows << "\nleft_out\t" << csv.left_out << "\n";
        print_lines(report);
    }
    if (!options.errors.empty()) {
        if (auto written = write_errors(report, options.errors); !written) return written;
    }
    return {};
}

namespace {

// What somebody says of a person whom a service was not sure of; one of the three.
struct Decided {
    std::string person, same;
    bool different = false, skip = false;
    [[nodiscard]] std::string word() const {
        return !same.empty() ? "same:" + same : different ? "different" : "skip";
    }
};

}  // namespace

void add_review_command(CLI::App& app, Run& run) {
    auto* command = app.add_subcommand("review", "decide who somebody is at a service that was not sure");
    auto where = add_event_options(*command);
    auto options = std::make_shared<ConnectorOptions>();
    auto decided = std::make_shared<Decided>();
    command->add_option("--to", options->to, "action-network, civicrm, everyaction, or csv for every file")
        ->required();
    command->add_option("--profile", options->profile, "which section of the settings");
    command->add_option("--settings", options->settings,
                        "the settings file; DIR/connectors.toml if left out");
    command->add_option("--person", decided->person, "whom the decision is about, by our id")->required();
    auto* choice = command->add_option_group("decision");
    choice->add_option("--same", decided->same, "it is the person of this id there");
    choice->add_flag("--different", decided->different, "it is somebody new to them");
    choice->add_flag("--skip", decided->skip, "send nothing of this person");
    choice->require_option(1);
    command->callback([=, &run] {
        run = [=]() -> Outcome {
            const bool is_csv = options->to == k_csv_place;
            if (!is_csv && !to::is_target(options->to)) return refuse(options->to + " has no connector");
            auto session = open_event(*where);
            if (!session) return refuse(session.error());
            std::string place = k_csv_place;
            if (!is_csv) {
                const auto settings = settings_for(**session, *options);
                if (!settings) return refuse(settings.error());
                place = place_of(*settings);
            }
            to::Ledger ledger((*session)->journal(), place);
            for (const auto& record : to::records_of((*session)->state(), (*session)->event_id())) {
                if (record.person != decided->person) continue;
                auto progress = ledger.of(record);
                progress.decision = decided->word();
                if (auto kept = ledger.keep(record, progress); !kept) return refuse(kept.error());
                return {};
            }
            return refuse("nobody of that id is in; take it from the list of `kioskctl upload --dry-run`");
        };
    });
}

}  // namespace welcome::tools::kioskctl
