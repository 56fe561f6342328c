#include "printing/raster.h"

namespace welcome::printing {

Bits to_bits(const Raster& raster) {
    Bits bits{.bytes_per_row = (raster.width + 7) / 8, .rows = raster.height, .bytes = {}};
    const auto stride = static_cast<std::size_t>(bits.bytes_per_row);
    bits.bytes.resize(stride * static_cast<std::size_t>(raster.height));
    for (int y = 0; y < raster.height; ++y) {
        for (int x = 0; x < raster.width; ++x) {
            if (!raster.ink(x, y)) continue;
            const auto at = static_cast<std::size_t>(y) * stride + static_cast<std::size_t>(x / 8);
            bits.bytes[at] = static_cast<std::uint8_t>(bits.bytes[at] | (0x80U >> (x % 8)));
        }
    }
    return bits;
}

Raster turned(const Raster& raster) {
    Raster other{.width = raster.height, .height = raster.width, .dpi = raster.dpi, .pixels = {}};
    other.pixels.resize(raster.pixels.size());
    const auto across = static_cast<std::size_t>(raster.width);
    const auto wide = static_cast<std::size_t>(other.width);
    for (std::size_t y = 0; y < wide; ++y)
        for (std::size_t x = 0; x < across; ++x)
            other.pixels[x * wide + (wide - 1 - y)] = raster.pixels[y * across + x];
    return other;
}

}  // namespace welcome::printing
