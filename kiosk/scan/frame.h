#pragma once
// One grey picture: what decoders read. A plain value.

#include <cstdint>
#include <vector>

namespace welcome::kiosk::scan {

struct Frame {
    int width = 0, height = 0;
    std::vector<std::uint8_t> grey;  // width × height, rows from the top, 0 black

    [[nodiscard]] bool empty() const { return grey.empty(); }
    [[nodiscard]] std::uint8_t at(int x, int y) const {
        return grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                    static_cast<std::size_t>(x)];
    }
};

}  // namespace welcome::kiosk::scan
