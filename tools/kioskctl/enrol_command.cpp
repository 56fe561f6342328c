// kioskctl enrol: this device's own token at a membership service, and the event made known there.

#include <fstream>
#include <iostream>

#include "kiosk/session/service_token.h"
#include "tools/kioskctl/service_calls.h"

namespace welcome::tools::kioskctl {

namespace {

struct EnrolOptions {
    std::string to, organiser_token_file, code_file;
};

// The service's token file has lines `organiser=…` and `enrol=…`; a file with the bare secret will do too.
tl::expected<std::string, std::string> secret_in(const std::string& file, const std::string& name) {
    if (file.empty()) return std::string();
    if (file == "-") return read_secret(file);
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with(name + "=")) return line.substr(name.size() + 1);
    }
    return read_secret(file);
}

Outcome enrol(const EventOptions& where, const EnrolOptions& options) {
    const auto url = service_url(options.to);
    if (!url) return refuse(options.to + " is no address; write it like https://members.example.org");
    const auto organiser = secret_in(options.organiser_token_file, "organiser");
    if (!organiser) return refuse(organiser.error());
    const auto code = secret_in(options.code_file, "enrol");
    if (!code) return refuse(code.error());
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    auto service = service_at(*url, *organiser);
    if (!service) return refuse(service.error());

    const auto token = enrol_at(*service, **session, *code);
    if (!token) return refuse(token.error());
    auto kept = kiosk::session::write_service_token(**session, {*url, *token});
    if (!kept) return refuse(kept.error());
    std::cout << (*session)->journal().device().text() << "\n";
    if (!code->empty()) return {};  // A tablet among others: the organiser's own machine makes the event.
    return make_event_at(*service, **session);
}

}  // namespace

void add_enrol_command(CLI::App& app, Run& run) {
    auto* command =
        app.add_subcommand("enrol", "let this device send to a membership service; prints its id");
    auto where = add_event_options(*command);
    auto options = std::make_shared<EnrolOptions>();
    command->add_option("--to", options->to, "the service's address")->required();
    auto* organiser = command->add_option("--organiser-token-file", options->organiser_token_file,
                                          "the organiser's token, which may also make the event there");
    command->add_option("--code-file", options->code_file, "the enrolment code that the organiser gave out")
        ->excludes(organiser);
    command->callback([=, &run] { run = [=] { return enrol(*where, *options); }; });
}

}  // namespace welcome::tools::kioskctl
