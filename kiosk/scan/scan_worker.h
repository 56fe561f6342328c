#pragma once
// The camera's thread: frames in, texts out, the newest picture kept for the screen. A camera that is
// pulled out is looked for again until it is back.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "kiosk/scan/frame.h"

namespace welcome::kiosk::scan {

enum class CameraState { resting, starting, seeing, missing };

struct ScanEars {                                  // called on the worker's thread, and short
    std::function<void(const std::string&)> read;  // a code; the same one again only after it was away 2 s
    std::function<void()> frame;                   // a newer picture can be fetched
    std::function<void(CameraState)> state;
};

class ScanWorker {
  public:
    ScanWorker(std::string source, ScanEars ears);  // resting until told to run
    ScanWorker(const ScanWorker&) = delete;
    ScanWorker& operator=(const ScanWorker&) = delete;

    void run(bool running);
    [[nodiscard]] std::optional<Frame> newest() const;  // nothing before the first

  private:
    void work(const std::stop_token& stop);
    void watch(const std::stop_token& stop);  // one source, until it fails or is told to rest
    void tell(CameraState state);
    void pause(const std::stop_token& stop, std::chrono::milliseconds time);

    const std::string source_;
    const ScanEars ears_;
    mutable std::mutex mutex_;  // guards the next three
    bool running_ = false;
    std::optional<Frame> newest_;
    std::condition_variable_any bell_;
    std::optional<CameraState> told_;  // worker's
    std::jthread thread_;              // Last: it stops and joins before the rest goes away.
};

}  // namespace welcome::kiosk::scan
