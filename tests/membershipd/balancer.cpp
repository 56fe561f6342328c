#include "tests/membershipd/balancer.h"

#include <array>
#include <poll.h>
#include <sys/socket.h>
#include <tuple>
#include <unistd.h>

#include "tests/membershipd/loopback.h"

namespace welcome::tools::membershipd::test {
namespace {

constexpr int k_look_for_stop_ms = 50;

// What came at one end goes out at the other; false where either is gone.
bool pass_on(int from, int to) {
    std::array<char, 16384> piece{};
    const auto n = ::recv(from, piece.data(), piece.size(), 0);
    for (ssize_t sent = 0; sent < n;) {
        const auto m = ::send(to, piece.data() + sent, static_cast<std::size_t>(n - sent), MSG_NOSIGNAL);
        if (m <= 0) return false;
        sent += m;
    }
    return n > 0;
}

void pump(const std::stop_token& stop, int client, int server) {
    while (!stop.stop_requested()) {
        std::array<pollfd, 2> waiting{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
        if (::poll(waiting.data(), waiting.size(), k_look_for_stop_ms) < 0) break;
        if (waiting[0].revents && !pass_on(client, server)) break;
        if (waiting[1].revents && !pass_on(server, client)) break;
    }
    ::close(client);
    ::close(server);
}

}  // namespace

Balancer::Balancer(std::vector<int> to_ports) : to_ports_(std::move(to_ports)) {
    std::tie(listener_, port_) = listen_on_loopback();
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Balancer::~Balancer() {
    thread_.request_stop();
    thread_.join();
    pumps_.clear();
    ::close(listener_);
}

int Balancer::next_server() {
    for (std::size_t tried = 0; tried < to_ports_.size(); ++tried) {
        if (const int server = connect_to_loopback(to_ports_[turn_++ % to_ports_.size()]); server >= 0)
            return server;
    }
    return -1;
}

void Balancer::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        pollfd waiting{listener_, POLLIN, 0};
        if (::poll(&waiting, 1, k_look_for_stop_ms) <= 0) continue;
        const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) continue;
        if (const int server = next_server(); server >= 0) {
            pumps_.emplace_back([client, server](const std::stop_token& end) { pump(end, client, server); });
        } else {
            ::close(client);
        }
    }
}

}  // namespace welcome::tools::membershipd::test
