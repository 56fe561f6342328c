#include "tools/membershipd/server.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <condition_variable>
#include <ctime>
#include <mutex>

#include "sync/upload/gzip.h"
#include "tools/membershipd/connection.h"
#include "tools/membershipd/forwarded.h"

namespace welcome::tools::membershipd {
namespace {

constexpr int k_threads = 128;         // a client holds one; a hall has tens of tablets
constexpr int k_most_requests = 1000;  // of one connection

bool is_one_of(const std::vector<std::string>& addresses, const std::string& one) {
    const auto address = read_address(one);
    return address && std::find(addresses.begin(), addresses.end(), *address) != addresses.end();
}

// The library's server over connections of ours, which end slow clients; with or without TLS.
class PatientServer : public httplib::Server {
  public:
    PatientServer(const Patience& patience, TlsContext tls, std::vector<std::string> balancers)
        : patience_(patience), tls_(std::move(tls)), balancers_(std::move(balancers)) {}

  private:
    bool process_and_close_socket(int socket) override {
        Connection connection(socket, patience_, tls_.get());
        const auto address = connection.address();
        // Everybody comes through a balancer: it counts its own clients' connections.
        const bool is_balancer = is_one_of(balancers_, address);
        const auto place = is_balancer ? Places::Place() : places_.enter(address);
        if (!place && !is_balancer) return false;
        serve(connection);
        return true;
    }

    void serve(Connection& connection) {
        const auto stopped = [this] { return svr_sock_ == INVALID_SOCKET; };
        if (!connection.shake_hands()) return;
        bool closed = false;
        for (int left = k_most_requests; left > 0 && !closed; --left) {
            if (!connection.wait_for_request(stopped)) return;
            if (!process_request(connection, left == 1, closed, [](httplib::Request&) {})) return;
        }
    }

    Patience patience_;
    TlsContext tls_;
    std::vector<std::string> balancers_;
    Places places_;
};

// By the browser's own word, or because page and address have one name.
bool is_same_site(const httplib::Request& request) {
    const auto origin = request.get_header_value("Origin");
    const auto at = origin.find("://");
    return request.get_header_value("Sec-Fetch-Site") == "same-origin" ||
           (at != std::string::npos && origin.substr(at + 3) == request.get_header_value("Host"));
}

Asked asked_of(const httplib::Request& request, const Listen& listen) {
    Asked asked{.method = request.method,
                .path = request.path,
                .target = request.target,
                .query = {},
                .authorization = {},
                .accept = {},
                .body = {}};
    asked.address = client_address(request.remote_addr, request.get_header_value("X-Forwarded-For"),
                                   listen.trusted_proxies);
    asked.is_tls = listen.tls_cert.has_value() || (is_one_of(listen.trusted_proxies, request.remote_addr) &&
                                                   request.get_header_value("X-Forwarded-Proto") == "https");
    const auto cookie = request.get_header_value("Cookie");
    if (const auto at = cookie.find("session="); at != std::string::npos)
        asked.session = cookie.substr(at + 8, cookie.find(';', at) - at - 8);
    for (const auto& [name, value] : request.params) asked.query.emplace(name, value);
    asked.authorization = request.get_header_value("Authorization");
    asked.accept = request.get_header_value("Accept");
    asked.proof = {.digest = request.get_header_value("Unencoded-Digest"),
                   .input = request.get_header_value("Signature-Input"),
                   .signature = request.get_header_value("Signature")};
    asked.is_same_site = is_same_site(request);
    return asked;
}

// RFC 9110's Date: by it a tablet with a wrong clock learns when to say it signed.
std::string http_date() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 40> text{};
    std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
    return text.data();
}

void begin_to_tell(const Told& told, httplib::Response& response) {
    response.status = told.status;
    for (const auto& [name, value] : told.headers) response.set_header(name, value);
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Date", http_date());
}

void tell(const Told& told, httplib::Response& response) {
    begin_to_tell(told, response);
    if (told.status != 204 && told.status != 303) response.set_content(told.body, told.type);
}

bool takes_gzip(const httplib::Request& request) {
    return request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
}

// A long answer is packed here: the library would take four times as long.
void tell_packed(const Told& told, const httplib::Request& request, httplib::Response& response) {
    constexpr std::size_t k_long = 1024;
    const bool is_long = told.status == 200 && told.type == "application/json" && told.body.size() >= k_long;
    auto packed = is_long && takes_gzip(request) ? sync::gzip(told.body) : Result<std::string>();
    if (!packed || packed->empty()) return tell(told, response);
    begin_to_tell(told, response);
    response.set_header("Content-Encoding", "gzip");
    response.set_header("Vary", "Accept-Encoding");
    const auto size = packed->size();
    response.set_content_provider(
        size, told.type,
        [bytes = std::move(*packed)](std::size_t from, std::size_t length, httplib::DataSink& sink) {
            return sink.write(bytes.data() + from, length);
        });
}

// Pages that watch. Each holds a thread, so only so many may; a stop wakes them all.
struct Streams {
    static constexpr int k_most = 12;
    std::mutex mutex;
    std::condition_variable woken;
    bool stopping = false;
    int open = 0;

    bool enter() {
        const std::lock_guard lock(mutex);
        if (open == k_most) return false;
        ++open;
        return true;
    }
    void leave() {
        const std::lock_guard lock(mutex);
        --open;
    }
    bool wait() {  // a second; false: the service stops
        std::unique_lock lock(mutex);
        return !woken.wait_for(lock, std::chrono::seconds(1), [&] { return stopping; });
    }
    void stop() {
        const std::lock_guard lock(mutex);
        stopping = true;
        woken.notify_all();
    }
};

// The same question again every second, told again where the answer has changed, and at times although not.
void stream(Api& api, Streams& streams, const Asked& asked, const Told& first, httplib::Response& response) {
    if (!streams.enter()) {
        auto told = problem(503, "streams", "Too many pages watch already.");
        told.headers.emplace_back("Retry-After", "30");
        return tell(told, response);
    }
    for (const auto& [name, value] : first.headers) response.set_header(name, value);
    const auto more = [&api, &streams, asked, told = first.body, rounds = 0](
                          std::size_t, httplib::DataSink& sink) mutable {
        constexpr int k_silent_rounds = 15;
        if (rounds++ == 0) return sink.write(told.data(), told.size());
        if (!streams.wait() || !sink.is_writable()) return false;
        auto next = api.serve(asked);
        if (next.status != 200) return false;
        const auto same = [](const std::string& text) {
            return text.substr(std::min(text.find(','), text.size()));
        };
        if (same(next.body) == same(told) && rounds % k_silent_rounds != 0) return true;
        told = std::move(next.body);
        return sink.write(told.data(), told.size());
    };
    response.set_chunked_content_provider(first.type, more, [&streams](bool) { streams.leave(); });
}

bool is_known_encoding(const std::string& encoding) {
    return encoding.empty() || encoding == "gzip" || encoding == "identity";
}

// The library unpacks gzip as it reads; the count is kept here, so that a bomb stops early.
void take_in(Api& api, const Listen& listen, const httplib::Request& request, httplib::Response& response,
             const httplib::ContentReader& read) {
    if (!is_known_encoding(request.get_header_value("Content-Encoding"))) {
        auto told = problem(415, "encoding", "Send the body as it is or as gzip.");
        told.headers.emplace_back("Accept-Encoding", "gzip");
        return tell(told, response);
    }
    if (request.is_multipart_form_data()) return tell(problem(415, "form", "Send JSON."), response);
    auto asked = asked_of(request, listen);
    bool too_large = false;
    const bool whole = read([&](const char* bytes, std::size_t length) {
        too_large = asked.body.size() + length > k_most_inflated_bytes;
        if (!too_large) asked.body.append(bytes, length);
        return !too_large;
    });
    if (too_large || response.status == 413) {
        return tell(problem(413, "max-bytes", "A body has at most 1 MiB, and 8 MiB once unpacked."),
                    response);
    }
    if (!whole) return tell(problem(400, "body", "The body ended early or is no gzip."), response);
    tell_packed(api.serve(asked), request, response);
}

// A browser says which site a page is of, and under which name it found this address (DNS rebinding).
bool is_of_this_machine(const httplib::Request& request) {
    if (request.has_header("Origin") && request.get_header_value("Sec-Fetch-Site") != "same-origin")
        return false;
    auto named = request.get_header_value("Host");
    if (const auto port = named.rfind(':'); port != std::string::npos && named.find(']', port) == named.npos)
        named.resize(port);
    if (named.starts_with('[') && named.ends_with(']')) named = named.substr(1, named.size() - 2);
    return is_loopback(named);
}

void refuse_others(httplib::Server& server) {
    server.set_pre_routing_handler([](const auto& request, auto& response) {
        if (is_of_this_machine(request)) return httplib::Server::HandlerResponse::Unhandled;
        tell(problem(403, "this-machine", "This service answers only the programs of its own machine."),
             response);
        return httplib::Server::HandlerResponse::Handled;
    });
}

void refuse_in_words(const httplib::Request&, httplib::Response& response) {
    if (!response.body.empty() || response.status == 204) return;
    const int status = response.status < 400 ? 400 : response.status;
    tell(problem(status, "http", "The request was not taken."), response);
}

}  // namespace

struct Server::Inside {
    Listen listen;
    std::unique_ptr<Streams> streams = std::make_unique<Streams>();
    std::unique_ptr<httplib::Server> server;
};

Server::Server(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Server::~Server() = default;
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;

std::optional<Listen> read_listen(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    Listen listen{.host = std::string(text.substr(0, colon)), .port = 0, .tls_cert = {}, .tls_key = {}};
    const auto* end = text.data() + text.size();
    const auto [rest, fault] = std::from_chars(text.data() + colon + 1, end, listen.port);
    if (fault != std::errc{} || rest != end || listen.port < 0 || listen.port > 65535) return std::nullopt;
    if (listen.host.starts_with('[') && listen.host.ends_with(']')) {
        listen.host = listen.host.substr(1, listen.host.size() - 2);
    }
    return listen;
}

bool is_loopback(const std::string& host) {
    in_addr v4{};
    in6_addr v6{};
    if (::inet_pton(AF_INET, host.c_str(), &v4) == 1) return (ntohl(v4.s_addr) >> 24U) == 127;
    if (::inet_pton(AF_INET6, host.c_str(), &v6) == 1) return IN6_IS_ADDR_LOOPBACK(&v6);
    return host == "localhost";
}

Result<Server> Server::open(const Listen& listen, Api& api) {
    auto inside = std::make_unique<Inside>();
    inside->listen = listen;
    TlsContext tls;
    if (listen.tls_cert && listen.tls_key) {
        tls = open_tls(*listen.tls_cert, *listen.tls_key);
        if (!tls) return sync::fail(sync::Fault::unreadable, "the TLS certificate and key do not fit");
    }
    inside->server = std::make_unique<PatientServer>(Patience{.request = listen.request_patience},
                                                     std::move(tls), listen.trusted_proxies);
    auto& server = *inside->server;
    server.new_task_queue = [] { return new httplib::ThreadPool(k_threads); };  // The library takes it over.
    server.set_payload_max_length(k_most_body_bytes);
    server.set_tcp_nodelay(true);
    if (listen.only_this_machine) refuse_others(server);
    const auto take = [&api, listen](const auto& request, auto& response, const auto& read) {
        take_in(api, listen, request, response, read);
    };
    server.Post(".*", take).Put(".*", take).Patch(".*", take).Delete(".*", take);
    server.Get(".*", [&api, listen, streams = inside->streams.get()](const auto& request, auto& response) {
        const auto asked = asked_of(request, listen);
        const auto told = api.serve(asked);
        if (told.type == "text/event-stream")
            stream(api, *streams, asked, told, response);
        else
            tell_packed(told, request, response);
    });
    server.set_error_handler(httplib::Server::Handler(refuse_in_words));
    server.set_exception_handler([](const auto&, auto& response, const std::exception_ptr&) {
        tell(problem(500, "failed", "The service failed at this request."), response);
    });
    // Also keeps two processes from sharing one port, which the library's default allows.
    server.set_socket_options([](socket_t socket) {
        const int yes = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    const bool bound = listen.port == 0 ? (inside->listen.port = server.bind_to_any_port(listen.host)) > 0
                                        : server.bind_to_port(listen.host, listen.port);
    if (!bound) return sync::fail(sync::Fault::unreachable, "the address is taken or not of this machine");
    return Server(std::move(inside));
}

std::string Server::url() const {
    const bool is_v6 = inside_->listen.host.find(':') != std::string::npos;
    const auto host = is_v6 ? '[' + inside_->listen.host + ']' : inside_->listen.host;
    return (inside_->listen.tls_cert ? "https://" : "http://") + host + ':' +
           std::to_string(inside_->listen.port);
}

void Server::run() {
    inside_->server->listen_after_bind();
}
void Server::stop() {
    inside_->streams->stop();
    inside_->server->stop();
}

}  // namespace welcome::tools::membershipd
