// kioskctl upload: the facts to a membership service, or the attendance to a file.

#include <iostream>
#include <nlohmann/json.hpp>

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
};

void print(const UploadCounts& counts, const UploadOptions& options) {
    const nlohmann::ordered_json all = {{"sent", counts.sent},
                                        {"accepted", counts.accepted},
                                        {"duplicate", counts.duplicate},
                                        {"superseded", counts.superseded},
                                        {"needs_review", counts.needs_review},
                                        {"rejected", counts.rejected},
                                        {"already_there", counts.already_there},
                                        {"dry_run", options.dry_run}};
    if (options.json) {
        std::cout << all.dump() << "\n";
        return;
    }
    if (options.dry_run) std::cout << "would be:\n";
    for (const auto& [name, value] : all.items()) {
        if (value.is_number()) std::cout << name << "\t" << value << "\n";
    }
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
    if (!to_target && options.undo) return refuse("--undo is for action-network, civicrm and everyaction");
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
    const auto counts = options.dry_run
                            ? rehearse_upload(**session, address)
                            : upload_all(**session, address, std::chrono::seconds(options.patience));
    if (!counts) return refuse(counts.error());
    print(*counts, options);
    return {};
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
    command->add_flag("--undo", options->undo, "take back what a connector sent, where the service can");
    command->add_option("--patience", options->patience, "seconds without an answer before giving up")
        ->capture_default_str()
        ->check(CLI::Range(1, 3600));
    command->add_flag("--dry-run", options->dry_run, "ask what would happen; keep nothing");
    command->add_flag("--json", options->json, "counts as JSON");
    command->callback([=, &run] { run = [=] { return upload(*where, *options); }; });
}

}  // namespace welcome::tools::kioskctl
