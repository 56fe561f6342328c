#pragma once
// Puts one shape's pixels onto a canvas, inside a region. Works like a GPU does: a pixel belongs to a shape
// when its middle does, edges shared by two triangles are drawn once. Pure functions on memory.

#include <cstdint>

#include "kiosk/ui/platform/pixels.h"

namespace welcome::kiosk::ui {

struct Shape;

// 0xAARRGGBB, always opaque, rows without gaps. Not owned.
struct Canvas {
    std::uint32_t* pixels = nullptr;
    int width = 0, height = 0;

    [[nodiscard]] std::uint32_t* row(int y) const { return pixels + static_cast<std::ptrdiff_t>(y) * width; }
};

// Regions lie within the canvas.
void clear(const Canvas& canvas, const PixelRect& region, std::uint32_t color);
void rasterise(const Canvas& canvas, const PixelRect& region, const Shape& shape);

void fill(const Canvas& canvas, const PixelRect& region, std::uint32_t color);
void draw_picture(const Canvas& canvas, const PixelRect& region, const Shape& shape);
void draw_mesh(const Canvas& canvas, const PixelRect& region, const Shape& shape);

}  // namespace welcome::kiosk::ui
