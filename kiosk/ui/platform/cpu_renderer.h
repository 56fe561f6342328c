#pragma once
// Draws ImGui's frames on the processor, only where they changed. For machines without a GPU, where Mesa
// would draw every pixel of every frame. UI thread; owned by Window or by a test.

#include <memory>
#include <vector>

#include "kiosk/ui/platform/damage.h"
#include "kiosk/ui/platform/raster.h"
#include "kiosk/ui/platform/renderer.h"
#include "kiosk/ui/platform/shapes.h"
#include "kiosk/ui/platform/surface.h"
#include "kiosk/ui/platform/texture.h"

namespace welcome::kiosk::ui {

class CpuRenderer : public Renderer {
  public:
    explicit CpuRenderer(std::unique_ptr<Surface> surface);

    using Renderer::upload_mask;
    ImTextureID upload_mask(int width, int height, const std::uint8_t* coverage, int stride) override;
    ImTextureID upload_image(const Pixels& pixels) override;
    void update_image(ImTextureID texture, const Pixels& pixels) override;
    void release(ImTextureID texture) override;
    void draw(const ImDrawData& frame, ImU32 background) override;
    [[nodiscard]] const std::vector<PixelRect>& damage() const override { return watch_.damage(); }
    Pixels read_back() override;

    // Brings the last draw's damage, or everything, to where people see it.
    void present();
    void present_all();

  private:
    void draw_region(const std::vector<Shape>& shapes, const PixelRect& region,
                     std::uint32_t background) const;

    std::unique_ptr<Surface> surface_;
    Canvas canvas_;
    TextureShelf textures_;
    DamageWatch watch_;
};

}  // namespace welcome::kiosk::ui
