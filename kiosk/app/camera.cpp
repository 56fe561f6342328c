#include "kiosk/app/camera.h"

#include "kiosk/scan/frame_source.h"

namespace welcome::kiosk::app {

namespace {

constexpr int k_preview_width = 480;  // what the screen shows; decoding uses the whole frame

ui::Pixels preview_of(const scan::Frame& frame) {
    const int width = std::min(k_preview_width, frame.width);
    const int height = frame.height * width / frame.width;
    ui::Pixels pixels{width, height, {}};
    pixels.rgba.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto grey = frame.at(x * frame.width / width, y * frame.height / height);
            pixels.rgba.insert(pixels.rgba.end(), {grey, grey, grey, 255});
        }
    }
    return pixels;
}

}  // namespace

Camera::Camera(const std::string& source, ui::Renderer& renderer, Post& post)
    : renderer_(renderer), post_(post) {
    const std::string chosen = source.empty() ? scan::first_camera() : source;
    if (!chosen.empty() && chosen != "none") start(chosen);
}

Camera::~Camera() {
    worker_.reset();
    forget_picture();
}

void Camera::start(const std::string& source) {
    worker_ = std::make_unique<scan::ScanWorker>(
        source, scan::ScanEars{.read =
                                   [this](const std::string& text) {
                                       post_.post(screens::Happening(screens::Scanned{text, true}));
                                   },
                               .frame = [this] { post_.post(CameraFrame{}); },
                               .state = [this](scan::CameraState state) { post_.post(CameraNews{state}); }});
    is_missing_ = false;
    worker_->run(running_);
}

void Camera::want(bool running) {
    if (running == running_) return;
    running_ = running;
    if (worker_) worker_->run(running);
    if (!running) forget_picture();
}

void Camera::hold_up(const std::string& picture) {
    worker_.reset();
    if (picture == "none") return forget_picture();  // Nobody holds anything up any more.
    start(picture);
    worker_->run(true);
}

void Camera::refresh() {
    const auto frame = worker_ && running_ ? worker_->newest() : std::nullopt;
    if (!frame || frame->empty()) return;
    const ui::Pixels pixels = preview_of(*frame);
    if (picture_.texture) {
        renderer_.update_image(picture_.texture, pixels);
    } else {
        picture_.texture = renderer_.upload_image(pixels);
    }
    picture_.width = static_cast<float>(pixels.width);
    picture_.height = static_cast<float>(pixels.height);
}

void Camera::hear(scan::CameraState state) {
    if (state == scan::CameraState::seeing) is_missing_ = false;
    if (state != scan::CameraState::missing) return;
    is_missing_ = true;
    forget_picture();  // A picture that stands still would say that somebody looks.
}

void Camera::forget_picture() {
    if (picture_.texture) renderer_.release(picture_.texture);
    picture_ = {};
}

}  // namespace welcome::kiosk::app
