#pragma once
// Draws Dear ImGui's draw lists. Two kinds behind this interface: the GPU's (gl_renderer) and the processor's
// (cpu_renderer), chosen by Window or Offscreen, which own it. UI thread only. A texture belongs to the
// renderer until release(); one that was released is skipped when drawn.

#include <cstdint>
#include <imgui.h>
#include <span>
#include <vector>

#include "kiosk/ui/platform/pixels.h"

namespace welcome::kiosk::ui {

class Renderer {
  public:
    Renderer() = default;
    virtual ~Renderer() = default;
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // ImGui needs an atlas with a font and a white pixel: builds it small, uploads it, sets its TexID. Call
    // once for a context before its first frame. Lines come as plain triangles afterwards, alike for both
    // kinds.
    void attach(ImFontAtlas& fonts);

    // 8-bit coverage (text, icons, shadows), tinted by the vertex colour when drawn.
    ImTextureID upload_mask(int width, int height, std::span<const std::uint8_t> coverage);
    virtual ImTextureID upload_mask(int width, int height, const std::uint8_t* coverage, int stride) = 0;
    virtual ImTextureID upload_image(const Pixels& pixels) = 0;
    // Camera frames: any size; what shows this texture becomes damage of the next draw.
    virtual void update_image(ImTextureID texture, const Pixels& pixels) = 0;
    virtual void release(ImTextureID texture) = 0;

    // Only what differs from the last frame is drawn. The background is opaque, whatever its alpha says.
    virtual void draw(const ImDrawData& frame, ImU32 background) = 0;
    // Of the last draw; few, disjoint; empty: the frame was identical and nothing was done.
    [[nodiscard]] virtual const std::vector<PixelRect>& damage() const = 0;
    // The last frame, opaque.
    virtual Pixels read_back() = 0;
};

}  // namespace welcome::kiosk::ui
