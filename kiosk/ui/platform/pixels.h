#pragma once
// Pictures in memory and on disk: PNG and JPEG in, PNG out. Plain values, any thread.

#include <cstdint>
#include <filesystem>
#include <vector>

#include "sync/result.h"

namespace welcome::kiosk::ui {

// Rows from the top, four bytes a pixel, red first; alpha is straight (not multiplied in).
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;

    bool operator==(const Pixels&) const = default;
};

// Whole pixels, half open.
struct PixelRect {
    int x = 0, y = 0, width = 0, height = 0;

    [[nodiscard]] int right() const { return x + width; }
    [[nodiscard]] int bottom() const { return y + height; }
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
    [[nodiscard]] std::int64_t area() const;
    [[nodiscard]] bool touches(const PixelRect& other) const;
    [[nodiscard]] bool covers(const PixelRect& other) const;
    [[nodiscard]] PixelRect within(const PixelRect& other) const;  // width and height never below 0
    [[nodiscard]] PixelRect joined(const PixelRect& other) const;  // an empty one adds nothing

    bool operator==(const PixelRect&) const = default;
};

// A picture of more than 40 million pixels is refused: logos and faces are small, bombs are not.
sync::Result<Pixels> read_picture(const std::filesystem::path& file);
sync::Result<Pixels> read_picture_bytes(std::string_view bytes);
sync::Result<void> write_png(const Pixels& pixels, const std::filesystem::path& file);

}  // namespace welcome::kiosk::ui
