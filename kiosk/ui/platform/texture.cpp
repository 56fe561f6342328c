#include "kiosk/ui/platform/texture.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/platform/blend.h"

namespace welcome::kiosk::ui {
namespace {

std::vector<std::uint32_t> packed(const Pixels& pixels) {
    const auto count = static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height);
    std::vector<std::uint32_t> colors(std::min(count, pixels.rgba.size() / 4));
    const std::uint8_t* from = pixels.rgba.data();
    for (std::uint32_t& color : colors) {
        color = static_cast<std::uint32_t>(from[3]) << 24 | static_cast<std::uint32_t>(from[0]) << 16 |
                static_cast<std::uint32_t>(from[1]) << 8 | from[2];
        from += 4;
    }
    colors.resize(count);
    return colors;
}

int texel(float at, int size) {
    return std::clamp(static_cast<int>(std::floor(at * static_cast<float>(size))), 0, size - 1);
}

}  // namespace

std::uint32_t Texture::at(int x, int y) const {
    const auto index =
        static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    return is_mask() ? static_cast<std::uint32_t>(coverage[index]) << 24 | 0xFFFFFFU : colors[index];
}

std::uint32_t Texture::nearest(float u, float v) const {
    return at(texel(u, width), texel(v, height));
}

std::uint32_t Texture::smooth(float u, float v) const {
    const float x = std::clamp(u * static_cast<float>(width) - 0.5F, 0.0F, static_cast<float>(width - 1));
    const float y = std::clamp(v * static_cast<float>(height) - 0.5F, 0.0F, static_cast<float>(height - 1));
    const int left = static_cast<int>(x);
    const int top = static_cast<int>(y);
    const int right = std::min(left + 1, width - 1);
    const int bottom = std::min(top + 1, height - 1);
    const auto across = static_cast<std::uint32_t>((x - static_cast<float>(left)) * 256);
    const auto down = static_cast<std::uint32_t>((y - static_cast<float>(top)) * 256);
    return between(between(at(left, top), at(right, top), across),
                   between(at(left, bottom), at(right, bottom), across), down);
}

ImTextureID TextureShelf::keep(std::unique_ptr<Texture> texture) {
    texture->stamp = ++last_stamp_;
    ImTextureID id = texture.get();
    textures_.insert_or_assign(id, std::move(texture));
    return id;
}

ImTextureID TextureShelf::add_mask(int width, int height, const std::uint8_t* coverage, int stride) {
    if (width <= 0 || height <= 0) return nullptr;
    auto texture = std::make_unique<Texture>();
    texture->width = width;
    texture->height = height;
    texture->coverage.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y) {
        const std::uint8_t* row = coverage + static_cast<std::ptrdiff_t>(y) * stride;
        texture->coverage.insert(texture->coverage.end(), row, row + width);
    }
    return keep(std::move(texture));
}

ImTextureID TextureShelf::add_image(const Pixels& pixels) {
    if (pixels.width <= 0 || pixels.height <= 0) return nullptr;
    auto texture = std::make_unique<Texture>();
    texture->width = pixels.width;
    texture->height = pixels.height;
    texture->colors = packed(pixels);
    return keep(std::move(texture));
}

void TextureShelf::change(ImTextureID id, const Pixels& pixels) {
    const auto found = textures_.find(id);
    if (found == textures_.end() || pixels.width <= 0 || pixels.height <= 0) return;
    Texture& texture = *found->second;
    texture.width = pixels.width;
    texture.height = pixels.height;
    texture.coverage.clear();
    texture.colors = packed(pixels);
    texture.stamp = ++last_stamp_;
}

void TextureShelf::remove(ImTextureID id) {
    textures_.erase(id);
}

const Texture* TextureShelf::find(ImTextureID id) const {
    const auto found = textures_.find(id);
    return found == textures_.end() ? nullptr : found->second.get();
}

}  // namespace welcome::kiosk::ui
