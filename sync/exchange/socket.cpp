#include "sync/exchange/socket.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>
#include <utility>

namespace welcome::sync {

namespace {

constexpr int k_backlog = 64;

void send_at_once(int handle) {
    const int on = 1;
    ::setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Error last_failure(const std::string& what) {
    return {Fault::unreachable, what + ": " + std::strerror(errno)};
}

Result<Socket> listen_at(const SocketAddress& address, const std::string& name) {
    Socket made(::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!made.is_open()) return tl::unexpected(last_failure(name));
    const int on = 1, off = 0;
    ::setsockopt(made.handle(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (address.storage.ss_family == AF_INET6)
        ::setsockopt(made.handle(), IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    const auto* where = reinterpret_cast<const sockaddr*>(&address.storage);
    if (::bind(made.handle(), where, address.length) != 0 || ::listen(made.handle(), k_backlog) != 0)
        return tl::unexpected(last_failure(name));
    return made;
}

}  // namespace

std::optional<HostPort> HostPort::parse(std::string_view text) {
    HostPort place;
    const auto colon = text.rfind(':');
    const auto digits = colon == std::string_view::npos ? text : text.substr(colon + 1);
    const auto* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, place.port);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    if (colon == std::string_view::npos) return place;
    auto host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']') && host.size() > 2) {
        host = host.substr(1, host.size() - 2);
    } else if (host.empty() || host.find_first_of(":[]") != std::string_view::npos) {
        return std::nullopt;
    }
    place.host = host;
    return place;
}

std::string HostPort::text() const {
    const bool is_v6 = host.find(':') != std::string::npos;
    return (is_v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

Result<SocketAddress> resolve(const HostPort& place, bool only_numeric) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_NUMERICSERV | (only_numeric ? AI_NUMERICHOST : 0);
    addrinfo* found = nullptr;
    const int code = ::getaddrinfo(place.host.c_str(), std::to_string(place.port).c_str(), &wanted, &found);
    if (code != 0) return fail(Fault::not_found, place.host + ": " + ::gai_strerror(code));
    SocketAddress address;
    std::memcpy(&address.storage, found->ai_addr, found->ai_addrlen);
    address.length = found->ai_addrlen;
    ::freeaddrinfo(found);
    return address;
}

Socket::~Socket() {
    if (handle_ >= 0) ::close(handle_);
}

Socket& Socket::operator=(Socket&& other) noexcept {
    if (this == &other) return *this;
    if (handle_ >= 0) ::close(handle_);
    handle_ = other.release();
    return *this;
}

int Socket::release() noexcept {
    return std::exchange(handle_, -1);
}

Result<Socket> Socket::listen(const HostPort& place) {
    if (!place.host.empty()) {
        const auto address = resolve(place, false);
        if (!address) return tl::unexpected(address.error());
        return listen_at(*address, place.text());
    }
    for (const char* everywhere : {"::", "0.0.0.0"}) {  // The first takes both where the kernel has both.
        const auto address = resolve({everywhere, place.port}, true);
        if (!address) continue;
        auto made = listen_at(*address, "port " + std::to_string(place.port));
        if (made || std::strcmp(everywhere, "::") != 0) return made;
    }
    return fail(Fault::unreachable, "this machine has no network");
}

Result<Socket> Socket::dial(const SocketAddress& address) {
    Socket made(::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!made.is_open()) return tl::unexpected(last_failure("socket"));
    send_at_once(made.handle());
    const auto* where = reinterpret_cast<const sockaddr*>(&address.storage);
    if (::connect(made.handle(), where, address.length) != 0 && errno != EINPROGRESS)
        return tl::unexpected(last_failure("connect"));
    return made;
}

bool Socket::stands() const {
    int failure = 0;
    socklen_t size = sizeof failure;
    return ::getsockopt(handle_, SOL_SOCKET, SO_ERROR, &failure, &size) == 0 && failure == 0;
}

Socket Socket::accept() const {
    Socket made(::accept4(handle_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (made.is_open()) send_at_once(made.handle());
    return made;
}

std::uint16_t Socket::port() const {
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    if (::getsockname(handle_, reinterpret_cast<sockaddr*>(&address), &length) != 0) return 0;
    return ntohs(address.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6&>(address).sin6_port
                                               : reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

}  // namespace welcome::sync
