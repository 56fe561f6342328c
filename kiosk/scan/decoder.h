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
    // Grain costs the readers most, since it looks like codes everywhere, and half the size has half the
    // grain: a grainy frame is looked at in half size, and as it is every third time.
    std::optional<std::string> decode(const Frame& frame);

    // For a still picture: every pass until one reads.
    std::optional<std::string> decode_thoroughly(const Frame& frame);

    // Each reader alone on the picture as it is: what ours is measured against.
    std::optional<std::string> zxing_alone(const Frame& frame) const;
    std::optional<std::string> zbar_alone(const Frame& frame);

  private:
    std::optional<std::string> decode_clear(const Frame& frame);
    std::optional<std::string> decode_grainy(const Frame& frame);
    ZbarReader zbar_;
    unsigned clear_turn_ = 0, grainy_turn_ = 0;
};

}  // namespace welcome::kiosk::scan
