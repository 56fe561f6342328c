#pragma once
// YUV4MPEG2, the plain form of video: a line of text, then frames. Takes bytes as they come, of any length;
// gives the grey plane of each frame. Pure.

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/scan/frame.h"
#include "sync/result.h"

namespace welcome::kiosk::scan {

class Y4mReader {
  public:
    void take(std::string_view bytes) { waiting_ += bytes; }

    // The next whole frame; an empty one where more bytes are needed; `unreadable` where it is no Y4M of
    // 8 bits a sample, and from then on.
    sync::Result<Frame> next();

  private:
    sync::Result<void> read_header(std::string_view line);
    [[nodiscard]] std::optional<std::string_view> line() const;  // the first waiting one, if it is whole
    void drop(std::size_t bytes) { waiting_.erase(0, bytes); }

    std::string waiting_;
    int width_ = 0, height_ = 0;   // 0 before the header
    std::size_t frame_bytes_ = 0;  // all planes
};

}  // namespace welcome::kiosk::scan
