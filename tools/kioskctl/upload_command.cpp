// kioskctl upload: the facts to a membership service, or the attendance to a file.

#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "kiosk/event/rehearsal_id.h"
#include "kiosk/session/service_token.h"
#include "tools/connectors/targets.h"
#include "tools/kioskctl/connector_run.h"
#include "tools/kioskctl/service_calls.h"
#include "tools/kioskctl/upload_run.h"

namespace welcome::tools::kioskctl {

namespace {

struct UploadOptions : ConnectorOptions {
    int patience = 30;
    std::string organiser_token_file;  // to take something back at a membership service
};

std::vector<std::pair<std::string, std::size_t>> named(const UploadCounts& counts) {
    return {{"sent", counts.sent},
            {"accepted", counts.accepted},
            {"duplicate", counts.duplicate},
            {"superseded", counts.superseded},
            {"needs_review", counts.needs_review},
            {"rejected", counts.rejected},
            {"already_there", counts.already_there}};
}

void print(const UploadCounts& counts, const std::optional<ReceiptFiles>& files,
           const UploadOptions& options) {
    nlohmann::ordered_json all = nlohmann::ordered_json::object();
    for (const auto& [name, value] : named(counts)) all[name] = value;
    all["dry_run"] = options.dry_run;
    if (files) all["receipt"] = {{"json", files->json}, {"pdf", files->pdf}};
    if (options.json) {
        std::cout << all.dump() << "\n";
        return;
    }
    if (options.dry_run) std::cout << "would be:\n";
    for (const auto& [name, value] : named(counts)) std::cout << name << "\t" << value << "\n";
}

// Sends, and writes the receipt.
Outcome send(Session& session, const sync::ServiceAddress& address, const UploadOptions& options) {
    const auto counts = upload_all(session, address, std::chrono::seconds(options.patience));
    if (!counts) return refuse(counts.error());
    const Receipt receipt{
        .to = address.url,
        .unit = "facts",
        .in = counts->in,
        .accepted = counts->settled,
        .counts = named(*counts),
        .differences = counts->differences,
        .batches = counts->batches,
        .undo = counts->batches.empty()
                    ? "nothing was sent this time."
                    : "kioskctl upload --undo with this receipt's .json and the organiser's token. "
                      "People and their consents stay; check-ins and sign-ups go."};
    const auto files = write_receipt_of(session, receipt, options);
    if (!files) return refuse(files.error());
    print(*counts, *files, options);
    return {};
}

Outcome rehearse(Session& session, const sync::ServiceAddress& address, const UploadOptions& options) {
    const auto counts = rehearse_upload(session, address);
    if (!counts) return refuse(counts.error());
    print(*counts, std::nullopt, options);
    return {};
}

Outcome take_back(const EventOptions& where, const std::string& url, const UploadOptions& options) {
    if (options.dry_run) return refuse("--undo takes back at once; leave --dry-run out");
    if (options.receipt.empty()) return refuse("--undo needs --receipt FILE.json, which that upload wrote");
    const auto of = kiosk::session::read_event_file({where.folder});
    if (!of) return refuse(of.error());
    const auto batches = read_receipt_batches(options.receipt, of->event);
    if (!batches) return refuse(batches.error());
    sync::ServiceAddress address{.url = url};
    if (!options.organiser_token_file.empty()) {
        auto token = organiser_token_in(options.organiser_token_file);
        if (!token) return refuse(token.error());
        address.token = *token;
    }
    auto service = service_at(address);
    if (!service) return refuse(service.error());
    const auto counts = undo_batches(*service, *batches);
    if (!counts) return refuse(counts.error());
    const nlohmann::ordered_json all = {
        {"undone", counts->undone}, {"already_undone", counts->already}, {"kept", counts->kept}};
    if (options.json) {
        std::cout << all.dump() << "\n";
    } else {
        for (const auto& [name, value] : all.items()) std::cout << name << "\t" << value << "\n";
    }
    return {};
}

Outcome upload(const EventOptions& where, const UploadOptions& options) {
    constexpr std::string_view csv = "csv:";
    const auto url = service_url(options.to);
    const bool to_file = options.to.starts_with(csv);
    const bool to_target = connectors::is_target(options.to);
    if (!url && !to_file && !to_target)
        return refuse(options.to +
                      " is no address; give http(s)://…, action-network, civicrm, everyaction or csv:FILE");
    if (url && !options.profile.empty())
        return refuse("--profile is for connectors and csv:FILE; leave it out");
    if (to_file && options.undo) return refuse("a file is taken back by deleting it");
    if (url && options.undo) return take_back(where, *url, options);
    if (to_file && options.to.size() == csv.size()) return refuse("csv: names no file; write csv:FILE");
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    if (event::is_rehearsal((*session)->event_id()))
        return refuse("this is a rehearsal with invented people; it is sent to nobody");
    if (to_file) return write_profile_csv(**session, options.to.substr(csv.size()), options);
    if (to_target) return run_connector(**session, options);

    const auto kept = kiosk::session::read_service_token(**session);
    if (!kept) return refuse(kept.error());
    sync::ServiceAddress address;
    address.url = *url;
    if (*kept && (*kept)->url == *url) address.token = (*kept)->token;  // No other service ever sees it.
    auto key = (*session)->device_key();
    if (!key) return refuse(key.error());
    address.key = *key;
    return options.dry_run ? rehearse(**session, address, options) : send(**session, address, options);
}

}  // namespace

void add_upload_command(CLI::App& app, Run& run) {
    auto* command = app.add_subcommand("upload", "send what waits to a membership service, or write a file");
    auto where = add_event_options(*command);
    auto options = std::make_shared<UploadOptions>();
    command
        ->add_option("--to", options->to,
                     "the service's address, action-network, civicrm, everyaction, or csv:FILE")
        ->required();
    command->add_option("--profile", options->profile, "of csv: the columns; of a connector: which settings");
    command->add_option("--settings", options->settings,
                        "a connector's settings; DIR/connectors.toml if left out");
    command->add_option("--errors", options->errors, "a CSV of what did not go through a connector");
    command->add_flag("--undo", options->undo, "take back what was sent, where the service can");
    command->add_option(
        "--receipt", options->receipt,
        "the folder for the receipt; DIR/receipts if left out. With --undo: the .json of the upload "
        "that is taken back");
    command->add_option("--organiser-token-file", options->organiser_token_file,
                        "of a membership service, for --undo");
    command->add_option("--patience", options->patience, "seconds without an answer before giving up")
        ->capture_default_str()
        ->check(CLI::Range(1, 3600));
    command->add_flag("--dry-run", options->dry_run, "ask what would happen; keep nothing");
    command->add_flag("--json", options->json, "counts as JSON");
    command->callback([=, &run] { run = [=] { return upload(*where, *options); }; });
}

}  // namespace welcome::tools::kioskctl
