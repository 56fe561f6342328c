#pragma once
// The camera, or what stands for it: runs while a screen wants it, keeps its newest picture as a texture.
// UI thread.

#include <memory>
#include <string>

#include "kiosk/app/mail.h"
#include "kiosk/scan/scan_worker.h"
#include "kiosk/screens/guest/scan.h"
#include "kiosk/ui/platform/renderer.h"

namespace welcome::kiosk::app {

class Camera {
  public:
    // `source`: a device, a picture, a folder, a video, "none", or empty for the first device there is.
    Camera(const std::string& source, ui::Renderer& renderer, Post& post);
    ~Camera();
    Camera(const Camera&) = delete;
    Camera& operator=(const Camera&) = delete;

    [[nodiscard]] bool is_there() const { return worker_ != nullptr && !is_missing_; }
    void want(bool running);
    // Another source from now on: the robot holds a picture up.
    void hold_up(const std::string& picture);
    void refresh();                      // the texture, from the newest frame
    void hear(scan::CameraState state);  // from the worker, by mail
    [[nodiscard]] const screens::ShownPicture& picture() const { return picture_; }

  private:
    void start(const std::string& source);
    void forget_picture();

    ui::Renderer& renderer_;
    Post& post_;
    screens::ShownPicture picture_;
    bool running_ = false, is_missing_ = false;
    std::unique_ptr<scan::ScanWorker> worker_;  // Last: it ends before what it posts to goes away.
};

}  // namespace welcome::kiosk::app
