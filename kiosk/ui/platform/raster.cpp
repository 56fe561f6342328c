#include "kiosk/ui/platform/raster.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "kiosk/ui/platform/blend.h"
#include "kiosk/ui/platform/shapes.h"
#include "kiosk/ui/platform/texture.h"

namespace welcome::kiosk::ui {
namespace {

// Where one column or row of the screen reads its texture: between two texels.
struct Tap {
    int first = 0, second = 0;
    std::uint32_t weight = 0;  // of the second, 0 … 256
};

// One direction of the way from the screen to the texture.
struct Axis {
    float start;  // texel under the middle of pixel 0, counted between texel middles
    float step;   // texels a pixel
    int size;

    // Whole steps onto whole texels: pixel + offset is the texel.
    [[nodiscard]] std::optional<int> offset(int first, int count) const {
        const float nearest = std::round(start);
        const auto at = static_cast<int>(nearest);
        const bool fits = std::abs(step - 1) * static_cast<float>(count) < 0.03F &&
                          std::abs(start - nearest) < 0.03F && first + at >= 0 && first + at + count <= size;
        return fits ? std::optional(at) : std::nullopt;
    }

    [[nodiscard]] Tap tap(int pixel) const {
        const float at =
            std::clamp(start + step * static_cast<float>(pixel), 0.0F, static_cast<float>(size - 1));
        const int first = static_cast<int>(at);
        return {first, std::min(first + 1, size - 1),
                static_cast<std::uint32_t>(std::lround((at - static_cast<float>(first)) * 256))};
    }
};

Axis axis(float from, float to, float uv_from, float uv_to, int size) {
    const float length = static_cast<float>(size);
    const float step = (uv_to - uv_from) * length / (to - from);
    return {uv_from * length - 0.5F + (0.5F - from) * step, step, size};
}

void put(std::uint32_t& pixel, std::uint32_t color) {
    const std::uint32_t alpha = color >> 24;
    if (alpha == 255) {
        pixel = color;
    } else if (alpha != 0) {
        pixel = blend(pixel, color, alpha);
    }
}

// Text: most texels are empty or full.
void blit_mask(std::uint32_t* row, const std::uint8_t* coverage, int count, std::uint32_t color) {
    const std::uint32_t strength = color >> 24;
    for (int i = 0; i < count; ++i) {
        if (coverage[i] == 0) continue;
        const std::uint32_t alpha = times_255th(coverage[i], strength);
        row[i] = alpha == 255 ? color : blend(row[i], color, alpha);
    }
}

void blit_image(std::uint32_t* row, const std::uint32_t* colors, int count, std::uint32_t tint) {
    if (tint == 0xFFFFFFFFU) {
        for (int i = 0; i < count; ++i) put(row[i], colors[i]);
    } else {
        for (int i = 0; i < count; ++i) put(row[i], modulate(colors[i], tint));
    }
}

void blit(const Canvas& canvas, const PixelRect& region, const Shape& shape, int across, int down) {
    const Texture& texture = *shape.texture;
    for (int y = region.y; y < region.bottom(); ++y) {
        const auto start = static_cast<std::ptrdiff_t>(y + down) * texture.width + region.x + across;
        std::uint32_t* row = canvas.row(y) + region.x;
        if (texture.is_mask()) {
            blit_mask(row, texture.coverage.data() + start, region.width, shape.color);
        } else {
            blit_image(row, texture.colors.data() + start, region.width, shape.color);
        }
    }
}

std::uint32_t mixed(std::uint8_t a, std::uint8_t b, std::uint32_t weight) {
    return a * (256 - weight) + b * weight;
}

void scale_mask_row(std::uint32_t* row, const Texture& texture, const std::vector<Tap>& columns,
                    const Tap& line, std::uint32_t color) {
    const std::uint8_t* upper =
        texture.coverage.data() + static_cast<std::ptrdiff_t>(line.first) * texture.width;
    const std::uint8_t* lower =
        texture.coverage.data() + static_cast<std::ptrdiff_t>(line.second) * texture.width;
    const std::uint32_t strength = color >> 24;
    for (const Tap& column : columns) {
        const std::uint32_t above = mixed(upper[column.first], upper[column.second], column.weight);
        const std::uint32_t below = mixed(lower[column.first], lower[column.second], column.weight);
        const std::uint32_t coverage = (above * (256 - line.weight) + below * line.weight + 0x8000U) >> 16;
        const std::uint32_t alpha = times_255th(coverage, strength);
        *row = alpha == 255 ? color : blend(*row, color, alpha);
        ++row;
    }
}

void scale_image_row(std::uint32_t* row, const Texture& texture, const std::vector<Tap>& columns,
                     const Tap& line, std::uint32_t tint) {
    const std::uint32_t* upper =
        texture.colors.data() + static_cast<std::ptrdiff_t>(line.first) * texture.width;
    const std::uint32_t* lower =
        texture.colors.data() + static_cast<std::ptrdiff_t>(line.second) * texture.width;
    const bool plain = tint == 0xFFFFFFFFU;
    for (const Tap& column : columns) {
        const std::uint32_t above = between(upper[column.first], upper[column.second], column.weight);
        const std::uint32_t below = between(lower[column.first], lower[column.second], column.weight);
        const std::uint32_t color = between(above, below, line.weight);
        put(*row, plain ? color : modulate(color, tint));
        ++row;
    }
}

}  // namespace

void clear(const Canvas& canvas, const PixelRect& region, std::uint32_t color) {
    for (int y = region.y; y < region.bottom(); ++y) {
        std::fill_n(canvas.row(y) + region.x, region.width, color | k_opaque);
    }
}

void fill(const Canvas& canvas, const PixelRect& region, std::uint32_t color) {
    const std::uint32_t alpha = color >> 24;
    if (alpha == 255) return clear(canvas, region, color);
    if (alpha == 0) return;
    for (int y = region.y; y < region.bottom(); ++y) {
        std::uint32_t* row = canvas.row(y) + region.x;
        for (int i = 0; i < region.width; ++i) row[i] = blend(row[i], color, alpha);
    }
}

void draw_picture(const Canvas& canvas, const PixelRect& region, const Shape& shape) {
    const Texture& texture = *shape.texture;
    const Axis x = axis(shape.from.x, shape.to.x, shape.uv_from.x, shape.uv_to.x, texture.width);
    const Axis y = axis(shape.from.y, shape.to.y, shape.uv_from.y, shape.uv_to.y, texture.height);
    const auto across = x.offset(region.x, region.width);
    const auto down = y.offset(region.y, region.height);
    if (across && down) return blit(canvas, region, shape, *across, *down);
    std::vector<Tap> columns;
    columns.reserve(static_cast<std::size_t>(region.width));
    for (int i = region.x; i < region.right(); ++i) columns.push_back(x.tap(i));
    const auto paint_row = texture.is_mask() ? scale_mask_row : scale_image_row;
    for (int i = region.y; i < region.bottom(); ++i) {
        paint_row(canvas.row(i) + region.x, texture, columns, y.tap(i), shape.color);
    }
}

void rasterise(const Canvas& canvas, const PixelRect& region, const Shape& shape) {
    const PixelRect part = shape.bounds.within(region);
    if (part.empty()) return;
    switch (shape.kind) {
        case Shape::Kind::fill:
            return fill(canvas, part, shape.color);
        case Shape::Kind::picture:
            return draw_picture(canvas, part, shape);
        case Shape::Kind::mesh:
            return draw_mesh(canvas, part, shape);
    }
}

}  // namespace welcome::kiosk::ui
