#pragma once
// Where the processor's renderer puts its pixels: plain memory, or memory that the X server reads as well.
// UI thread; owned by the renderer.

#include <cstdint>
#include <span>
#include <vector>

#include "kiosk/ui/platform/pixels.h"

namespace welcome::kiosk::ui {

class Surface {
  public:
    Surface() = default;
    virtual ~Surface() = default;
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;

    // 0xAARRGGBB, rows without gaps, valid until the next call; null: no memory, nothing can be drawn.
    virtual std::uint32_t* resize(int width, int height) = 0;
    virtual void present(std::span<const PixelRect> rects) = 0;
};

class MemorySurface : public Surface {
  public:
    std::uint32_t* resize(int width, int height) override {
        pixels_.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
        return pixels_.data();
    }
    void present(std::span<const PixelRect> /*rects*/) override {}

  private:
    std::vector<std::uint32_t> pixels_;
};

}  // namespace welcome::kiosk::ui
