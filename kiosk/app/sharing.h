#pragma once
// The exchange worker with this program's hooks: what other tablets brought, and what the screens are told of
// them.

#include <memory>

#include "kiosk/app/mail.h"
#include "kiosk/app/options.h"
#include "kiosk/session/session.h"
#include "sync/exchange/exchange_worker.h"

namespace welcome::kiosk::app {

class Sharing {
  public:
    Sharing(session::Session& session, const Options& options, Post& post);

    void look_now();  // this tablet wrote facts

  private:
    void tell(const sync::ExchangeNews& news, Post& post);  // on the worker's thread

    screens::OtherTablets told_;                    // the worker's thread only
    std::unique_ptr<sync::ExchangeWorker> worker_;  // Last: its thread calls `tell`.
};

}  // namespace welcome::kiosk::app
