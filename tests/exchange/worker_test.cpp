// The worker on real sockets: the same exchange, now with a kernel, threads and a wire in between.

#include <gtest/gtest.h>

#include "sync/exchange/exchange_worker.h"
#include "tests/exchange/bell.h"
#include "tests/exchange/schedules.h"
#include "tests/exchange/wire_proxy.h"
#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

namespace {

using namespace std::chrono_literals;

class Tablet {
  public:
    Tablet(const EventOnDisk& event, const std::string& name, Bell& bell, std::vector<std::string> peers = {})
        : journal_(event.open(name)) {
        const auto device = DeviceKey::open_or_make(event.folder.path() / (name + ".key"), event.key);
        worker_ = std::make_unique<ExchangeWorker>(
            *journal_, event.event, event.key, ExchangeSelf{*device, name},
            ExchangePlaces{.listen = HostPort{"127.0.0.1", 0}, .peers = std::move(peers), .discovers = false},
            ExchangeWorker::Hooks{.taken_in = [&bell] { bell.ring(); },
                                  .changed = [&bell](const auto&) { bell.ring(); }},
            quick_pace());
    }
    void write(std::size_t count = 1) {
        std::vector<Draft> drafts;
        for (std::size_t i = 0; i < count; ++i) drafts.push_back(draft());
        EXPECT_TRUE(journal_->append(std::move(drafts)));
        worker_->look_now();
    }
    [[nodiscard]] std::string at() const { return "127.0.0.1:" + std::to_string(port()); }
    [[nodiscard]] std::uint16_t port() const { return worker_->news().port; }
    [[nodiscard]] ExchangeNews news() const { return worker_->news(); }
    [[nodiscard]] std::uint64_t count() const {
        std::uint64_t count = 0;
        const auto held = journal_->held();
        for (const auto& [_, seq] : *held) count += seq;
        return count;
    }
    [[nodiscard]] Journal& journal() { return *journal_; }

  private:
    std::unique_ptr<Journal> journal_;
    std::unique_ptr<ExchangeWorker> worker_;
};

Socket stranger_at(const Tablet& tablet) {
    auto socket = Socket::dial(*resolve({"127.0.0.1", tablet.port()}, true));
    EXPECT_TRUE(socket);
    return std::move(*socket);
}

}  // namespace

TEST(exchange_worker, two_tablets_share_over_loopback) {
    const EventOnDisk event;
    Bell bell;
    Tablet one(event, "one", bell);
    one.write(300);
    Tablet other(event, "other", bell, {one.at()});
    other.write(5);
    EXPECT_TRUE(bell.wait([&] { return one.count() == 305 && other.count() == 305; }));
    one.write();
    EXPECT_TRUE(bell.wait([&] { return other.count() == 306; }));
}

TEST(exchange_worker, a_peer_may_be_listed_by_name) {
    const EventOnDisk event;
    Bell bell;
    Tablet one(event, "one", bell);
    one.write();
    Tablet other(event, "other", bell, {"localhost:" + std::to_string(one.port())});
    EXPECT_TRUE(bell.wait([&] { return other.count() == 1; }));
}

TEST(exchange_worker, what_is_no_address_and_who_is_not_there_do_no_harm) {
    const EventOnDisk event;
    Bell bell;
    Tablet one(event, "one", bell);
    one.write();
    Tablet other(event, "other", bell, {"nonsense", "[::1", "127.0.0.1:1", one.at(), one.at()});
    EXPECT_TRUE(bell.wait([&] { return other.count() == 1; }));
}

TEST(exchange_worker, tablets_that_dial_each_other_keep_one_connection) {
    const EventOnDisk event;
    Bell bell;
    Tablet one(event, "one", bell);
    WireProxy to_one(one.port(), 1);
    Tablet other(event, "other", bell, {"127.0.0.1:" + std::to_string(to_one.port())});
    one.write(2);
    other.write(2);
    EXPECT_TRUE(bell.wait([&] { return one.count() == 4 && other.count() == 4; }));
    EXPECT_TRUE(bell.wait([&] {
        const auto news = one.news();
        return news.exchange.tablets.size() == 1 && news.exchange.tablets[0].in_touch;
    }));
    EXPECT_EQ(one.news().exchange.tablets[0].name, "other");
}

TEST(exchange_worker, another_events_tablet_gets_nothing_and_is_counted) {
    const EventOnDisk event, other_event;
    Bell bell;
    Tablet one(event, "one", bell);
    one.write();
    Tablet foreign(other_event, "foreign", bell, {one.at()});
    foreign.write();
    EXPECT_TRUE(bell.wait([&] { return one.news().exchange.refusals.of(Refused::other_event) >= 1; }));
    EXPECT_EQ(one.count(), 1U);
    EXPECT_EQ(foreign.count(), 1U);
    EXPECT_TRUE(one.news().exchange.tablets.empty());
}

TEST(exchange_worker, goes_on_sharing_while_strangers_dawdle_and_shout) {
    const EventOnDisk event;
    Bell bell;
    Tablet one(event, "one", bell);
    std::vector<Socket> strangers;
    for (int i = 0; i < 40; ++i) {
        strangers.push_back(stranger_at(one));
        const std::string said = i % 2 == 0 ? std::string("\0\0", 2) : std::string("GET / HTTP/1.1\r\n\r\n");
        (void)::send(strangers.back().handle(), said.data(), said.size(), MSG_NOSIGNAL);
    }
    Tablet other(event, "other", bell, {one.at()});
    other.write(10);
    EXPECT_TRUE(bell.wait([&] { return one.count() == 10; }));
    EXPECT_TRUE(bell.wait([&] {
        const auto refusals = one.news().exchange.refusals;
        return refusals.of(Refused::too_slow) + refusals.of(Refused::malformed) >= 20;
    }));
}

TEST(exchange_worker, ends_at_once_with_connections_open) {
    const EventOnDisk event;
    Bell bell;
    auto one = std::make_unique<Tablet>(event, "one", bell);
    Tablet other(event, "other", bell, {one->at()});
    EXPECT_TRUE(bell.wait([&] { return !other.news().exchange.tablets.empty(); }));
    one.reset();
    EXPECT_TRUE(bell.wait([&] { return !other.news().exchange.tablets[0].in_touch; }));
}

// A row of three over two bad wires; whatever they do, nothing is lost and nothing is double.
TEST(exchange_worker, over_wires_that_misbehave_nothing_is_lost_or_double) {
    const auto [first, count] = schedules(20);
    for (unsigned seed = first; seed < first + count && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const EventOnDisk event;
        Bell bell;
        std::mt19937 random(seed);
        const auto chance = [&] { return static_cast<int>(random() % 40); };
        Tablet left(event, "left", bell), right(event, "right", bell);
        WireProxy to_left(left.port(), seed), to_right(right.port(), seed + 1000);
        const auto at = [](const WireProxy& proxy) { return "127.0.0.1:" + std::to_string(proxy.port()); };
        Tablet middle(event, "middle", bell, {at(to_left), at(to_right)});
        std::uint64_t written = 0;
        for (int round = 0; round < 4; ++round) {
            for (auto* proxy : {&to_left, &to_right})
                proxy->set({chance(), chance(), chance(), chance(), chance(), 1 + chance()});
            to_left.cut_off(round == 1);
            to_right.cut_off(round == 2);
            for (auto* tablet : {&left, &middle, &right}) tablet->write(1 + random() % 9);
            written = left.journal().held()->at(left.journal().device()) +
                      middle.journal().held()->at(middle.journal().device()) +
                      right.journal().held()->at(right.journal().device());
            if (round == 3) break;
            // As far as they get with one of them cut off.
            bell.wait([&] { return middle.count() * 2 >= written; });
        }
        for (auto* proxy : {&to_left, &to_right}) proxy->set({});
        EXPECT_TRUE(bell.wait([&] {
            return left.count() == written && middle.count() == written && right.count() == written;
        }));
        for (auto* tablet : {&left, &middle, &right}) {
            EXPECT_FALSE(tablet->journal().verify()->has_value());
            EXPECT_EQ(tablet->news().exchange.refusals.of(Refused::fact), 0U);
        }
    }
}

TEST(host_port, reads_what_a_person_writes) {
    EXPECT_EQ(HostPort::parse("7411"), (HostPort{"", 7411}));
    EXPECT_EQ(HostPort::parse("tablet.local:7411"), (HostPort{"tablet.local", 7411}));
    EXPECT_EQ(HostPort::parse("[fe80::1%wlan0]:7411"), (HostPort{"fe80::1%wlan0", 7411}));
    for (const char* wrong :
         {"", "x", ":1", "host:", "host:x", "host:70000", "::1:1", "[::1]", "[]:1", "a]:1"})
        EXPECT_FALSE(HostPort::parse(wrong)) << wrong;
    EXPECT_EQ((HostPort{"::1", 5}).text(), "[::1]:5");
}

}  // namespace welcome::sync::test
