#include "sync/exchange/loop.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sodium.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace welcome::sync {

namespace {

using namespace std::chrono_literals;

constexpr auto k_dial_within = 3s;
constexpr auto k_publish_every = 250ms;
constexpr std::size_t k_read_at_once = std::size_t{64} << 10U;

Instant wall_clock() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

void sooner_of(std::optional<Moment>& first, Moment candidate) {
    first = first ? std::min(*first, candidate) : candidate;
}

double random_part() {
    return static_cast<double>(randombytes_random()) / 4294967296.0;
}

}  // namespace

ExchangeWorker::Loop::Loop(Journal& journal, const EventId& event, const EventKey& key,
                           const ExchangeSelf& self, const ExchangePlaces& places, Hooks hooks,
                           ExchangePace pace)
    : hooks_(std::move(hooks)),
      exchange_(journal, key, self,
                {.taken_in = hooks_.taken_in,
                 .wall = wall_clock,
                 .random = random_part,
                 .condition = hooks_.condition},
                pace),
      wake_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
      resolver_([this] { wake(); }) {
    open(places, event, self.device.id());
}

void ExchangeWorker::Loop::open(const ExchangePlaces& places, const EventId& event, const DeviceId& device) {
    for (const auto& peer : places.peers) exchange_.places().add(peer);
    if (places.listens) {
        auto made = Socket::listen(places.listen.value_or(HostPort{"", k_usual_port}));
        if (!made && !places.listen) made = Socket::listen({});
        if (made) {
            listener_ = std::move(*made);
            news_.port = listener_.port();
        } else {
            news_.fault = made.error().detail;
        }
    }
    if (places.discovers)
        discovery_ = std::make_unique<Discovery>(
            event, device, news_.port, [this](bool seen, const std::string& at) { hear(seen, at); });
}

void ExchangeWorker::Loop::wake() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written =
        ::write(wake_.handle(), &one, sizeof one);  // Full: it is awake already.
}

void ExchangeWorker::Loop::look_now() {
    look_ = true;
    wake();
}

void ExchangeWorker::Loop::hear(bool seen, const std::string& address) {
    {
        const std::lock_guard lock(mutex_);
        heard_.emplace_back(seen, address);
    }
    wake();
}

ExchangeNews ExchangeWorker::Loop::news() const {
    const std::lock_guard lock(mutex_);
    return news_;
}

void ExchangeWorker::Loop::take_notes() {
    std::uint64_t times = 0;
    [[maybe_unused]] const auto count = ::read(wake_.handle(), &times, sizeof times);
    if (look_.exchange(false)) exchange_.look_now();
    const std::lock_guard lock(mutex_);
    for (const auto& [seen, address] : std::exchange(heard_, {})) {
        seen ? exchange_.places().found(address) : exchange_.places().lost(address);
    }
}

void ExchangeWorker::Loop::dial(Moment now) {
    for (const auto& address : exchange_.to_dial(now)) resolver_.ask(address);
    begin_dialled(now);
}

void ExchangeWorker::Loop::begin_dialled(Moment now) {
    for (auto& answer : resolver_.take()) {
        auto socket = answer.address ? Socket::dial(*answer.address)
                                     : Result<Socket>(tl::unexpected(answer.address.error()));
        if (!socket) {
            exchange_.dial_failed(answer.place, now);
            continue;
        }
        connections_.push_back({std::move(*socket), std::move(answer.place), std::nullopt, now});
    }
}

void ExchangeWorker::Loop::accept_all(Moment now) {
    while (true) {
        auto socket = listener_.accept();
        if (!socket.is_open()) return;
        if (const auto link = exchange_.accepted(now))
            connections_.push_back({std::move(socket), "", link, now});
    }
}

void ExchangeWorker::Loop::wait(Moment now) {
    std::vector<pollfd> handles{{wake_.handle(), POLLIN, 0}, {listener_.handle(), POLLIN, 0}};
    auto until = exchange_.next(now);
    for (const auto& each : connections_) {
        const bool writes = !each.link || !exchange_.outgoing(*each.link).empty();
        handles.push_back({each.socket.handle(), static_cast<short>(POLLIN | (writes ? POLLOUT : 0)), 0});
        if (!each.link) sooner_of(until, each.since + k_dial_within);
    }
    if (unpublished_) sooner_of(until, published_ + k_publish_every);
    int timeout = -1;
    if (until)
        timeout = static_cast<int>(
            std::max<std::int64_t>(0, std::chrono::ceil<std::chrono::milliseconds>(*until - now).count()));
    if (::poll(handles.data(), handles.size(), timeout) <= 0) return;
    const auto after = std::chrono::steady_clock::now();
    for (std::size_t i = 2; i < handles.size(); ++i) serve(connections_[i - 2], handles[i].revents, after);
    if (handles[1].revents != 0) accept_all(after);
}

void ExchangeWorker::Loop::serve(Connection& connection, short events, Moment now) {
    if (events == 0) return;
    if (!connection.link) {
        if (connection.socket.stands()) {
            connection.link = exchange_.dialled(connection.address, now);
        } else {
            exchange_.dial_failed(connection.address, now);
            connection.socket = Socket();
        }
        return;
    }
    if ((events & (POLLIN | POLLHUP | POLLERR)) != 0) read(connection, now);
}

void ExchangeWorker::Loop::read(Connection& connection, Moment now) {
    std::array<char, k_read_at_once> piece;
    const auto count = ::recv(connection.socket.handle(), piece.data(), piece.size(), 0);
    if (count > 0)
        return exchange_.received(*connection.link, {piece.data(), static_cast<std::size_t>(count)}, now);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    exchange_.ended(*connection.link, now);
    connection.socket = Socket();
}

void ExchangeWorker::Loop::write(Connection& connection, Moment now) {
    while (true) {
        const auto bytes = exchange_.outgoing(*connection.link);
        if (bytes.empty()) return;
        const auto count = ::send(connection.socket.handle(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return;  // Later, or reading will find that it ended.
        exchange_.went_out(*connection.link, static_cast<std::size_t>(count), now);
    }
}

// Sends what can be sent and lets go of what is over.
void ExchangeWorker::Loop::sweep(Moment now) {
    for (auto& each : connections_) {
        if (!each.socket.is_open()) continue;
        if (!each.link) {
            if (now - each.since <= k_dial_within) continue;
            exchange_.dial_failed(each.address, now);
            each.socket = Socket();
            continue;
        }
        write(each, now);
        if (!exchange_.is_over(*each.link)) continue;
        exchange_.ended(*each.link, now);
        each.socket = Socket();
    }
    std::erase_if(connections_, [](const auto& each) { return !each.socket.is_open(); });
}

void ExchangeWorker::Loop::publish(Moment now) {
    unpublished_ = now - published_ < k_publish_every;
    if (unpublished_) return;
    published_ = now;
    ExchangeNews news;
    {
        const std::lock_guard lock(mutex_);
        news_.exchange = exchange_.status();
        news_.discovering = discovery_ && discovery_->is_running();
        news = news_;
    }
    hooks_.changed(news);
}

void ExchangeWorker::Loop::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto now = std::chrono::steady_clock::now();
        take_notes();
        dial(now);
        exchange_.step(now);
        sweep(now);
        publish(now);
        wait(now);
    }
    published_ = {};
    publish(std::chrono::steady_clock::now());
}

}  // namespace welcome::sync
