#include "tools/membershipd/server.h"

#include <arpa/inet.h>
#include <charconv>
#include <httplib.h>

namespace welcome::tools::membershipd {
namespace {

constexpr int k_threads = 32;  // a slow client holds one; a hall has tens of tablets
constexpr auto k_patience = std::chrono::seconds(10);

Asked asked_of(const httplib::Request& request) {
    Asked asked{.method = request.method,
                .path = request.path,
                .query = {},
                .authorization = {},
                .accept = {},
                .body = {}};
    for (const auto& [name, value] : request.params) asked.query.emplace(name, value);
    asked.authorization = request.get_header_value("Authorization");
    asked.accept = request.get_header_value("Accept");
    return asked;
}

void tell(const Told& told, httplib::Response& response) {
    response.status = told.status;
    for (const auto& [name, value] : told.headers) response.set_header(name, value);
    response.set_header("X-Content-Type-Options", "nosniff");
    if (told.status != 204) response.set_content(told.body, told.type);
}

bool is_known_encoding(const std::string& encoding) {
    return encoding.empty() || encoding == "gzip" || encoding == "identity";
}

// The library unpacks gzip as it reads; the count is kept here, so that a bomb stops early.
void take_in(Api& api, const httplib::Request& request, httplib::Response& response,
             const httplib::ContentReader& read) {
    if (!is_known_encoding(request.get_header_value("Content-Encoding"))) {
        auto told = problem(415, "encoding", "Send the body as it is or as gzip.");
        told.headers.emplace_back("Accept-Encoding", "gzip");
        return tell(told, response);
    }
    if (request.is_multipart_form_data()) return tell(problem(415, "form", "Send JSON."), response);
    auto asked = asked_of(request);
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
    tell(api.serve(asked), response);
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
    if (listen.tls_cert && listen.tls_key) {
        inside->server =
            std::make_unique<httplib::SSLServer>(listen.tls_cert->c_str(), listen.tls_key->c_str());
    } else {
        inside->server = std::make_unique<httplib::Server>();
    }
    auto& server = *inside->server;
    if (!server.is_valid())
        return sync::fail(sync::Fault::unreadable, "the TLS certificate and key do not fit");
    server.new_task_queue = [] { return new httplib::ThreadPool(k_threads); };  // The library takes it over.
    server.set_read_timeout(k_patience);
    server.set_write_timeout(k_patience);
    server.set_payload_max_length(k_most_body_bytes);
    server.set_keep_alive_max_count(1000);
    server.set_tcp_nodelay(true);
    if (listen.only_this_machine) refuse_others(server);
    const auto take = [&api](const auto& request, auto& response, const auto& read) {
        take_in(api, request, response, read);
    };
    server.Post(".*", take).Put(".*", take).Patch(".*", take).Delete(".*", take);
    server.Get(".*",
               [&api](const auto& request, auto& response) { tell(api.serve(asked_of(request)), response); });
    server.set_error_handler(httplib::Server::Handler(refuse_in_words));
    server.set_exception_handler([](const auto&, auto& response, std::exception_ptr) {
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
    inside_->server->stop();
}

}  // namespace welcome::tools::membershipd
