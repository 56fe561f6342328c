#pragma once
// Host names to addresses on a thread of its own, because a name service may take half a minute and the other
// tablets must not wait for it. The thread is made at the first name that is no numeric address. One owner;
// its end waits for a question in hand.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "sync/exchange/socket.h"

namespace welcome::sync {

class Resolver {
  public:
    struct Answer {
        std::string place;  // as it was asked
        Result<SocketAddress> address;
    };

    explicit Resolver(std::function<void()> answered) : answered_(std::move(answered)) {}

    void ask(const std::string& place);
    std::vector<Answer> take();

  private:
    void run(const std::stop_token& stop);
    void answer(Answer answer);

    std::function<void()> answered_;  // called on the thread
    std::mutex mutex_;
    std::condition_variable_any asked_;
    std::deque<std::string> questions_;  // guarded by mutex_
    std::vector<Answer> answers_;        // guarded by mutex_
    std::jthread thread_;                // Last.
};

}  // namespace welcome::sync
