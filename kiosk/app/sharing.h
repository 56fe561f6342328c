#pragma once
// The exchange worker with this program's hooks: what other tablets brought, and what the screens are told of
// them.

#include <memory>

#include "kiosk/app/mail.h"
#include "kiosk/app/options.h"
#include "kiosk/session/condition.h"
#include "kiosk/session/session.h"
#include "sync/exchange/exchange_worker.h"

namespace welcome::kiosk::app {

class Sharing {
  public:
    // `waits` tells what waits at this tablet; asked on the worker's thread.
    Sharing(session::Session& session, const Options& options, Post& post,
            std::function<session::Condition()> waits);

    void look_now();  // this tablet wrote facts

  private:
    // On the worker's thread.
    void tell(const sync::ExchangeNews& news, Post& post);
    std::string condition();

    const sync::DeviceId self_;
    const std::function<session::Condition()> waits_;
    // The worker's thread only.
    screens::OtherTablets told_;
    session::Condition battery_;
    std::optional<std::chrono::steady_clock::time_point> battery_read_;
    std::unique_ptr<sync::ExchangeWorker> worker_;  // Last: its thread calls `tell`.
};

}  // namespace welcome::kiosk::app
