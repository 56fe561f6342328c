#pragma once
// A finished label as grey pixels, row by row from the top. A plain value.

#include <cstdint>
#include <vector>

namespace welcome::printing {

struct Raster {
    int width = 0;
    int height = 0;
    int dpi = 0;
    std::vector<std::uint8_t> pixels;  // 0 is black, 255 is paper

    // Thermal heads know two shades; this is where grey becomes one of them.
    [[nodiscard]] bool ink(int x, int y) const {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)] < 128;
    }
};

// Rows of bits, most significant first, 1 is ink, each row padded with paper to whole bytes.
struct Bits {
    int bytes_per_row = 0;
    int rows = 0;
    std::vector<std::uint8_t> bytes;
};
Bits to_bits(const Raster& raster);

// A quarter turn clockwise, for stock that is fed by its short side.
Raster turned(const Raster& raster);

}  // namespace welcome::printing
