#pragma once
// Checks a PIN against every staff member's hash, away from the UI thread: Argon2id is slow on purpose.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/event/state.h"

namespace welcome::kiosk::app {

class PinWorker {
  public:
    // Who the PIN belongs to, or nobody. Called on the worker's thread.
    using Answer = std::function<void(std::optional<event::StaffId>)>;
    explicit PinWorker(Answer answer);

    // One question at a time; a newer one replaces one that has not begun.
    void check(std::string pin, std::vector<event::Staff> staff);

  private:
    struct Question {
        std::string pin;
        std::vector<event::Staff> staff;
    };
    void run(const std::stop_token& stop);

    const Answer answer_;
    std::mutex mutex_;
    std::condition_variable_any asked_;
    std::optional<Question> question_;  // guarded by mutex_
    std::jthread thread_;               // Last: it stops and joins before the rest goes away.
};

}  // namespace welcome::kiosk::app
