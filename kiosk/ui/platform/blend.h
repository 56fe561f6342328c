#pragma once
// Exact integer blending of 0xAARRGGBB pixels, rounded like a division by 255. Destinations are opaque.

#include <cstdint>

namespace welcome::kiosk::ui {

constexpr std::uint32_t k_opaque = 0xFF000000U;

constexpr std::uint32_t times_255th(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t product = a * b + 128;
    return (product + (product >> 8)) >> 8;
}

// Red and blue travel together in one word: no lane can overflow, since 255 × 255 + 128 + 254 < 65536.
constexpr std::uint32_t blend(std::uint32_t under, std::uint32_t over, std::uint32_t alpha) {
    const std::uint32_t rest = 255 - alpha;
    std::uint32_t red_blue = (over & 0xFF00FFU) * alpha + (under & 0xFF00FFU) * rest + 0x800080U;
    red_blue = ((red_blue + ((red_blue >> 8) & 0xFF00FFU)) >> 8) & 0xFF00FFU;
    std::uint32_t green = ((over >> 8) & 0xFFU) * alpha + ((under >> 8) & 0xFFU) * rest + 0x80U;
    green = (green + (green >> 8)) >> 8;
    return k_opaque | red_blue | (green << 8);
}

constexpr std::uint32_t modulate(std::uint32_t a, std::uint32_t b) {
    std::uint32_t product = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        product |= times_255th((a >> shift) & 0xFFU, (b >> shift) & 0xFFU) << shift;
    }
    return product;
}

// ImGui packs red lowest, the screen blue lowest.
constexpr std::uint32_t swap_red_blue(std::uint32_t color) {
    return (color & 0xFF00FF00U) | ((color >> 16) & 0xFFU) | ((color & 0xFFU) << 16);
}

// Weight is 0 … 256, of b.
constexpr std::uint32_t between(std::uint32_t a, std::uint32_t b, std::uint32_t weight) {
    const std::uint32_t rest = 256 - weight;
    const std::uint32_t low = ((a & 0xFF00FFU) * rest + (b & 0xFF00FFU) * weight + 0x800080U) >> 8;
    const std::uint32_t high = ((a >> 8) & 0xFF00FFU) * rest + ((b >> 8) & 0xFF00FFU) * weight + 0x800080U;
    return (low & 0xFF00FFU) | (high & 0xFF00FF00U);
}

}  // namespace welcome::kiosk::ui
