#pragma once
// Where frames come from: a V4L2 device in a hall; a picture, a folder of them or a video in tests. One
// thread.

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

#include "kiosk/scan/frame.h"
#include "sync/result.h"

namespace welcome::kiosk::scan {

class FrameSource {
  public:
    FrameSource() = default;
    FrameSource(const FrameSource&) = delete;
    FrameSource& operator=(const FrameSource&) = delete;
    virtual ~FrameSource() = default;

    // Waits for the next frame, about 200 ms at most; an empty frame where none came in that time.
    // `unreachable` where the device is gone: open it again later.
    virtual sync::Result<Frame> next(const std::stop_token& stop) = 0;
};

// "/dev/video0"; a picture; a folder whose pictures are shown in the order of their names; a video. All but
// the device begin again at their end. `not_found`, `busy`, `unreadable` with a plain sentence otherwise.
sync::Result<std::unique_ptr<FrameSource>> open_frame_source(const std::string& what);

// The first camera of this machine; empty where there is none.
std::string first_camera();

// A picture file as a grey frame.
sync::Result<Frame> read_frame(const std::filesystem::path& picture);

}  // namespace welcome::kiosk::scan
