#pragma once
// Told at each change of any tablet, so that a test waits for what it wants and not for time.

#include <condition_variable>
#include <functional>
#include <mutex>

#include "sync/exchange/exchange.h"

namespace welcome::sync::test {

class Bell {
  public:
    void ring() {
        const std::lock_guard lock(mutex_);
        ++rung_;
        heard_.notify_all();
    }
    bool wait(const std::function<bool()>& wanted) {
        const auto until = std::chrono::steady_clock::now() + k_patience;
        std::unique_lock lock(mutex_);
        while (true) {
            const auto rung = rung_;
            lock.unlock();
            if (wanted()) return true;
            lock.lock();
            if (!heard_.wait_until(lock, until, [&] { return rung_ != rung; })) return false;
        }
    }

  private:
    static constexpr auto k_patience = std::chrono::seconds(60);  // far more than any of it takes
    std::mutex mutex_;
    std::condition_variable heard_;
    std::uint64_t rung_ = 0;
};

// Everything within a second, so that a wire may fail often in a short test.
inline ExchangePace quick_pace() {
    using namespace std::chrono_literals;
    ExchangePace pace;
    pace.look_every = 50ms;
    pace.announce_after = 20ms;
    pace.ask_after = 5ms;
    pace.ask_patience = 200ms;
    pace.heartbeat = 200ms;
    pace.silence = 1500ms;
    pace.hello_within = 1s;
    pace.leave_after = 200ms;
    pace.message_within = 1s;
    return pace;
}

}  // namespace welcome::sync::test
