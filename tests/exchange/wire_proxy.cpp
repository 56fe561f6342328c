#include "tests/exchange/wire_proxy.h"

#include <array>
#include <cerrno>
#include <poll.h>

namespace welcome::sync::test {

namespace {

using Now = std::chrono::steady_clock;

void make_it_reset(const Socket& socket) {
    const linger hard{1, 0};
    ::setsockopt(socket.handle(), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
}

}  // namespace

WireProxy::WireProxy(std::uint16_t to_port, unsigned seed)
    : to_port_(to_port), random_(seed), listener_(std::move(*Socket::listen({"127.0.0.1", 0}))) {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

WireProxy::~WireProxy() = default;

void WireProxy::set(Mishaps mishaps) {
    const std::lock_guard lock(mutex_);
    mishaps_ = mishaps;
}

bool WireProxy::is_chance(int in_a_thousand) {
    const bool happens = static_cast<int>(random_() % 1000) < in_a_thousand;
    if (happens) ++played_;
    return happens;
}

void WireProxy::play(Wire& wire, Way& way, std::string piece) {
    const std::lock_guard lock(mutex_);
    if (is_chance(mishaps_.reset)) {
        make_it_reset(wire.near);
        make_it_reset(wire.far);
        wire.over = true;
        return;
    }
    if (is_chance(mishaps_.swallow)) way.swallows = true;
    if (way.swallows) return;
    if (is_chance(mishaps_.change))
        piece[random_() % piece.size()] ^= static_cast<char>(1U << (random_() % 8));
    if (is_chance(mishaps_.twice)) piece += piece;
    if (is_chance(mishaps_.cut)) {
        piece.resize(piece.size() / 2);
        way.swallows = true;
    }
    if (mishaps_.most_delay_ms > 0)
        way.due =
            Now::now() + std::chrono::milliseconds(random_() % static_cast<unsigned>(mishaps_.most_delay_ms));
    way.bytes += piece;
}

void WireProxy::pass(Wire& wire, const Socket& from, const Socket& to, Way& way, bool readable) {
    if (readable && way.bytes.size() < 1'000'000) {
        std::array<char, 16'384> piece;
        const auto count = ::recv(from.handle(), piece.data(), piece.size(), 0);
        if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) wire.over = true;
        if (count > 0) play(wire, way, std::string(piece.data(), static_cast<std::size_t>(count)));
    }
    if (way.bytes.empty() || Now::now() < way.due) return;
    const auto sent = ::send(to.handle(), way.bytes.data(), way.bytes.size(), MSG_NOSIGNAL);
    if (sent > 0) way.bytes.erase(0, static_cast<std::size_t>(sent));
}

void WireProxy::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::vector<pollfd> handles{{listener_.handle(), POLLIN, 0}};
        for (const auto& wire : wires_) {
            handles.push_back({wire.near.handle(), POLLIN, 0});
            handles.push_back({wire.far.handle(), POLLIN, 0});
        }
        ::poll(handles.data(), handles.size(), 2);
        std::size_t at = 1;
        for (auto& wire : wires_) {
            pass(wire, wire.near, wire.far, wire.there, handles[at].revents != 0);
            pass(wire, wire.far, wire.near, wire.back, handles[at + 1].revents != 0);
            at += 2;
            if (!cut_off_) continue;
            make_it_reset(wire.near);
            make_it_reset(wire.far);
            wire.over = true;
        }
        std::erase_if(wires_, [](const Wire& wire) { return wire.over; });
        if (handles[0].revents == 0) continue;
        auto near = listener_.accept();
        auto far = Socket::dial(*resolve({"127.0.0.1", to_port_}, true));
        if (!near.is_open() || !far || cut_off_) continue;
        wires_.emplace_back();
        wires_.back().near = std::move(near);
        wires_.back().far = std::move(*far);
    }
}

}  // namespace welcome::sync::test
