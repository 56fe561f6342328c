#pragma once
// Values from the workers to the UI thread. Any thread posts; the UI thread takes all that is there. Each
// post wakes the UI, which sleeps until somebody does.

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace welcome::kiosk::app {

template <typename T>
class Mailbox {
  public:
    explicit Mailbox(std::function<void()> wake) : wake_(std::move(wake)) {}

    void post(T value) {
        {
            const std::scoped_lock lock(mutex_);
            waiting_.push_back(std::move(value));
        }
        wake_();
    }

    std::vector<T> take() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(waiting_, {});
    }

  private:
    const std::function<void()> wake_;
    std::mutex mutex_;
    std::vector<T> waiting_;  // guarded by mutex_
};

}  // namespace welcome::kiosk::app
