#include "kiosk/scan/passes.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>

namespace welcome::kiosk::scan {

namespace {

Frame blank(int width, int height) {
    return {width, height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
}

std::uint8_t* row_of(Frame& frame, int y) {
    return frame.grey.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.width);
}

const std::uint8_t* row_of(const Frame& frame, int y) {
    return frame.grey.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.width);
}

std::uint8_t mean_of(int a, int b, int c, int d) {
    return static_cast<std::uint8_t>((a + b + c + d + 2) / 4);
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
        const auto *above = row_of(frame, 2 * y), *below = row_of(frame, 2 * y + 1);
        auto* into = row_of(half, y);
        for (int x = 0; x < half.width; ++x, above += 2, below += 2)
            into[x] = mean_of(above[0], above[1], below[0], below[1]);
    }
    return half;
}

Frame double_size_of_middle(const Frame& frame) {
    const int left = frame.width / 4, top = frame.height / 4;
    Frame twice = blank(frame.width / 2 * 2, frame.height / 2 * 2);
    for (int y = 0; y < twice.height; ++y) {
        const int row = top + y / 2;
        const auto* above = row_of(frame, row);
        const auto* below = row_of(frame, std::min(row + y % 2, frame.height - 1));
        auto* into = row_of(twice, y);
        for (int x = 0; x < twice.width; x += 2) {
            const int before = left + x / 2, after = std::min(before + 1, frame.width - 1);
            into[x] = mean_of(above[before], above[before], below[before], below[before]);
            into[x + 1] = mean_of(above[before], above[after], below[before], below[after]);
        }
    }
    return twice;
}

Frame inverted(const Frame& frame) {
    Frame other = frame;
    for (auto& grey : other.grey) grey = static_cast<std::uint8_t>(255 - grey);
    return other;
}

// A pixel, its neighbours at half its weight, theirs at a quarter; the outermost pixels stay as they are.
Frame softened(const Frame& frame) {
    Frame soft = frame;
    const auto width = static_cast<std::size_t>(frame.width);
    std::vector<int> columns(width);
    for (int y = 1; y + 1 < frame.height; ++y) {
        const auto *above = row_of(frame, y - 1), *row = row_of(frame, y), *below = row_of(frame, y + 1);
        for (std::size_t x = 0; x < width; ++x) columns[x] = above[x] + 2 * row[x] + below[x];
        auto* into = row_of(soft, y);
        for (std::size_t x = 1; x + 1 < width; ++x)
            into[x] = static_cast<std::uint8_t>((columns[x - 1] + 2 * columns[x] + columns[x + 1]) / 16);
    }
    return soft;
}

// Each pixel's distance from the mean around it, four times as large: a lens spreads over pixels, so the
// neighbours alone would only sharpen the noise. The means come from running sums: of each column over the
// rows around, and of those over the columns around.
Frame sharpened(const Frame& frame) {
    constexpr std::size_t reach = 3, around = 2 * reach + 1;
    constexpr int more = 3, one = 1 << 16;
    const auto width = static_cast<std::size_t>(frame.width);
    const auto height = static_cast<std::size_t>(frame.height);
    Frame sharp = blank(frame.width, frame.height);
    std::vector<int> columns(width + around);  // with empty ones at both edges
    const auto add_row = [&](std::size_t y, int sign) {
        const auto* row = row_of(frame, static_cast<int>(y));
        for (std::size_t x = 0; x < width; ++x) columns[x + reach] += sign * row[x];
    };
    const auto seen = [](std::size_t place, std::size_t all) {  // how many lie around a place
        return static_cast<int>(std::min(all, place + reach + 1) - (place > reach ? place - reach : 0));
    };
    std::vector<int> shares(width);  // of one pixel in the mean
    for (std::size_t y = 0; y < std::min(reach, height); ++y) add_row(y, 1);
    for (std::size_t y = 0; y < height; ++y) {
        if (y + reach < height) add_row(y + reach, 1);
        if (y > reach) add_row(y - reach - 1, -1);
        if (y <= reach || y + reach >= height) {
            for (std::size_t x = 0; x < width; ++x) shares[x] = one / (seen(y, height) * seen(x, width));
        }
        const auto* from = row_of(frame, static_cast<int>(y));
        auto* into = row_of(sharp, static_cast<int>(y));
        int sum = std::accumulate(columns.begin(), columns.begin() + around - 1, 0);
        for (std::size_t x = 0; x < width; ++x) {
            sum += columns[x + around - 1];
            const int mean =
                static_cast<int>(static_cast<unsigned>(sum) * static_cast<unsigned>(shares[x]) / one);
            into[x] = clamped(from[x] + more * (from[x] - mean));
            sum -= columns[x];
        }
    }
    return sharp;
}

// Each tile's darkest and lightest, its neighbours' too, become black and white.
Frame local_contrast(const Frame& frame) {
    constexpr int tile = 64;
    const int across = (frame.width + tile - 1) / tile, down = (frame.height + tile - 1) / tile;
    std::vector<Range> ranges(static_cast<std::size_t>(across) * static_cast<std::size_t>(down));
    const auto range_at = [&](int column, int row) -> Range& {
        return ranges[static_cast<std::size_t>(row) * static_cast<std::size_t>(across) +
                      static_cast<std::size_t>(column)];
    };
    const auto each_strip = [&](auto&& visit) {  // the part of a row that lies in one tile
        for (int y = 0; y < frame.height; ++y) {
            for (int column = 0; column < across; ++column)
                visit(column, y, column * tile, std::min(frame.width, (column + 1) * tile));
        }
    };
    each_strip([&](int column, int y, int left, int right) {
        const auto* row = row_of(frame, y);
        std::uint8_t low = 255, high = 0;
        for (int x = left; x < right; ++x) {
            low = std::min(low, row[x]);
            high = std::max(high, row[x]);
        }
        Range& range = range_at(column, y / tile);
        range = {std::min<int>(range.low, low), std::max<int>(range.high, high)};
    });
    Frame clear = blank(frame.width, frame.height);
    std::vector<std::array<std::uint8_t, 256>> greys(static_cast<std::size_t>(across));
    each_strip([&](int column, int y, int left, int right) {
        auto& grey = greys[static_cast<std::size_t>(column)];
        if (y % tile == 0) {
            Range wide;
            for (int row = std::max(0, y / tile - 1); row <= std::min(down - 1, y / tile + 1); ++row) {
                for (int near = std::max(0, column - 1); near <= std::min(across - 1, column + 1); ++near) {
                    wide.low = std::min(wide.low, range_at(near, row).low);
                    wide.high = std::max(wide.high, range_at(near, row).high);
                }
            }
            for (int i = 0; i < 256; ++i)
                grey[static_cast<std::size_t>(i)] =
                    clamped((i - wide.low) * 255 / std::max(1, wide.high - wide.low));
        }
        const auto* from = row_of(frame, y);
        auto* into = row_of(clear, y);
        for (int x = left; x < right; ++x) into[x] = grey[from[x]];
    });
    return clear;
}

// The typical bend of three neighbours in a row: edges are rare, so its median is the grain's.
bool is_grainy(const Frame& frame) {
    constexpr int rows_apart = 16, pixels_apart = 4, k_grainy = 4;
    std::array<int, 512> counts{};
    int count = 0;
    for (int y = 0; y < frame.height; y += rows_apart) {
        const auto* row = row_of(frame, y);
        for (int x = 1; x + 1 < frame.width; x += pixels_apart) {
            ++counts[static_cast<std::size_t>(std::abs(row[x - 1] - 2 * row[x] + row[x + 1]))];
            ++count;
        }
    }
    const int calm = std::accumulate(counts.begin(), counts.begin() + k_grainy, 0);
    return calm * 2 < count;
}

}  // namespace welcome::kiosk::scan
