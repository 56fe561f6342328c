#pragma once
// Reads the code in a picture: ZXing-C++ first, ZBar as second opinion on what it misses. One thread.

#include <optional>
#include <string>

#include "kiosk/scan/frame.h"
#include "kiosk/scan/zbar_reader.h"

namespace welcome::kiosk::scan {

inline constexpr std::size_t k_longest_text = 4096;  // bytes; event::read_ticket is stricter

class Decoder {
  public:
    // For a camera's stream: the plain pass on every frame and, while nothing is read, one further pass a
    // frame in turn. So the time a frame takes stays small and a hard code is read within a few frames.
    std::optional<std::string> decode(const Frame& frame);

    // For a still picture: every pass until one reads.
    std::optional<std::string> decode_thoroughly(const Frame& frame);

    // Each reader alone on the picture as it is: what ours is measured against.
    std::optional<std::string> zxing_alone(const Frame& frame) const;
    std::optional<std::string> zbar_alone(const Frame& frame);

  private:
    std::optional<std::string> further_pass(const Frame& frame, int pass);
    ZbarReader zbar_;
    int next_pass_ = 0;
};

}  // namespace welcome::kiosk::scan
