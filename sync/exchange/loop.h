#pragma once
// The worker's inside: sockets under the exchange's links. Included by the exchange's own files only. All on
// the worker's thread but for `wake`, `look_now`, `hear` and `news`.

#include <atomic>

#include "sync/exchange/discovery.h"
#include "sync/exchange/exchange_worker.h"
#include "sync/exchange/resolver.h"

namespace welcome::sync {

class ExchangeWorker::Loop {
  public:
    Loop(Journal& journal, const EventId& event, const EventKey& key, const ExchangeSelf& self,
         const ExchangePlaces& places, Hooks hooks, ExchangePace pace);

    void run(const std::stop_token& stop);
    void wake();
    void look_now();
    [[nodiscard]] ExchangeNews news() const;

  private:
    struct Connection {
        Socket socket;
        std::string address;                   // where it was dialled; empty where it was accepted
        std::optional<Exchange::LinkId> link;  // nothing while it is being dialled
        Moment since{};
    };

    void open(const ExchangePlaces& places, const EventId& event, const DeviceId& device);
    void hear(bool seen, const std::string& address);  // on Avahi's thread
    void take_notes();
    void dial(Moment now);
    void begin_dialled(Moment now);
    void accept_all(Moment now);
    void wait(Moment now);
    void serve(Connection& connection, short events, Moment now);
    void read(Connection& connection, Moment now);
    void write(Connection& connection, Moment now);
    void sweep(Moment now);
    void publish(Moment now);

    Hooks hooks_;
    Exchange exchange_;
    Socket wake_, listener_;
    std::vector<Connection> connections_;
    Moment published_{};
    bool unpublished_ = false;

    mutable std::mutex mutex_;
    ExchangeNews news_;                                // guarded by mutex_
    std::vector<std::pair<bool, std::string>> heard_;  // guarded by mutex_
    std::atomic<bool> look_ = false;
    Resolver resolver_;
    std::unique_ptr<Discovery> discovery_;  // Last: its thread calls `hear`.
};

}  // namespace welcome::sync
