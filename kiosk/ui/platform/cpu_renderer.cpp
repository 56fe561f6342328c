#include "kiosk/ui/platform/cpu_renderer.h"

#include <algorithm>
#include <array>

#include "kiosk/ui/platform/blend.h"
#include "kiosk/ui/platform/offscreen.h"

namespace welcome::kiosk::ui {

CpuRenderer::CpuRenderer(std::unique_ptr<Surface> surface) : surface_(std::move(surface)) {}

ImTextureID CpuRenderer::upload_mask(int width, int height, const std::uint8_t* coverage, int stride) {
    return textures_.add_mask(width, height, coverage, stride);
}

ImTextureID CpuRenderer::upload_image(const Pixels& pixels) {
    return textures_.add_image(pixels);
}

void CpuRenderer::update_image(ImTextureID texture, const Pixels& pixels) {
    textures_.change(texture, pixels);
}

void CpuRenderer::release(ImTextureID texture) {
    textures_.remove(texture);
}

void CpuRenderer::draw(const ImDrawData& frame, ImU32 background) {
    const int width = std::max(0, static_cast<int>(frame.DisplaySize.x));
    const int height = std::max(0, static_cast<int>(frame.DisplaySize.y));
    if (width != canvas_.width || height != canvas_.height) {
        canvas_ = {surface_->resize(width, height), width, height};
        if (canvas_.pixels == nullptr) canvas_ = {};
        watch_.forget();
    }
    const auto shapes = shapes_of(frame, [this](ImTextureID id) {
        const Texture* texture = textures_.find(id);
        return TextureUse{texture, texture == nullptr ? 0 : texture->stamp};
    });
    const std::uint32_t ground = swap_red_blue(background) | k_opaque;
    for (const PixelRect& region : watch_.look(shapes, canvas_.width, canvas_.height, ground)) {
        draw_region(shapes, region, ground);
    }
}

// What lies below the last opaque rectangle that covers the whole region is not worth drawing.
void CpuRenderer::draw_region(const std::vector<Shape>& shapes, const PixelRect& region,
                              std::uint32_t background) const {
    const auto cover = std::find_if(shapes.rbegin(), shapes.rend(), [&](const Shape& shape) {
        return shape.hides_all_below() && shape.bounds.covers(region);
    });
    auto shape = shapes.begin();
    if (cover == shapes.rend()) {
        clear(canvas_, region, background);
    } else {
        shape = std::prev(cover.base());
    }
    for (; shape != shapes.end(); ++shape) rasterise(canvas_, region, *shape);
}

void CpuRenderer::present() {
    if (!damage().empty()) surface_->present(damage());
}

void CpuRenderer::present_all() {
    if (canvas_.pixels == nullptr) return;
    surface_->present(std::array{PixelRect{0, 0, canvas_.width, canvas_.height}});
}

Pixels CpuRenderer::read_back() {
    Pixels pixels{canvas_.width, canvas_.height, {}};
    const auto count = static_cast<std::size_t>(canvas_.width) * static_cast<std::size_t>(canvas_.height);
    pixels.rgba.resize(count * 4);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t color = canvas_.pixels[i];
        pixels.rgba[i * 4] = static_cast<std::uint8_t>(color >> 16);
        pixels.rgba[i * 4 + 1] = static_cast<std::uint8_t>(color >> 8);
        pixels.rgba[i * 4 + 2] = static_cast<std::uint8_t>(color);
        pixels.rgba[i * 4 + 3] = 255;
    }
    return pixels;
}

std::unique_ptr<Renderer> make_offscreen() {
    return std::make_unique<CpuRenderer>(std::make_unique<MemorySurface>());
}

}  // namespace welcome::kiosk::ui
