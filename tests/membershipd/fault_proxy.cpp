#include "tests/membershipd/fault_proxy.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace welcome::tools::membershipd::test {
namespace {

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

std::size_t length_in(const std::string& head, std::size_t end) {
    for (const auto* name : {"Content-Length: ", "content-length: "}) {
        const auto at = head.find(name);
        if (at != std::string::npos && at < end) return std::stoul(head.substr(at + 16));
    }
    return 0;
}

// One whole HTTP message with a Content-Length; what there was where the other side ended earlier.
std::string read_message(int handle) {
    std::string text;
    std::array<char, 8192> piece{};
    while (true) {
        const auto end = text.find("\r\n\r\n");
        if (end != std::string::npos && text.size() >= end + 4 + length_in(text, end)) return text;
        pollfd waiting{handle, POLLIN, 0};
        if (::poll(&waiting, 1, 5000) <= 0) return text;
        const auto n = ::recv(handle, piece.data(), piece.size(), 0);
        if (n <= 0) return text;
        text.append(piece.data(), static_cast<std::size_t>(n));
    }
}

void send_all(int handle, const std::string& text) {
    for (std::size_t sent = 0; sent < text.size();) {
        const auto n = ::send(handle, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (n <= 0) return;
        sent += static_cast<std::size_t>(n);
    }
}

std::string pass_on(int port, const std::string& request) {
    const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = loopback(port);
    std::string answer;
    if (::connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        send_all(handle, request);
        answer = read_message(handle);
    }
    ::close(handle);
    return answer;
}

std::string answer_of(int status, const std::string& header = {}) {
    return "HTTP/1.1 " + std::to_string(status) + " x\r\nContent-Length: 0\r\nConnection: close\r\n" +
           header + "\r\n";
}

}  // namespace

FaultProxy::FaultProxy(int to_port, std::function<Mishap(const std::string&)> next)
    : to_port_(to_port), next_(std::move(next)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(0);
    socklen_t length = sizeof address;
    ::bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    ::listen(listener_, 64);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

FaultProxy::~FaultProxy() {
    thread_.request_stop();
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
}

void FaultProxy::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) return;
        serve(client);
        ::close(client);
    }
}

void FaultProxy::serve(int client) {
    const auto request = read_message(client);
    if (request.find("\r\n\r\n") == std::string::npos) return;
    ++requests_;
    const auto mishap = next_(request);
    if (mishap == Mishap::drop_request) return;
    if (mishap == Mishap::answer_429) return send_all(client, answer_of(429, "Retry-After: 7\r\n"));
    if (mishap == Mishap::answer_500) return send_all(client, answer_of(500));
    if (mishap == Mishap::answer_503) return send_all(client, answer_of(503, "Retry-After: 3\r\n"));
    if (mishap == Mishap::stall) {  // Until the client has had enough.
        std::array<char, 16> none{};
        while (::recv(client, none.data(), none.size(), 0) > 0) {
        }
        return;
    }
    auto answer = pass_on(to_port_, request);
    if (mishap == Mishap::lose_answer) return;
    if (mishap == Mishap::cut_answer) return send_all(client, answer.substr(0, answer.size() / 2));
    if (mishap == Mishap::reset) {
        send_all(client, answer.substr(0, answer.size() / 3));
        const linger hard{1, 0};
        ::setsockopt(client, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        return;
    }
    // One request a connection: the next one rolls the die again.
    if (const auto end = answer.find("\r\n"); end != std::string::npos)
        answer.insert(end, "\r\nConnection: close");
    send_all(client, answer);
}

}  // namespace welcome::tools::membershipd::test
