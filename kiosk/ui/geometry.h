#pragma once
// Rectangles and colours of the screen, in pixels and in sRGB. Plain values.

#include <cstdint>

namespace welcome::kiosk::ui {

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] float centre_x() const { return x + w / 2; }
    [[nodiscard]] float centre_y() const { return y + h / 2; }
    [[nodiscard]] bool empty() const { return w <= 0 || h <= 0; }
    [[nodiscard]] bool contains(float px, float py) const;
    [[nodiscard]] bool contains(const Rect& other, float slack = 0.5F) const;
    [[nodiscard]] Rect within(const Rect& other) const;  // the common part, empty when there is none
    [[nodiscard]] Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    bool operator==(const Rect&) const = default;
};

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Color&) const = default;
};

constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
            static_cast<std::uint8_t>(hex)};
}

Color mix(Color from, Color to, float amount);
Color with_alpha(Color color, float alpha);
// WCAG 2 contrast ratio of two opaque colours, 1 … 21.
double contrast(Color a, Color b);

}  // namespace welcome::kiosk::ui
