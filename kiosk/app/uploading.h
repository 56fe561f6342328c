#pragma once
// The upload worker with this program's hooks: what may leave, what comes in, what the screens are told.

#include <atomic>
#include <memory>
#include <string>

#include "kiosk/app/mail.h"
#include "kiosk/session/session.h"
#include "sync/upload/upload_worker.h"

namespace welcome::kiosk::app {

class Uploading {
  public:
    // An empty URL: no service, and nothing runs.
    Uploading(session::Session& session, const std::string& url, const std::string& token, Post& post);

    void look_now();
    [[nodiscard]] screens::SyncStatus status() const;

    // The service's words on what this process sent, for the robot's summary.
    struct Answers {
        std::atomic<std::uint64_t> sent = 0, accepted = 0, duplicate = 0, rejected = 0;
    };
    [[nodiscard]] const Answers& answers() const { return answers_; }

  private:
    sync::UploadHooks hooks(session::Session& session, const std::string& url, Post& post);

    bool has_service_ = false;
    Answers answers_;
    std::unique_ptr<sync::UploadWorker> worker_;
};

}  // namespace welcome::kiosk::app
