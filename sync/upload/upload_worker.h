#pragma once
// The thread around an uploader. Made and ended by the app; ends a request in hand within a second.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "sync/upload/uploader.h"

namespace welcome::sync {

class UploadWorker {
  public:
    // `changed` is called on the worker's thread after each step, with how it stands now: the worker may be
    // at work before whoever makes it holds it.
    UploadWorker(Journal& journal, const EventId& event, ServiceAddress address, UploadHooks hooks,
                 UploadPace pace, std::function<void(const UploadStatus&)> changed);
    ~UploadWorker();
    UploadWorker(const UploadWorker&) = delete;
    UploadWorker& operator=(const UploadWorker&) = delete;

    void look_now();  // new facts are in the journal
    [[nodiscard]] UploadStatus status() const;

  private:
    void run(const std::stop_token& stop, ServiceAddress address, UploadHooks hooks, UploadPace pace);

    Journal& journal_;
    EventId event_;
    std::function<void(const UploadStatus&)> changed_;
    mutable std::mutex mutex_;
    std::condition_variable_any woken_;
    bool look_ = false;
    UploadStatus status_;
    std::jthread thread_;  // Last: it stops and joins before the rest goes away.
};

}  // namespace welcome::sync
