#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string>
#include <string_view>

#include "kiosk/ui/platform/window.h"

namespace welcome::kiosk::ui {
namespace {

constexpr double k_inch = 25.4;

}  // namespace

// Projectors, virtual machines and adapters say 0 × 0, an aspect ratio (160 × 90) or another screen's size.
double believable_pitch(int width_px, int height_px, int width_mm, int height_mm) {
    constexpr double usual = k_inch / 96;
    if (width_px <= 0 || height_px <= 0 || width_mm <= 0 || height_mm <= 0) return usual;
    const double across = static_cast<double>(width_mm) / width_px;
    const double down = static_cast<double>(height_mm) / height_px;
    const double pitch = (across + down) / 2;
    const bool square = std::abs(across - down) < 0.1 * pitch;
    return square && pitch > k_inch / 600 && pitch < k_inch / 50 ? pitch : usual;
}

bool is_software_renderer(const std::string& gl_renderer) {
    std::string name = gl_renderer;
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    constexpr std::array<std::string_view, 5> known{"llvmpipe", "softpipe", "swrast", "software rasterizer",
                                                    "swiftshader"};
    return std::any_of(known.begin(), known.end(),
                       [&](std::string_view one) { return name.find(one) != std::string::npos; });
}

}  // namespace welcome::kiosk::ui
