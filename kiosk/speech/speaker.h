#pragma once
// The thread that speaks. The UI thread asks and goes on; what is newer cuts off what is older. Voice, sound
// card and recordings are opened at the first word, so that a kiosk which nobody asks to speak pays nothing.

#include <atomic>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/speech/recordings.h"

namespace welcome::kiosk::speech {

struct Saying {
    std::string text;
    std::string language;
    int loudness = 3;  // 1 … 5
};

class Speaker {
  public:
    struct Set {
        std::string sink;                               // as open_sink takes it
        std::filesystem::path recordings;               // folder of languages
        std::function<void(const std::string&)> fault;  // any thread: why there is no sound; told once
        std::function<void()> started = {};             // any thread: the first samples of a saying go out
    };

    explicit Speaker(Set set);

    // By a voice or by recordings.
    [[nodiscard]] bool speaks(const std::string& language) const;
    void say(Saying saying);
    void hush();  // at once
    // True when all was said; for the end of a robot's play.
    [[nodiscard]] bool is_quiet() const;

  private:
    struct Instruments;
    void run(const std::stop_token& stop);
    void utter(Instruments& with, const Saying& saying, std::uint64_t turn);

    const Set set_;
    Recordings known_;
    mutable std::mutex mutex_;
    std::condition_variable_any asked_;
    std::deque<Saying> waiting_;           // guarded by mutex_
    bool is_speaking_ = false;             // guarded by mutex_
    std::atomic<std::uint64_t> turn_ = 0;  // one more at each hush
    std::jthread thread_;                  // Last: it stops and joins before the rest goes away.
};

}  // namespace welcome::kiosk::speech
