#include "sync/upload/upload_worker.h"

namespace welcome::sync {

UploadWorker::UploadWorker(Journal& journal, const EventId& event, ServiceAddress address, UploadHooks hooks,
                           UploadPace pace, std::function<void(const UploadStatus&)> changed)
    : journal_(journal), event_(event), changed_(std::move(changed)) {
    thread_ = std::jthread([this, address = std::move(address), hooks = std::move(hooks),
                            pace](const std::stop_token& stop) { run(stop, address, hooks, pace); });
}

UploadWorker::~UploadWorker() = default;

void UploadWorker::look_now() {
    const std::lock_guard lock(mutex_);
    look_ = true;
    woken_.notify_all();
}

UploadStatus UploadWorker::status() const {
    const std::lock_guard lock(mutex_);
    return status_;
}

void UploadWorker::run(const std::stop_token& stop, ServiceAddress address, UploadHooks hooks,
                       UploadPace pace) {
    auto http = HttpClient::make(std::move(address), stop);
    if (!http) return;
    Uploader uploader(journal_, event_, std::move(*http), std::move(hooks), pace);
    while (!stop.stop_requested()) {
        uploader.step(std::chrono::steady_clock::now());
        {
            std::unique_lock lock(mutex_);
            status_ = uploader.status();
        }
        changed_(uploader.status());
        std::unique_lock lock(mutex_);
        woken_.wait_for(lock, stop, uploader.wait_time(std::chrono::steady_clock::now()),
                        [this] { return look_; });
        if (look_) uploader.look_now();
        look_ = false;
    }
}

}  // namespace welcome::sync
