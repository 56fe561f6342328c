#include "kiosk/ui/geometry.h"

#include <algorithm>
#include <cmath>

namespace welcome::kiosk::ui {

namespace {

std::uint8_t blend(std::uint8_t from, std::uint8_t to, float amount) {
    const float value =
        static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * amount;
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

bool Rect::contains(float px, float py) const {
    return px >= x && py >= y && px < right() && py < bottom();
}

bool Rect::contains(const Rect& other, float slack) const {
    return other.x >= x - slack && other.y >= y - slack && other.right() <= right() + slack &&
           other.bottom() <= bottom() + slack;
}

Rect Rect::within(const Rect& other) const {
    const float left = std::max(x, other.x);
    const float top = std::max(y, other.y);
    return {left, top, std::max(0.0F, std::min(right(), other.right()) - left),
            std::max(0.0F, std::min(bottom(), other.bottom()) - top)};
}

Color mix(Color from, Color to, float amount) {
    return {blend(from.r, to.r, amount), blend(from.g, to.g, amount), blend(from.b, to.b, amount),
            blend(from.a, to.a, amount)};
}

Color with_alpha(Color color, float alpha) {
    color.a = static_cast<std::uint8_t>(std::lround(std::clamp(alpha, 0.0F, 1.0F) * 255.0F));
    return color;
}

double contrast(Color a, Color b) {
    const double one = luminance(a);
    const double two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

}  // namespace welcome::kiosk::ui
