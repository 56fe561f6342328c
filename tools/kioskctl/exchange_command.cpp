// kioskctl exchange: shares an event's facts with the tablets of this network, without a screen, until it is
// ended. For a laptop that passes facts on, or keeps a copy of the evening.

#include <csignal>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include "kiosk/session/machine_name.h"
#include "sync/exchange/exchange_worker.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

struct ExchangeOptions {
    std::string listen, name;
    std::vector<std::string> peers;
    bool no_discovery = false;
    int look_every = 250;
};

// Before any thread is made, so that all of them leave the signal to the one that waits.
sigset_t hold_endings() {
    sigset_t endings;
    ::sigemptyset(&endings);
    ::sigaddset(&endings, SIGTERM);
    ::sigaddset(&endings, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &endings, nullptr);
    return endings;
}

double cpu_seconds() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

// What this run did, as one JSON line.
void print(const sync::ExchangeNews& news) {
    nlohmann::ordered_json refused = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < sync::k_kinds_of_refusal; ++i)
        refused[sync::word_for(static_cast<sync::Refused>(i))] = news.exchange.refusals.counts[i];
    nlohmann::ordered_json tablets = nlohmann::ordered_json::array();
    for (const auto& tablet : news.exchange.tablets)
        tablets.push_back({{"name", tablet.name},
                           {"device", tablet.device.text()},
                           {"in_touch", tablet.in_touch},
                           {"behind", tablet.behind},
                           {"ahead", tablet.ahead}});
    std::cout << nlohmann::ordered_json({{"facts_in", news.exchange.facts_in},
                                         {"facts_out", news.exchange.facts_out},
                                         {"bytes_in", news.exchange.bytes_in},
                                         {"bytes_out", news.exchange.bytes_out},
                                         {"cpu_seconds", cpu_seconds()},
                                         {"refused", std::move(refused)},
                                         {"tablets", std::move(tablets)}})
                     .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
              << "\n";
}

Outcome exchange(const EventOptions& where, const ExchangeOptions& options) {
    const auto endings = hold_endings();
    sync::ExchangePlaces places{.peers = options.peers, .discovers = !options.no_discovery};
    if (!options.listen.empty()) {
        places.listen = sync::HostPort::parse(options.listen);
        if (!places.listen) return refuse(options.listen + " is no [HOST:]PORT");
    }
    for (const auto& peer : options.peers) {
        if (const auto read = sync::HostPort::parse(peer); !read || read->host.empty())
            return refuse(peer + " is no HOST:PORT");
    }
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    auto device = (*session)->device_key();
    if (!device) return refuse(device.error());
    sync::ExchangePace pace;
    pace.look_every = std::chrono::milliseconds(options.look_every);
    sync::ExchangeWorker worker(
        (*session)->journal(), (*session)->event_id(), (*session)->key(),
        {*device, options.name.empty() ? kiosk::session::machine_name() : options.name}, places,
        {.taken_in = [] {}, .changed = [](const auto&) {}}, pace);
    const auto begun = worker.news();
    if (begun.port == 0) return refuse("nobody can reach this machine: " + begun.fault);
    std::cout << "listening on " << begun.port << std::endl;  // at once: whoever started this waits for it
    int ending = 0;
    ::sigwait(&endings, &ending);
    worker.end();
    print(worker.news());
    return {};
}

}  // namespace

void add_exchange_command(CLI::App& app, Run& run) {
    auto* command =
        app.add_subcommand("exchange", "share facts with the tablets of this network until ended");
    auto where = add_event_options(*command);
    auto options = std::make_shared<ExchangeOptions>();
    command->add_option("--listen", options->listen,
                        "[HOST:]PORT for other tablets; else 7411, or any free one");
    command->add_option("--peer", options->peers, "another tablet, HOST:PORT; may be repeated");
    command->add_option("--name", options->name, "what others call this machine; else its host name");
    command
        ->add_option("--look-every", options->look_every,
                     "milliseconds between looks for new facts in the folder")
        ->capture_default_str()
        ->check(CLI::Range(10, 60'000));
    command->add_flag("--no-discovery", options->no_discovery, "listed peers only, without Avahi");
    command->callback([=, &run] { run = [=] { return exchange(*where, *options); }; });
}

}  // namespace welcome::tools::kioskctl
