#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "kiosk/ui/platform/blend.h"
#include "kiosk/ui/platform/raster.h"
#include "kiosk/ui/platform/shapes.h"
#include "kiosk/ui/platform/texture.h"

namespace welcome::kiosk::ui {
namespace {

constexpr std::int64_t k_unit = 256;  // fixed point: 8 bits below the pixel

std::int64_t divided_down(std::int64_t a, std::int64_t b) {  // b > 0
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

struct Point {
    std::int64_t x = 0, y = 0;
};

Point fixed(const ImVec2& at) {
    const auto one = [](float value) {
        return static_cast<std::int64_t>(std::lround(std::clamp(value, -1e6F, 1e6F) * k_unit));
    };
    return {one(at.x), one(at.y)};
}

std::int64_t cross(const Point& a, const Point& b, const Point& p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

// A span of pixels in one row, [first, end).
struct Span {
    int first = 0, end = 0;
};

// One side of a triangle that runs clockwise on the screen. A middle exactly on a side belongs to the
// triangle below or right of it, so that no pixel of a seam is drawn twice or not at all.
class Side {
  public:
    Side(const Point& a, const Point& b) : a_(a), dx_(b.x - a.x), dy_(b.y - a.y) {
        const bool top_or_left = dy_ < 0 || (dy_ == 0 && dx_ > 0);
        bias_ = top_or_left ? 0 : -1;
    }

    // Cuts away what lies outside in the row of `y`.
    void cut(Span& span, int y) const {
        const std::int64_t at_zero =
            dx_ * (y * k_unit + k_unit / 2 - a_.y) - dy_ * (k_unit / 2 - a_.x) + bias_;
        if (dy_ > 0) {
            const std::int64_t last = divided_down(at_zero, dy_ * k_unit);
            span.end = static_cast<int>(std::min<std::int64_t>(span.end, last + 1));
        } else if (dy_ < 0) {
            const std::int64_t first = -divided_down(at_zero, -dy_ * k_unit);
            span.first = static_cast<int>(std::max<std::int64_t>(span.first, first));
        } else if (at_zero < 0) {
            span.end = span.first;
        }
    }

  private:
    Point a_;
    std::int64_t dx_, dy_, bias_ = 0;
};

// A value that changes evenly over the triangle; read at the middles of pixels.
struct Slope {
    float at_zero = 0, across = 0, down = 0;

    [[nodiscard]] float at(int x, int y) const {
        return at_zero + across * (static_cast<float>(x) + 0.5F) + down * (static_cast<float>(y) + 0.5F);
    }
};

class Triangle {
  public:
    Triangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const Texture& texture)
        : corners_{&a, &b, &c}, texture_(texture) {
        points_ = {fixed(a.pos), fixed(b.pos), fixed(c.pos)};
        area_ = cross(points_[0], points_[1], points_[2]);
        if (area_ < 0) {
            std::swap(corners_[1], corners_[2]);
            std::swap(points_[1], points_[2]);
            area_ = -area_;
        }
    }

    void draw(const Canvas& canvas, const PixelRect& region) {
        if (area_ == 0) return;
        const auto [low, high] = std::minmax({points_[0].y, points_[1].y, points_[2].y});
        const auto top = std::max<std::int64_t>(region.y, divided_down(low, k_unit));
        const auto bottom = std::min<std::int64_t>(region.bottom(), divided_down(high, k_unit) + 1);
        const std::array sides{Side(points_[0], points_[1]), Side(points_[1], points_[2]),
                               Side(points_[2], points_[0])};
        choose_paint();
        for (int y = static_cast<int>(top); y < bottom; ++y) {
            Span span{region.x, region.right()};
            for (const Side& side : sides) side.cut(span, y);
            if (span.first < span.end) (this->*paint_)(canvas.row(y), span, y);
        }
    }

  private:
    using Paint = void (Triangle::*)(std::uint32_t* row, const Span& span, int y) const;

    [[nodiscard]] bool one_texel() const {
        const auto same = [&](const ImDrawVert* other) {
            return other->uv.x == corners_[0]->uv.x && other->uv.y == corners_[0]->uv.y;
        };
        return same(corners_[1]) && same(corners_[2]);
    }

    void choose_paint() {
        std::array<std::uint32_t, 3> colors{};
        const bool plain = one_texel();
        for (std::size_t i = 0; i < 3; ++i) {
            colors[i] = swap_red_blue(corners_[i]->col);
            if (plain)
                colors[i] = modulate(colors[i], texture_.nearest(corners_[i]->uv.x, corners_[i]->uv.y));
        }
        color_ = colors[0];
        const std::uint32_t differing = (colors[0] ^ colors[1]) | (colors[0] ^ colors[2]);
        if (plain && differing == 0) {
            paint_ = &Triangle::paint_flat;
        } else if (plain && (differing & 0xFFFFFFU) == 0) {
            paint_ = &Triangle::paint_fading;
            channels_[3] = channel(colors, 24);
        } else {
            paint_ = plain ? &Triangle::paint_blended : &Triangle::paint_textured;
            for (unsigned i = 0; i < 4; ++i) channels_[i] = channel(colors, i * 8);
            u_ = slope(corners_[0]->uv.x, corners_[1]->uv.x, corners_[2]->uv.x);
            v_ = slope(corners_[0]->uv.y, corners_[1]->uv.y, corners_[2]->uv.y);
        }
    }

    [[nodiscard]] Slope channel(const std::array<std::uint32_t, 3>& colors, unsigned shift) const {
        const auto part = [&](std::size_t i) { return static_cast<float>((colors[i] >> shift) & 0xFFU); };
        return slope(part(0), part(1), part(2));
    }

    [[nodiscard]] Slope slope(float a, float b, float c) const {
        const ImVec2& p = corners_[0]->pos;
        const ImVec2& q = corners_[1]->pos;
        const ImVec2& r = corners_[2]->pos;
        const float area = (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
        if (area == 0) return {a, 0, 0};
        const float across = ((b - a) * (r.y - p.y) - (c - a) * (q.y - p.y)) / area;
        const float down = ((c - a) * (q.x - p.x) - (b - a) * (r.x - p.x)) / area;
        return {a - across * p.x - down * p.y, across, down};
    }

    [[nodiscard]] static std::uint32_t byte(float value) {
        return static_cast<std::uint32_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
    }

    [[nodiscard]] std::uint32_t color_at(int x, int y) const {
        std::uint32_t color = 0;
        for (unsigned i = 0; i < 4; ++i) color |= byte(channels_[i].at(x, y)) << (i * 8);
        return color;
    }

    void paint_flat(std::uint32_t* row, const Span& span, int) const {
        const std::uint32_t alpha = color_ >> 24;
        if (alpha == 255) {
            std::fill(row + span.first, row + span.end, color_);
        } else if (alpha != 0) {
            for (int x = span.first; x < span.end; ++x) row[x] = blend(row[x], color_, alpha);
        }
    }
    void paint_fading(std::uint32_t* row, const Span& span, int y) const {
        for (int x = span.first; x < span.end; ++x)
            row[x] = blend(row[x], color_, byte(channels_[3].at(x, y)));
    }
    void paint_blended(std::uint32_t* row, const Span& span, int y) const {
        for (int x = span.first; x < span.end; ++x) {
            const std::uint32_t color = color_at(x, y);
            row[x] = blend(row[x], color, color >> 24);
        }
    }
    void paint_textured(std::uint32_t* row, const Span& span, int y) const {
        for (int x = span.first; x < span.end; ++x) {
            const std::uint32_t color = modulate(color_at(x, y), texture_.smooth(u_.at(x, y), v_.at(x, y)));
            row[x] = blend(row[x], color, color >> 24);
        }
    }

    std::array<const ImDrawVert*, 3> corners_;
    std::array<Point, 3> points_;
    std::int64_t area_ = 0;
    const Texture& texture_;
    std::array<Slope, 4> channels_;  // blue, green, red, alpha
    Slope u_, v_;
    std::uint32_t color_ = 0;
    Paint paint_ = nullptr;
};

}  // namespace

void draw_mesh(const Canvas& canvas, const PixelRect& region, const Shape& shape) {
    for (int i = 0; i + 2 < shape.index_count; i += 3) {
        const ImDrawIdx* corner = shape.indices + i;
        Triangle(shape.vertices[corner[0]], shape.vertices[corner[1]], shape.vertices[corner[2]],
                 *shape.texture)
            .draw(canvas, region);
    }
}

}  // namespace welcome::kiosk::ui
