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

// The sum of any rectangle in four steps.
class Sums {
  public:
    explicit Sums(const Frame& frame)
        : width_(static_cast<std::size_t>(frame.width) + 1),
          sums_(width_ * (static_cast<std::size_t>(frame.height) + 1)) {
        for (int y = 0; y < frame.height; ++y) {
            int row = 0;
            for (int x = 0; x < frame.width; ++x) {
                row += frame.at(x, y);
                sums_[place(x + 1, y + 1)] = sums_[place(x + 1, y)] + row;
            }
        }
    }
    [[nodiscard]] int of(int left, int top, int right, int bottom) const {
        return sums_[place(right, bottom)] - sums_[place(left, bottom)] - sums_[place(right, top)] +
               sums_[place(left, top)];
    }

  private:
    [[nodiscard]] std::size_t place(int x, int y) const {
        return static_cast<std::size_t>(y) * width_ + static_cast<std::size_t>(x);
    }

    std::size_t width_;
    std::vector<int> sums_;
};

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
    Frame twice = blank(frame.width / 2 * 2, frame.height / 2 * 2);
    for (int y = 0; y < twice.height; ++y) {
        const int above = top + y / 2, below = std::min(above + y % 2, frame.height - 1);
        for (int x = 0; x < twice.width; ++x) {
            const int before = left + x / 2, after = std::min(before + x % 2, frame.width - 1);
            const int sum = frame.at(before, above) + frame.at(after, above) + frame.at(before, below) +
                            frame.at(after, below);
            pixel(twice, x, y) = static_cast<std::uint8_t>((sum + 2) / 4);
        }
    }
    return twice;
}

Frame inverted(const Frame& frame) {
    Frame other = frame;
    for (auto& grey : other.grey) grey = static_cast<std::uint8_t>(255 - grey);
    return other;
}

// Each pixel's distance from the mean around it, four times as large: a lens spreads over pixels, so the
// neighbours alone would only sharpen the noise.
Frame sharpened(const Frame& frame) {
    constexpr int reach = 3, more = 3;
    const Sums sums(frame);
    Frame sharp = frame;
    for (int y = 0; y < frame.height; ++y) {
        const int top = std::max(0, y - reach), bottom = std::min(frame.height, y + reach + 1);
        for (int x = 0; x < frame.width; ++x) {
            const int left = std::max(0, x - reach), right = std::min(frame.width, x + reach + 1);
            const int mean = sums.of(left, top, right, bottom) / ((right - left) * (bottom - top));
            const int grey = frame.at(x, y);
            pixel(sharp, x, y) = clamped(grey + more * (grey - mean));
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
