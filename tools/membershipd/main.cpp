// membershipd, the reference membership service.

#include <CLI/CLI.hpp>
#include <condition_variable>
#include <csignal>
#include <iostream>
#include <mutex>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <thread>

#include "sync/keys.h"
#include "tools/membershipd/forwarded.h"
#include "tools/membershipd/server.h"
#include "tools/membershipd/sql_store.h"

namespace welcome::tools::membershipd {
namespace {

struct Options {
    std::string listen = "127.0.0.1:8080";
    std::string store, token_file, tls_cert, tls_key;
    std::vector<std::string> trusted_proxies;
    int request_patience = 30;
    bool verbose = false;
};

int refuse(const std::string& sentence) {
    std::cerr << "membershipd: " << sentence << '\n';
    return 1;
}

int misuse(const std::string& sentence) {
    std::cerr << "membershipd: " << sentence << " Try --help.\n";
    return 2;
}

void describe(CLI::App& app, Options& options) {
    app.set_version_flag("--version", "membershipd " WELCOME_VERSION);
    app.add_option("--listen", options.listen, "Address and port; port 0 takes a free one")
        ->capture_default_str();
    app.add_option("--store", options.store, "sqlite:FILE or postgresql://…")->required();
    app.add_option("--token-file", options.token_file,
                   "Organiser's token; made if missing. Without it: open to this machine's programs");
    auto* cert = app.add_option("--tls-cert", options.tls_cert, "Certificate chain, PEM");
    auto* key = app.add_option("--tls-key", options.tls_key, "Its private key, PEM");
    cert->needs(key);
    key->needs(cert);
    app.add_option("--trusted-proxy", options.trusted_proxies,
                   "Address of a load balancer whose X-Forwarded-For and X-Forwarded-Proto are believed; "
                   "may be given again");
    app.add_option("--request-patience", options.request_patience,
                   "Seconds in which a request has to be whole, however slowly it comes")
        ->capture_default_str()
        ->check(CLI::Range(1, 600));
    app.add_flag("--verbose", options.verbose, "Log each request's route and status");
}

// SIGTERM and SIGINT are blocked in every thread and waited for in one, so that stopping is no handler's job.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGUSR1}) sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

// Keeps the plain tables a second or so behind the facts, whatever the database does meanwhile.
void keep_tables(Api& api, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any woken;
    bool went_well = true;
    while (!stop.stop_requested()) {
        const auto done = api.project(stop);
        if (!done && went_well) spdlog::warn(R"("message":"the plain tables wait for the database")");
        went_well = done.has_value();
        std::unique_lock lock(mutex);
        woken.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
    }
}

int serve(Server& server, Api& api, const sigset_t& signals) {
    const std::jthread tables([&api](const std::stop_token& stop) { keep_tables(api, stop); });
    std::jthread waiting([&server, signals] {
        int signal = 0;
        sigwait(&signals, &signal);
        server.stop();
    });
    std::cout << "listening on " << server.url() << std::endl;
    server.run();
    pthread_kill(waiting.native_handle(), SIGUSR1);  // Where the server ended by itself.
    spdlog::info(R"("message":"stopped")");
    return 0;
}

// Without secrets, every program of this machine may use the service; no other machine reaches it.
Result<Gate> open_gate(const Options& options, Listen& listen) {
    if (!options.token_file.empty()) {
        auto secrets = open_token_file(options.token_file);
        if (!secrets) return tl::unexpected(secrets.error());
        return Gate(*secrets);
    }
    if (!is_loopback(listen.host)) {
        return sync::fail(sync::Fault::refused,
                          listen.host + " can be reached by other machines; give --token-file");
    }
    listen.only_this_machine = true;
    std::cerr << "membershipd: no --token-file, so every program of this machine may use this service."
              << std::endl;
    return Gate::open_to_this_machine();
}

int run(const Options& options) {
    constexpr std::string_view k_sqlite = "sqlite:";
    const bool embedded = options.store.starts_with(k_sqlite) && options.store.size() > k_sqlite.size();
    if (!embedded && !options.store.starts_with("postgresql://") &&
        !options.store.starts_with("postgres://")) {
        return misuse("--store takes sqlite:FILE or postgresql://….");
    }
    auto listen = read_listen(options.listen);
    if (!listen) return misuse("--listen takes HOST:PORT.");
    if (!options.tls_cert.empty()) listen->tls_cert = options.tls_cert, listen->tls_key = options.tls_key;

    listen->request_patience = std::chrono::seconds(options.request_patience);
    for (const auto& text : options.trusted_proxies) {
        const auto address = read_address(text);
        if (!address) return misuse("--trusted-proxy takes an IP address; " + text + " is none.");
        listen->trusted_proxies.push_back(*address);
    }
    const auto signals = block_stop_signals();
    if (auto ready = sync::init_crypto(); !ready) return refuse("libsodium did not start.");
    auto gate = open_gate(options, *listen);
    if (!gate) return refuse(gate.error().detail + '.');
    auto store = open_store(options.store);
    if (!store) return refuse("the store cannot be opened: " + store.error().detail + '.');
    const auto clock = [] {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    };
    auto service = Service::open(std::move(*store), clock);
    if (!service) return refuse("the store cannot be read: " + service.error().detail + '.');
    Api api(std::move(*service), std::move(*gate));
    auto server = Server::open(*listen, api);
    if (!server) return refuse("cannot listen on " + options.listen + ": " + server.error().detail + '.');
    return serve(*server, api, signals);
}

}  // namespace
}  // namespace welcome::tools::membershipd

int main(int argc, char** argv) {
    welcome::tools::membershipd::Options options;
    CLI::App app("The reference membership service: takes facts from tablets and tells the attendance.",
                 "membershipd");
    welcome::tools::membershipd::describe(app, options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    spdlog::set_default_logger(spdlog::stderr_logger_mt("membershipd"));
    // One JSON object a line; what is logged is members of it.
    spdlog::set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})",
                        spdlog::pattern_time_type::utc);
    spdlog::set_level(options.verbose ? spdlog::level::debug : spdlog::level::info);
    return welcome::tools::membershipd::run(options);
}
