#include "sync/exchange/exchange_worker.h"

#include "sync/exchange/loop.h"

namespace welcome::sync {

ExchangeWorker::ExchangeWorker(Journal& journal, const EventId& event, const EventKey& key,
                               const ExchangeSelf& self, const ExchangePlaces& places, Hooks hooks,
                               ExchangePace pace)
    : loop_(std::make_unique<Loop>(journal, event, key, self, places, std::move(hooks), pace)),
      thread_([this](const std::stop_token& stop) {
          const std::stop_callback wake(stop, [this] { loop_->wake(); });
          loop_->run(stop);
      }) {}

ExchangeWorker::~ExchangeWorker() = default;

void ExchangeWorker::look_now() {
    loop_->look_now();
}

void ExchangeWorker::end() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
}

ExchangeNews ExchangeWorker::news() const {
    return loop_->news();
}

}  // namespace welcome::sync
