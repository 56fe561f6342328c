// kioskctl enrol: this device's own token at a membership service, and the event made known there.

#include <iostream>

#include "kiosk/session/service_token.h"
#include "tools/kioskctl/service_calls.h"

namespace welcome::tools::kioskctl {

namespace {

struct EnrolOptions {
    std::string to, organiser_token_file;
    int patience = 600;
};

tl::expected<std::string, std::string> fetch_token(sync::HttpClient& service, Session& session,
                                                   const std::string& url, const EnrolOptions& options) {
    return options.organiser_token_file.empty()
               ? enrol_by_code(service, session, url, std::chrono::seconds(options.patience))
               : enrol_by_organiser(service, session);
}

Outcome enrol(const EventOptions& where, const EnrolOptions& options) {
    const auto url = service_url(options.to);
    if (!url) return refuse(options.to + " is no address; write it like https://members.example.org");
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    sync::ServiceAddress address{.url = *url};
    if (options.organiser_token_file.empty()) {
        auto key = (*session)->device_key();
        if (!key) return refuse(key.error());
        address.key = *key;
    } else {
        auto organiser = organiser_token_in(options.organiser_token_file);
        if (!organiser) return refuse(organiser.error());
        address.token = *organiser;
    }
    auto service = service_at(address);
    if (!service) return refuse(service.error());

    const auto token = fetch_token(*service, **session, *url, options);
    if (!token) return refuse(token.error());
    auto kept =
        kiosk::session::write_service_token((*session)->folder().path, (*session)->key(), {*url, *token});
    if (!kept) return refuse(kept.error());
    std::cout << (*session)->journal().device().text() << "\n";
    if (address.token.empty())
        return {};  // A tablet among others: the organiser's own machine makes the event.
    return make_event_at(*service, **session);
}

}  // namespace

void add_enrol_command(CLI::App& app, Run& run) {
    auto* command =
        app.add_subcommand("enrol", "let this device send to a membership service; prints its id");
    auto where = add_event_options(*command);
    auto options = std::make_shared<EnrolOptions>();
    command->add_option("--to", options->to, "the service's address")->required();
    command->add_option("--organiser-token-file", options->organiser_token_file,
                        "the organiser's token, which may also make the event there; without it the "
                        "organiser types the code that this tablet shows");
    command->add_option("--patience", options->patience, "seconds to wait for that")
        ->capture_default_str()
        ->check(CLI::Range(1, 3600));
    command->callback([=, &run] { run = [=] { return enrol(*where, *options); }; });
}

}  // namespace welcome::tools::kioskctl
