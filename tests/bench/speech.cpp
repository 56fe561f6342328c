// speech_start: from the touch that changes the screen's words to the first samples that leave for the sound
// card, with the voice already set (speech_start) and the very first time, when eSpeak NG is opened
// (speech_start_cold).

#include <condition_variable>
#include <mutex>
#include <optional>

#include "kiosk/speech/speaker.h"
#include "tests/bench/line.h"

namespace welcome::bench {
namespace {

constexpr double k_budget = 300;  // milliseconds

class Ear {
  public:
    void heard() {
        {
            const std::scoped_lock lock(mutex_);
            heard_ = true;
        }
        came_.notify_one();
    }
    void wait() {
        std::unique_lock lock(mutex_);
        came_.wait(lock, [this] { return heard_; });
        heard_ = false;
    }

  private:
    std::mutex mutex_;
    std::condition_variable came_;
    bool heard_ = false;
};

int speech(const Order& order) {
    using kiosk::speech::Saying;
    using kiosk::speech::Speaker;
    const std::vector<Saying> sayings = {{"Welcome! Tap to start. You do not have to sign in.", "en"},
                                         {"¡Bienvenidos! Toque para empezar.", "es"},
                                         {"欢迎！请点一下开始。", "zh-Hans"},
                                         {"أهلا وسهلا! المس الشاشة للبدء.", "ar"},
                                         {"Добро пожаловать! Коснитесь, чтобы начать.", "ru"}};
    Samples warm, cold;
    for (std::size_t round = 0; round < order.size(12, 1); ++round) {
        Ear ear;
        Speaker speaker(
            {.sink = "none", .recordings = "/nowhere", .fault = {}, .started = [&] { ear.heard(); }});
        bool first = true;
        for (const auto& saying : sayings) {
            const double took = milliseconds_of([&] {
                speaker.hush();
                speaker.say(saying);
                ear.wait();
            });
            (first ? cold : warm).add(took);
            first = false;
        }
    }
    print({"speech_start",
           warm.share(0.95),
           "ms (p95, five languages in turn)",
           Better::lower,
           {"budget", k_budget}});
    print({"speech_start_cold",
           cold.share(0.95),
           "ms (p95, with opening the voice)",
           Better::lower,
           {"budget", k_budget}});
    return 0;
}

}  // namespace
}  // namespace welcome::bench

int main(int argc, char** argv) {
    return welcome::bench::speech(welcome::bench::read_order(argc, argv));
}
