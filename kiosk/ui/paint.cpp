#include "kiosk/ui/paint.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <imgui.h>
#include <vector>

#include "kiosk/ui/platform/renderer.h"

namespace welcome::kiosk::ui {

namespace {

ImU32 packed(Color color) {
    return IM_COL32(color.r, color.g, color.b, color.a);
}

constexpr int k_shadow_side = 64;  // a blurred square of which half a side is blur
constexpr float k_shadow_soft = 24;

// A square whose edge fades over 2 × k_shadow_soft pixels, corners rounded by the same.
std::vector<std::uint8_t> soft_square() {
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(k_shadow_side) * k_shadow_side);
    const float middle = k_shadow_side / 2.0F;
    for (int y = 0; y < k_shadow_side; ++y) {
        for (int x = 0; x < k_shadow_side; ++x) {
            const float dx =
                std::max(0.0F, std::abs(static_cast<float>(x) + 0.5F - middle) - (middle - k_shadow_soft));
            const float dy =
                std::max(0.0F, std::abs(static_cast<float>(y) + 0.5F - middle) - (middle - k_shadow_soft));
            const float far = std::min(1.0F, std::sqrt(dx * dx + dy * dy) / k_shadow_soft);
            const float left = 1 - far;
            const float alpha = left * left * (3 - 2 * left);
            pixels[static_cast<std::size_t>(y) * k_shadow_side + static_cast<std::size_t>(x)] =
                static_cast<std::uint8_t>(std::lround(alpha * 255));
        }
    }
    return pixels;
}

}  // namespace

struct Painter::Shadow {
    void* texture = nullptr;
};

Painter::Painter(TextShaper& shaper, Renderer* renderer) : shaper_(shaper), renderer_(renderer) {}

Painter::~Painter() {
    if (shadow_ && renderer_ != nullptr) renderer_->release(shadow_->texture);
}

void Painter::prepare_shadow() {
    if (shadow_ || renderer_ == nullptr) return;
    shadow_ =
        std::make_unique<Shadow>(Shadow{renderer_->upload_mask(k_shadow_side, k_shadow_side, soft_square())});
}

void Painter::push_clip(const Rect& clip) {
    list_->PushClipRect({clip.x, clip.y}, {clip.right(), clip.bottom()}, true);
}

void Painter::pop_clip() {
    list_->PopClipRect();
}

void Painter::fill(const Rect& rect, Color color, float radius) {
    if (color.a != 0)
        list_->AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(color), radius);
}

void Painter::outline(const Rect& rect, Color color, float radius, float thickness) {
    const Rect line = rect.inset(thickness / 2);
    list_->AddRect({line.x, line.y}, {line.right(), line.bottom()}, packed(color), radius, 0, thickness);
}

void Painter::shadow(const Rect& rect, Color color, float strength, float radius, float blur) {
    prepare_shadow();
    if (!shadow_ || color.a == 0) return;
    const float corner = radius + blur;
    const Rect whole = rect.inset(-blur);
    const std::array<float, 4> xs{whole.x, whole.x + corner, whole.right() - corner, whole.right()};
    const std::array<float, 4> ys{whole.y, whole.y + corner, whole.bottom() - corner, whole.bottom()};
    constexpr float edge = k_shadow_soft / k_shadow_side;
    constexpr std::array<float, 4> uv{0, edge, 1 - edge, 1};
    const ImU32 tint = packed(with_alpha(color, strength));
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            if (row == 1 && column == 1) continue;  // under the card itself
            list_->AddImage(shadow_->texture, {xs[column], ys[row]}, {xs[column + 1], ys[row + 1]},
                            {uv[column], uv[row]}, {uv[column + 1], uv[row + 1]}, tint);
        }
    }
}

void Painter::line(float x0, float y0, float x1, float y1, Color color, float thickness) {
    list_->AddLine({x0, y0}, {x1, y1}, packed(color), thickness);
}

void Painter::fade(const Rect& rect, Color color, bool solid_at_top) {
    const ImU32 solid = packed(color);
    const ImU32 clear = packed(with_alpha(color, 0));
    const ImU32 top = solid_at_top ? solid : clear;
    const ImU32 bottom = solid_at_top ? clear : solid;
    list_->AddRectFilledMultiColor({rect.x, rect.y}, {rect.right(), rect.bottom()}, top, top, bottom, bottom);
}

void Painter::circle(float x, float y, float radius, Color color) {
    list_->AddCircleFilled({x, y}, radius, packed(color), 0);
}

void Painter::arc(float x, float y, float radius, float from, float to, Color color, float thickness) {
    list_->PathArcTo({x, y}, radius, from, to, 48);
    list_->PathStroke(packed(color), 0, thickness);
}

void Painter::words(const TextSpec& spec, float x, float y, Color color) {
    const Mask mask = shaper_.mask(spec);
    if (mask.texture == nullptr) return;
    const ImVec2 from{std::round(x + mask.x), std::round(y + mask.y)};
    list_->AddImage(mask.texture, from, {from.x + mask.w, from.y + mask.h}, {0, 0}, {1, 1}, packed(color));
}

void Painter::icon(Icon icon, const Rect& within, float px, Color color, bool from_right) {
    if (icon == Icon::none) return;
    const TextSpec spec{.text = std::string(glyph(icon)),
                        .face = Face::icons,
                        .px = px,
                        .flipped = from_right && points(icon)};
    const Shaped& shaped = shaper_.shape(spec);
    words(spec, within.centre_x() - shaped.width / 2, within.centre_y() - shaped.height / 2, color);
}

void Painter::picture(void* texture, const Rect& rect, float radius, bool mirror) {
    const ImVec2 start{mirror ? 1.0F : 0.0F, 0};
    const ImVec2 end{mirror ? 0.0F : 1.0F, 1};
    list_->AddImageRounded(texture, {rect.x, rect.y}, {rect.right(), rect.bottom()}, start, end,
                           IM_COL32_WHITE, radius);
}

}  // namespace welcome::kiosk::ui
