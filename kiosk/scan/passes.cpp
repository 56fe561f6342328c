#include "kiosk/scan/passes.h"

#include <algorithm>

namespace welcome::kiosk::scan {

namespace {

Frame blank(int width, int height) {
    return {width, height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
}

std::uint8_t& pixel(Frame& frame, int x, int y) {
    return frame.grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.width) +
                      static_cast<std::size_t>(x)];
}

std::uint8_t clamped(int value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0, 255));
}

struct Range {
    int low = 255, high = 0;
};

}  // namespace

Frame half_size(const Frame& frame) {
    Frame half = blank(frame.width / 2, frame.height / 2);
    for (int y = 0; y < half.height; ++y) {
        for (int x = 0; x < half.width; ++x) {
            const int sum = frame.at(2 * x, 2 * y) + frame.at(2 * x + 1, 2 * y) + frame.at(2 * x, 2 * y + 1) +
                            frame.at(2 * x + 1, 2 * y + 1);
            pixel(half, x, y) = static_cast<std::uint8_t>((sum + 2) / 4);
        }
    }
    return half;
}

Frame double_size_of_middle(const Frame& frame) {
    const int left = frame.width / 4, top = frame.height / 4;
    const int width = frame.width / 2, height = frame.height / 2;
    Frame twice = blank(width * 2, height * 2);
    for (int y = 0; y < twice.height; ++y) {
        for (int x = 0; x < twice.width; ++x) {
            const int from_x = left + x / 2, from_y = top + y / 2;
            const int right = std::min(from_x + x % 2, frame.width - 1);
            const int below = std::min(from_y + y % 2, frame.height - 1);
            pixel(twice, x, y) =
                static_cast<std::uint8_t>((frame.at(from_x, from_y) + frame.at(right, below)) / 2);
        }
    }
    return twice;
}

Frame inverted(const Frame& frame) {
    Frame other = frame;
    for (auto& grey : other.grey) grey = static_cast<std::uint8_t>(255 - grey);
    return other;
}

Frame sharpened(const Frame& frame) {
    Frame sharp = frame;
    for (int y = 1; y + 1 < frame.height; ++y) {
        for (int x = 1; x + 1 < frame.width; ++x) {
            const int around =
                frame.at(x - 1, y) + frame.at(x + 1, y) + frame.at(x, y - 1) + frame.at(x, y + 1);
            pixel(sharp, x, y) = clamped(frame.at(x, y) * 5 - around);
        }
    }
    return sharp;
}

// Each tile's own darkest and lightest become black and white, blended over its neighbours.
Frame local_contrast(const Frame& frame) {
    constexpr int tile = 64;
    const int across = (frame.width + tile - 1) / tile, down = (frame.height + tile - 1) / tile;
    std::vector<Range> ranges(static_cast<std::size_t>(across) * static_cast<std::size_t>(down));
    const auto range_at = [&](int column, int row) -> Range& {
        return ranges[static_cast<std::size_t>(row) * static_cast<std::size_t>(across) +
                      static_cast<std::size_t>(column)];
    };
    for (int y = 0; y < frame.height; ++y) {
        for (int x = 0; x < frame.width; ++x) {
            Range& range = range_at(x / tile, y / tile);
            range.low = std::min<int>(range.low, frame.at(x, y));
            range.high = std::max<int>(range.high, frame.at(x, y));
        }
    }
    Frame clear = frame;
    for (int y = 0; y < frame.height; ++y) {
        for (int x = 0; x < frame.width; ++x) {
            Range wide;
            for (int row = std::max(0, y / tile - 1); row <= std::min(down - 1, y / tile + 1); ++row) {
                for (int column = std::max(0, x / tile - 1); column <= std::min(across - 1, x / tile + 1);
                     ++column) {
                    wide.low = std::min(wide.low, range_at(column, row).low);
                    wide.high = std::max(wide.high, range_at(column, row).high);
                }
            }
            pixel(clear, x, y) =
                clamped((frame.at(x, y) - wide.low) * 255 / std::max(1, wide.high - wide.low));
        }
    }
    return clear;
}

}  // namespace welcome::kiosk::scan
