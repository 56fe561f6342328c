#pragma once
// The processor renderer's pictures, found by the id that draw lists carry. UI thread; owned by a renderer.

#include <cstdint>
#include <imgui.h>
#include <memory>
#include <unordered_map>
#include <vector>

#include "kiosk/ui/platform/pixels.h"

namespace welcome::kiosk::ui {

struct Texture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> coverage;  // a mask …
    std::vector<std::uint32_t> colors;   // … or an image, 0xAARRGGBB, straight alpha
    std::uint64_t stamp = 0;             // new with every upload: addresses are used again, stamps are not

    [[nodiscard]] bool is_mask() const { return !coverage.empty(); }
    // A mask's texel is white with its coverage as alpha.
    [[nodiscard]] std::uint32_t at(int x, int y) const;
    // At texture coordinates 0 … 1: the texel they lie in, and the mixture of the four around.
    [[nodiscard]] std::uint32_t nearest(float u, float v) const;
    [[nodiscard]] std::uint32_t smooth(float u, float v) const;
};

class TextureShelf {
  public:
    ImTextureID add_mask(int width, int height, const std::uint8_t* coverage, int stride);
    ImTextureID add_image(const Pixels& pixels);
    void change(ImTextureID id, const Pixels& pixels);
    void remove(ImTextureID id);
    [[nodiscard]] const Texture* find(ImTextureID id) const;  // null: released or never ours

  private:
    ImTextureID keep(std::unique_ptr<Texture> texture);

    std::unordered_map<ImTextureID, std::unique_ptr<Texture>> textures_;
    std::uint64_t last_stamp_ = 0;
};

}  // namespace welcome::kiosk::ui
