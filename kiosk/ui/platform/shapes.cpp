#include "kiosk/ui/platform/shapes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <span>

#include "kiosk/ui/platform/blend.h"
#include "kiosk/ui/platform/texture.h"

namespace welcome::kiosk::ui {
namespace {

constexpr float k_far = 1e6F;  // beyond any screen, within our fixed point

class Hash {
  public:
    void add(std::uint64_t word) {
        value_ = (value_ ^ word) * 0x9E3779B97F4A7C15ULL;
        value_ ^= value_ >> 29;
    }
    // Every vertex of every frame comes through here: one step of the chain each, the products beside it.
    void add(const ImDrawVert& vertex) {
        add(word(vertex.pos) + word(vertex.uv) * 0xD6E8FEB86659FD93ULL + vertex.col * 0xA0761D6478BD642FULL);
    }
    void add(const PixelRect& rect) {
        for (const int side : {rect.x, rect.y, rect.width, rect.height})
            add(static_cast<std::uint64_t>(side));
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

  private:
    static std::uint64_t word(const ImVec2& at) {
        return std::uint64_t{std::bit_cast<std::uint32_t>(at.x)} << 32U | std::bit_cast<std::uint32_t>(at.y);
    }
    std::uint64_t value_ = 0x243F6A8885A308D3ULL;
};

bool same(const ImVec2& a, const ImVec2& b) {
    return a.x == b.x && a.y == b.y;
}

// One command of one draw list, read shape by shape.
class Reader {
  public:
    Reader(const ImDrawList& list, const ImDrawCmd& command, const PixelRect& clip, TextureUse use)
        : vertices_(list.VtxBuffer.Data + command.VtxOffset),
          indices_(list.IdxBuffer.Data + command.IdxOffset, command.ElemCount),
          clip_(clip),
          use_(use) {}

    void read_into(std::vector<Shape>& shapes) {
        while (at_ + 3 <= indices_.size()) {
            Shape shape = is_rectangle() ? rectangle() : mesh();
            if (!shape.bounds.empty()) shapes.push_back(shape);
        }
    }

  private:
    [[nodiscard]] const ImDrawVert& vertex(std::size_t index) const { return vertices_[indices_[index]]; }

    // Corners in ImGui's order, one colour, straight sides: what PrimRect and glyphs are made of.
    [[nodiscard]] bool is_rectangle() const {
        if (at_ + 6 > indices_.size()) return false;
        const auto i = indices_.subspan(at_, 6);
        if (i[1] != i[0] + 1 || i[2] != i[0] + 2 || i[3] != i[0] || i[4] != i[2] || i[5] != i[0] + 3)
            return false;
        const ImDrawVert& a = vertices_[i[0]];
        const ImDrawVert& b = vertices_[i[1]];
        const ImDrawVert& c = vertices_[i[2]];
        const ImDrawVert& d = vertices_[i[5]];
        return a.col == b.col && a.col == c.col && a.col == d.col && a.pos.x <= c.pos.x &&
               a.pos.y <= c.pos.y && same(b.pos, {c.pos.x, a.pos.y}) && same(d.pos, {a.pos.x, c.pos.y}) &&
               same(b.uv, {c.uv.x, a.uv.y}) && same(d.uv, {a.uv.x, c.uv.y});
    }

    Shape rectangle() {
        const ImDrawVert& a = vertex(at_);
        const ImDrawVert& c = vertex(at_ + 2);
        at_ += 6;
        Shape shape{.kind = Shape::Kind::picture,
                    .color = swap_red_blue(a.col),
                    .texture = use_.texture,
                    .from = a.pos,
                    .to = c.pos,
                    .uv_from = a.uv,
                    .uv_to = c.uv};
        const int left = first_pixel(a.pos.x);
        const int top = first_pixel(a.pos.y);
        shape.bounds =
            PixelRect{left, top, first_pixel(c.pos.x) - left, first_pixel(c.pos.y) - top}.within(clip_);
        if (use_.texture != nullptr && same(a.uv, c.uv)) {
            shape.kind = Shape::Kind::fill;
            shape.color = modulate(shape.color, use_.texture->nearest(a.uv.x, a.uv.y));
        }
        if (a.col >> 24 == 0) shape.bounds = {};
        Hash hash = begun();
        hash.add(shape.bounds);
        hash.add(a);
        hash.add(c);
        shape.hash = hash.value();
        return shape;
    }

    // Triangles belong together as long as they share the vertices of one of ImGui's paths.
    Shape mesh() {
        const std::size_t start = at_;
        ImDrawIdx least = indices_[at_];
        ImDrawIdx most = least;
        do {
            const auto [low, high] = std::minmax({indices_[at_], indices_[at_ + 1], indices_[at_ + 2]});
            if (at_ > start && low > most) break;
            least = std::min(least, low);
            most = std::max(most, high);
            at_ += 3;
        } while (at_ + 3 <= indices_.size());
        Shape shape{.kind = Shape::Kind::mesh,
                    .texture = use_.texture,
                    .vertices = vertices_,
                    .indices = indices_.data() + start,
                    .index_count = static_cast<int>(at_ - start)};
        describe(shape, least, most);
        return shape;
    }

    void describe(Shape& shape, ImDrawIdx least, ImDrawIdx most) const {
        ImVec2 low{k_far, k_far};
        ImVec2 high{-k_far, -k_far};
        Hash hash = begun();
        for (std::size_t i = least; i <= most; ++i) {
            const ImDrawVert& one = vertices_[i];
            low = {std::min(low.x, one.pos.x), std::min(low.y, one.pos.y)};
            high = {std::max(high.x, one.pos.x), std::max(high.y, one.pos.y)};
            hash.add(one);
        }
        const std::span indices(shape.indices, static_cast<std::size_t>(shape.index_count));
        for (std::size_t i = 0; i < indices.size(); i += 3) {  // a triangle a word; a shape has few vertices
            const auto corner = [&](std::size_t at) { return std::uint64_t{indices[i + at]} - least; };
            hash.add(corner(0) << 42U ^ corner(1) << 21U ^ corner(2));
        }
        const int left = first_pixel(low.x);
        const int top = first_pixel(low.y);
        shape.bounds =
            PixelRect{left, top, first_pixel(high.x) + 1 - left, first_pixel(high.y) + 1 - top}.within(clip_);
        hash.add(shape.bounds);
        shape.hash = hash.value();
    }

    [[nodiscard]] Hash begun() const {
        Hash hash;
        hash.add(use_.stamp);
        return hash;
    }

    const ImDrawVert* vertices_;
    std::span<const ImDrawIdx> indices_;
    PixelRect clip_;
    TextureUse use_;
    std::size_t at_ = 0;
};

}  // namespace

int first_pixel(float at) {
    return static_cast<int>(std::ceil(std::clamp(at, -k_far, k_far) - 0.5F));
}

// A kiosk has one viewport at 0,0 and its coordinates are pixels: DisplayPos and FramebufferScale say
// nothing.
std::vector<Shape> shapes_of(const ImDrawData& frame, const FindTexture& find) {
    std::vector<Shape> shapes;
    const PixelRect screen{0, 0, static_cast<int>(frame.DisplaySize.x),
                           static_cast<int>(frame.DisplaySize.y)};
    for (const ImDrawList* list : std::span(frame.CmdLists, static_cast<std::size_t>(frame.CmdListsCount))) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const TextureUse use = command.UserCallback == nullptr ? find(command.TextureId) : TextureUse{};
            if (use.stamp == 0) continue;
            const auto [x, y, right, bottom] =
                std::array{command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w};
            const auto whole = [](float at) { return static_cast<int>(std::clamp(at, 0.0F, k_far)); };
            const PixelRect clip{whole(x), whole(y), whole(right) - whole(x), whole(bottom) - whole(y)};
            Reader(*list, command, clip.within(screen), use).read_into(shapes);
        }
    }
    return shapes;
}

}  // namespace welcome::kiosk::ui
