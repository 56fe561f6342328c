#pragma once
// The upload worker with this program's hooks: what may leave, what comes in, what the screens are told.

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

  private:
    sync::UploadHooks hooks(session::Session& session, Post& post);

    bool has_service_ = false;
    std::unique_ptr<sync::UploadWorker> worker_;
};

}  // namespace welcome::kiosk::app
