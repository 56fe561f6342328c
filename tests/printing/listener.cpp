#include "tests/printing/listener.h"

#include <array>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace welcome::printing::test {
namespace {

constexpr int k_look_up = 20;  // milliseconds between looks at the stop request

bool wait_readable(int socket, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        pollfd polled{socket, POLLIN, 0};
        if (::poll(&polled, 1, k_look_up) > 0) return true;
    }
    return false;
}

// A printer is asked how it stands before it gets a label; this one never answers.
void wait_for_more_than_a_question(int connection, const std::stop_token& stop) {
    constexpr ssize_t longest = 9;
    std::array<char, 64> peeked{};
    while (wait_readable(connection, stop)) {
        pollfd polled{connection, POLLRDHUP, 0};
        const bool is_all = ::poll(&polled, 1, 0) > 0;
        const ssize_t count = ::recv(connection, peeked.data(), peeked.size(), MSG_PEEK);
        if (count <= 0 || count > longest || is_all) return;
        ::poll(nullptr, 0, 1);
    }
}

void wait_for_stop(const std::stop_token& stop) {
    while (!stop.stop_requested()) ::poll(nullptr, 0, k_look_up);
}

std::string read_until_end(int connection, const std::stop_token& stop) {
    std::string all;
    std::array<char, 65'536> some{};
    while (wait_readable(connection, stop)) {
        const ssize_t count = ::recv(connection, some.data(), some.size(), 0);
        if (count <= 0) break;
        all.append(some.data(), static_cast<std::size_t>(count));
    }
    return all;
}

void reset(int connection) {
    const linger at_once{1, 0};
    ::setsockopt(connection, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

}  // namespace

Listener::Listener() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port_ = ntohs(address.sin_port);
}

Listener::~Listener() {
    if (thread_.joinable()) {
        thread_.request_stop();
        thread_.join();
    }
    ::close(socket_);
}

void Listener::listen(Manner manner) {
    if (manner == Manner::stalls) {
        const int small = 4'096;  // so that the sender's bytes have nowhere to go
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    }
    EXPECT_EQ(::listen(socket_, 8), 0);
    thread_ = std::jthread([this, manner](const std::stop_token& stop) { serve(stop, manner); });
}

std::string Listener::uri(const std::string& options) const {
    return "tcp://127.0.0.1:" + std::to_string(port_) + options;
}

std::string Listener::received() {
    return received_.get_future().get();
}

void Listener::wait_for_bytes() {
    first_byte_.get_future().get();
}

void Listener::serve(const std::stop_token& stop, Manner manner) {
    while (wait_readable(socket_, stop)) {
        const int connection = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
        const bool first = ++connections_ == 1;
        wait_for_more_than_a_question(connection, stop);
        if (first) first_byte_.set_value();
        const bool reads = manner == Manner::hangs_up_once && !first;
        serve_one(connection, stop, reads ? Manner::reads_all : manner);
        ::close(connection);
    }
}

void Listener::serve_one(int connection, const std::stop_token& stop, Manner manner) {
    switch (manner) {
        case Manner::reads_all:
        case Manner::keeps_open: {
            auto all = read_until_end(connection, stop);
            if (connections_ == 1) received_.set_value(std::move(all));
            if (manner == Manner::keeps_open) wait_for_stop(stop);
            return;
        }
        case Manner::stalls:
            return wait_for_stop(stop);
        case Manner::hangs_up:
        case Manner::hangs_up_once:
            return reset(connection);
    }
}

}  // namespace welcome::printing::test
