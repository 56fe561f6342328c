#include "tests/membershipd/fault_proxy.h"

#include <list>
#include <poll.h>
#include <sys/socket.h>
#include <tuple>
#include <unistd.h>

#include "tests/membershipd/loopback.h"

namespace welcome::tools::membershipd::test {
namespace {

constexpr std::size_t k_drip = 97;
constexpr std::chrono::milliseconds k_between_drips{2};

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

std::string pass_on(int port, const std::string& request) {
    const int handle = connect_to_loopback(port);
    if (handle < 0) return {};
    send_all(handle, request);
    auto answer = read_message(handle);
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
    std::tie(listener_, port_) = listen_on_loopback();
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

FaultProxy::~FaultProxy() {
    thread_.request_stop();
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
}

void FaultProxy::run(const std::stop_token& stop) {
    std::list<std::pair<std::jthread, std::atomic<bool>>> clients;  // each on a thread of its own
    while (!stop.stop_requested()) {
        const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) return;
        clients.remove_if([](const auto& one) { return one.second.load(); });
        auto& one = clients.emplace_back();
        one.first = std::jthread([this, client, &done = one.second] {
            serve(client);
            ::close(client);
            done = true;
        });
    }
}

void FaultProxy::serve(int client) {
    const auto request = read_message(client);
    if (request.find("\r\n\r\n") == std::string::npos) return;
    ++requests_;
    const auto mishap = [&] {
        const std::scoped_lock lock(mutex_);
        return next_(request);
    }();
    if (mishap == Mishap::drop_request) return;
    if (mishap == Mishap::answer_429) return send_all(client, answer_of(429, "Retry-After: 7\r\n"));
    if (mishap == Mishap::answer_400) return send_all(client, answer_of(400));
    if (mishap == Mishap::answer_404) return send_all(client, answer_of(404));
    if (mishap == Mishap::answer_500) return send_all(client, answer_of(500));
    if (mishap == Mishap::answer_503) return send_all(client, answer_of(503, "Retry-After: 3\r\n"));
    if (mishap == Mishap::stall) {  // Until the client has had enough.
        std::array<char, 16> none{};
        while (::recv(client, none.data(), none.size(), 0) > 0) {
        }
        return;
    }
    if (mishap == Mishap::send_twice) pass_on(to_port_, request);
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
    while (mishap == Mishap::slow && answer.size() > k_drip) {
        send_all(client, answer.substr(0, k_drip));
        answer.erase(0, k_drip);
        std::this_thread::sleep_for(k_between_drips);
    }
    send_all(client, answer);
}

}  // namespace welcome::tools::membershipd::test
