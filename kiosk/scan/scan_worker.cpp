#include "kiosk/scan/scan_worker.h"

#include "kiosk/scan/decoder.h"
#include "kiosk/scan/frame_source.h"

namespace welcome::kiosk::scan {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto k_same_code = 2s;   // held before the camera all that time it is one scan
constexpr auto k_look_again = 1s;  // for a camera that is not there

}  // namespace

ScanWorker::ScanWorker(std::string source, ScanEars ears)
    : source_(std::move(source)),
      ears_(std::move(ears)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

void ScanWorker::run(bool running) {
    {
        const std::scoped_lock lock(mutex_);
        running_ = running;
        if (!running) newest_.reset();
    }
    bell_.notify_all();
}

std::optional<Frame> ScanWorker::newest() const {
    const std::scoped_lock lock(mutex_);
    return newest_;
}

void ScanWorker::tell(CameraState state) {
    if (told_ == state) return;
    told_ = state;
    ears_.state(state);
}

void ScanWorker::pause(const std::stop_token& stop, std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    bell_.wait_for(lock, stop, time, [this] { return !running_; });
}

void ScanWorker::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(mutex_);
            if (!running_) tell(CameraState::resting);
            if (!bell_.wait(lock, stop, [this] { return running_; })) return;
        }
        watch(stop);
    }
}

void ScanWorker::watch(const std::stop_token& stop) {
    if (told_ != CameraState::missing) tell(CameraState::starting);  // Looking again is no news.
    auto source = open_frame_source(source_);
    if (!source) {
        tell(CameraState::missing);
        return pause(stop, k_look_again);
    }
    Decoder decoder;
    std::string last;
    Clock::time_point last_seen{};
    while (!stop.stop_requested()) {
        auto frame = (*source)->next(stop);
        if (!frame) {
            {
                const std::scoped_lock lock(mutex_);
                newest_.reset();
            }
            tell(CameraState::missing);
            return pause(stop, k_look_again);
        }
        if (frame->empty()) continue;
        tell(CameraState::seeing);
        const auto text = decoder.decode(*frame);
        {
            const std::scoped_lock lock(mutex_);
            if (!running_) return;
            newest_ = std::move(*frame);
        }
        ears_.frame();
        if (!text) continue;
        const auto now = Clock::now();
        const bool again = *text == last && now - last_seen < k_same_code;
        last = *text;
        last_seen = now;
        if (!again) ears_.read(*text);
    }
}

}  // namespace welcome::kiosk::scan
