#pragma once
// Which pixels differ between two frames, known from their shapes alone. Pure; both renderers ask it.

#include <cstdint>
#include <vector>

#include "kiosk/ui/platform/pixels.h"

namespace welcome::kiosk::ui {

struct Shape;

// What is remembered of a shape when its frame is gone.
struct Mark {
    std::uint64_t hash = 0;
    PixelRect bounds;
};

// Few, disjoint rectangles outside of which both frames draw the same things in the same order.
std::vector<PixelRect> damage_between(const std::vector<Mark>& before, const std::vector<Mark>& now);

// Joins what overlaps, and what is cheaper drawn at once.
std::vector<PixelRect> few_and_disjoint(const std::vector<PixelRect>& rects);

// The memory between frames.
class DamageWatch {
  public:
    // The damage of this frame against the last; all of the screen when its size or background changed.
    const std::vector<PixelRect>& look(const std::vector<Shape>& shapes, int width, int height,
                                       std::uint32_t background);
    [[nodiscard]] const std::vector<PixelRect>& damage() const { return damage_; }
    void forget() { width_ = 0; }  // the next frame is all new

  private:
    std::vector<Mark> marks_;
    std::vector<PixelRect> damage_;
    int width_ = 0, height_ = 0;
    std::uint32_t background_ = 0;
};

}  // namespace welcome::kiosk::ui
