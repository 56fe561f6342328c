#include "tools/membershipd/connection.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace welcome::tools::membershipd {
namespace {

constexpr int k_most_of_an_address = 64;  // a hall's tablets and pages behind one router

std::pair<std::string, int> name_of(const sockaddr_storage& address, socklen_t length) {
    std::array<char, NI_MAXHOST> host{};
    std::array<char, NI_MAXSERV> port{};
    if (getnameinfo(reinterpret_cast<const sockaddr*>(&address), length, host.data(), host.size(),
                    port.data(), port.size(), NI_NUMERICHOST | NI_NUMERICSERV) != 0)
        return {};
    return {host.data(), std::atoi(port.data())};
}

std::pair<std::string, int> end_of(int socket, decltype(&getpeername) which) {
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    if (which(socket, reinterpret_cast<sockaddr*>(&address), &length) != 0) return {};
    return name_of(address, length);
}

// poll's events that TLS waits for; none where it has failed.
short wish_of(const SSL* tls, int outcome) {
    switch (SSL_get_error(tls, outcome)) {
        case SSL_ERROR_WANT_READ:
            return POLLIN;
        case SSL_ERROR_WANT_WRITE:
            return POLLOUT;
        default:
            return 0;
    }
}

}  // namespace

void CloseTls::operator()(SSL_CTX* context) const {
    SSL_CTX_free(context);
}
void CloseTls::operator()(SSL* session) const {
    SSL_free(session);
}

TlsContext open_tls(const std::string& cert_file, const std::string& key_file) {
    TlsContext context(SSL_CTX_new(TLS_server_method()));
    const bool good = context && SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) == 1 &&
                      SSL_CTX_use_certificate_chain_file(context.get(), cert_file.c_str()) == 1 &&
                      SSL_CTX_use_PrivateKey_file(context.get(), key_file.c_str(), SSL_FILETYPE_PEM) == 1 &&
                      SSL_CTX_check_private_key(context.get()) == 1;
    ERR_clear_error();
    if (!good) return nullptr;
    SSL_CTX_set_options(context.get(), SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    return context;
}

Connection::Connection(int socket, const Patience& patience, SSL_CTX* tls)
    : socket_(socket), patience_(patience), deadline_(Clock::now() + patience.request) {
    ::fcntl(socket_, F_SETFL, ::fcntl(socket_, F_GETFL, 0) | O_NONBLOCK);
    if (!tls) return;
    tls_.reset(SSL_new(tls));
    if (tls_) SSL_set_fd(tls_.get(), socket_);
}

Connection::~Connection() {
    if (tls_ && !broken_) SSL_shutdown(tls_.get());
    ::shutdown(socket_, SHUT_RDWR);
    ::close(socket_);
}

bool Connection::wait_for(short events, Clock::time_point deadline) const {
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return false;
        pollfd one{.fd = socket_, .events = events, .revents = 0};
        const int ready = ::poll(&one, 1, static_cast<int>(left));
        if (ready > 0) return (one.revents & events) != 0;
        if (ready < 0 && errno != EINTR) return false;
    }
}

bool Connection::shake_hands() {
    if (!tls_) return true;
    broken_ = true;
    while (true) {
        ERR_clear_error();
        const int outcome = SSL_accept(tls_.get());
        if (outcome == 1) break;
        const short wish = wish_of(tls_.get(), outcome);
        if (wish == 0 || !wait_for(wish, deadline_)) return false;
    }
    broken_ = false;
    return true;
}

bool Connection::wait_for_request(const std::function<bool()>& stopped) {
    constexpr auto k_look = std::chrono::milliseconds(100);
    const auto end = Clock::now() + patience_.idle;
    bool begins = end_ > begin_ || (tls_ && SSL_pending(tls_.get()) > 0);
    for (bool is_last_look = false; !begins && !is_last_look;) {  // what came before the stop is in hand
        is_last_look = stopped() || Clock::now() >= end;
        pollfd one{.fd = socket_, .events = POLLIN | POLLRDHUP, .revents = 0};
        const int ready = ::poll(&one, 1, is_last_look ? 0 : k_look.count());
        if (ready > 0 && (one.revents & (POLLERR | POLLHUP | POLLRDHUP)) != 0) return false;
        begins = ready > 0;
    }
    deadline_ = Clock::now() + patience_.request;
    return begins;
}

bool Connection::is_readable() const {
    return end_ > begin_ || (tls_ && SSL_pending(tls_.get()) > 0) || wait_for(POLLIN, deadline_);
}

bool Connection::is_writable() const {
    pollfd one{.fd = socket_, .events = POLLOUT | POLLRDHUP, .revents = 0};
    return ::poll(&one, 1, static_cast<int>(patience_.answer.count())) > 0 && (one.revents & POLLOUT) != 0 &&
           (one.revents & (POLLERR | POLLHUP | POLLRDHUP)) == 0;
}

ssize_t Connection::take(char* to, size_t size) {
    while (Clock::now() < deadline_) {
        short wish = POLLIN;
        if (tls_) {
            ERR_clear_error();
            const int got = SSL_read(tls_.get(), to, static_cast<int>(size));
            if (got > 0) return got;
            wish = wish_of(tls_.get(), got);
            broken_ = wish == 0;
            if (broken_) return SSL_get_error(tls_.get(), got) == SSL_ERROR_ZERO_RETURN ? 0 : -1;
        } else {
            const auto got = ::recv(socket_, to, size, 0);
            if (got >= 0) return got;
            if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) return -1;
        }
        if (!wait_for(wish, deadline_)) return -1;
    }
    return -1;
}

// The library asks for single bytes of a header line, hence the buffer.
ssize_t Connection::read(char* to, size_t size) {
    if (begin_ == end_) {
        if (size >= buffer_.size()) return take(to, size);
        const auto got = take(buffer_.data(), buffer_.size());
        if (got <= 0) return got;
        begin_ = 0, end_ = static_cast<std::size_t>(got);
    }
    const auto count = std::min(size, end_ - begin_);
    std::copy_n(buffer_.data() + begin_, count, to);
    begin_ += count;
    return static_cast<ssize_t>(count);
}

ssize_t Connection::write(const char* from, size_t size) {
    if (size == 0) return 0;
    while (!broken_) {
        const auto deadline = Clock::now() + patience_.answer;
        short wish = POLLOUT;
        if (tls_) {
            ERR_clear_error();
            const int sent = SSL_write(tls_.get(), from, static_cast<int>(std::min<size_t>(size, 1U << 20U)));
            if (sent > 0) return sent;
            wish = wish_of(tls_.get(), sent);
            broken_ = wish == 0;
        } else {
            const auto sent = ::send(socket_, from, size, MSG_NOSIGNAL);
            if (sent >= 0) return sent;
            broken_ = errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR;
        }
        if (broken_ || !wait_for(wish, deadline)) break;
    }
    broken_ = true;
    return -1;
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
    std::tie(ip, port) = end_of(socket_, &getpeername);
}
void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
    std::tie(ip, port) = end_of(socket_, &getsockname);
}
std::string Connection::address() const {
    return end_of(socket_, &getpeername).first;
}

Places::Place Places::enter(const std::string& address) {
    const std::lock_guard lock(mutex_);
    const auto [at, is_new] = taken_.try_emplace(address, 0);
    if (at->second == k_most_of_an_address) return Place(nullptr, Leaving{this});
    ++at->second;
    return Place(&at->first, Leaving{this});
}
void Places::Leaving::operator()(const std::string* address) const {
    const std::lock_guard lock(of->mutex_);
    const auto at = of->taken_.find(*address);
    if (--at->second == 0) of->taken_.erase(at);
}

}  // namespace welcome::tools::membershipd
