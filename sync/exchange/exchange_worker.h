#pragma once
// The thread around an exchange: real sockets, one poll loop, and discovery. Made and ended by the app or by
// kioskctl; nobody ever waits for it, and its end takes no longer than one pass of the loop.

#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "sync/exchange/exchange.h"
#include "sync/exchange/socket.h"

namespace welcome::sync {

struct ExchangePlaces {
    // Where to listen. Nothing: k_usual_port, or any free one where another program has it.
    std::optional<HostPort> listen;
    bool listens = true;
    std::vector<std::string> peers;  // HOST:PORT
    bool discovers = true;           // by Avahi
};
inline constexpr std::uint16_t k_usual_port = 7411;

struct ExchangeNews {
    ExchangeStatus exchange;
    std::uint16_t port = 0;    // listened on; 0: not listening, and `fault` says why
    bool discovering = false;  // an avahi-daemon runs here
    std::string fault;
};

class ExchangeWorker {
  public:
    struct Hooks {
        std::function<void()> taken_in;                    // facts of other tablets are in the journal
        std::function<void(const ExchangeNews&)> changed;  // perhaps; a few times a second at most
        std::function<std::string()> condition = {};       // as ExchangeHooks::condition
    };

    // Both hooks are called on the worker's thread.
    ExchangeWorker(Journal& journal, const EventId& event, const EventKey& key, const ExchangeSelf& self,
                   const ExchangePlaces& places, Hooks hooks, ExchangePace pace = {});
    ~ExchangeWorker();
    ExchangeWorker(const ExchangeWorker&) = delete;
    ExchangeWorker& operator=(const ExchangeWorker&) = delete;

    void look_now();  // this tablet wrote facts
    void end();       // stops and joins; the news are then the last
    [[nodiscard]] ExchangeNews news() const;

  private:
    class Loop;
    std::unique_ptr<Loop> loop_;
    std::jthread thread_;  // Last: it stops and joins before the rest goes away.
};

}  // namespace welcome::sync
