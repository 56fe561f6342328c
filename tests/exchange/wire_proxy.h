#pragma once
// A real wire that misbehaves: takes TCP connections, passes their bytes on to a port, and by a seeded die
// holds pieces back, sends them twice, changes them, cuts them, swallows the rest, or resets the connection.

#include <atomic>
#include <list>
#include <mutex>
#include <random>
#include <thread>

#include "sync/exchange/socket.h"

namespace welcome::sync::test {

struct Mishaps {  // chances in a thousand, a piece of bytes
    int reset = 0, cut = 0, change = 0, twice = 0, swallow = 0;
    int most_delay_ms = 0;
};

class WireProxy {
  public:
    WireProxy(std::uint16_t to_port, unsigned seed);
    ~WireProxy();
    WireProxy(const WireProxy&) = delete;
    WireProxy& operator=(const WireProxy&) = delete;

    [[nodiscard]] std::uint16_t port() const { return listener_.port(); }
    void set(Mishaps mishaps);
    void cut_off(bool off) { cut_off_ = off; }  // nobody gets through, and all connections are reset
    [[nodiscard]] int played() const { return played_; }  // mishaps so far

  private:
    struct Way {
        std::string bytes;  // on their way
        std::chrono::steady_clock::time_point due{};
        bool swallows = false;
    };
    struct Wire {
        Socket near, far;
        Way there, back;
        bool over = false;
    };

    void run(const std::stop_token& stop);
    void pass(Wire& wire, const Socket& from, const Socket& to, Way& way, bool readable);
    void play(Wire& wire, Way& way, std::string piece);
    bool is_chance(int in_a_thousand);

    std::uint16_t to_port_;
    std::mt19937 random_;
    Socket listener_;
    std::list<Wire> wires_;
    std::mutex mutex_;
    Mishaps mishaps_;  // guarded by mutex_
    std::atomic<bool> cut_off_ = false;
    std::atomic<int> played_ = 0;
    std::jthread thread_;  // Last.
};

}  // namespace welcome::sync::test
