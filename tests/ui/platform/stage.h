#pragma once
// One ImGui context on one renderer, drawing whatever a test asks for into the background list.

#include <functional>
#include <imgui.h>

#include "kiosk/ui/platform/renderer.h"

namespace welcome::kiosk::ui::test {

class Stage {
  public:
    Stage(Renderer& renderer, int width, int height) : context_(ImGui::CreateContext()) {
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
        renderer.attach(*io.Fonts);
    }
    ~Stage() { ImGui::DestroyContext(context_); }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    const ImDrawData& frame(const std::function<void(ImDrawList&)>& draw) {
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        ImGui::NewFrame();
        draw(*ImGui::GetBackgroundDrawList());
        ImGui::Render();
        return *ImGui::GetDrawData();
    }

  private:
    ImGuiContext* context_;
};

constexpr ImU32 k_white = IM_COL32(255, 255, 255, 255);
constexpr ImU32 k_black = IM_COL32(0, 0, 0, 255);

inline ImU32 pixel(const Pixels& pixels, int x, int y) {
    const std::uint8_t* at = pixels.rgba.data() + (y * pixels.width + x) * 4;
    return IM_COL32(at[0], at[1], at[2], at[3]);
}

// Pixels of a white shape on black, counted by their brightness: the shape's area.
inline double lit_area(const Pixels& pixels) {
    double sum = 0;
    for (std::size_t i = 0; i < pixels.rgba.size(); i += 4) sum += pixels.rgba[i] / 255.0;
    return sum;
}

inline double mean_difference(const Pixels& a, const Pixels& b) {
    if (a.rgba.size() != b.rgba.size() || a.rgba.empty()) return 255;
    double sum = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i) sum += std::abs(a.rgba[i] - b.rgba[i]);
    return sum / static_cast<double>(a.rgba.size());
}

// A little of all that a screen of ours is made of.
inline void draw_typical(ImDrawList& list, ImTextureID mask, ImTextureID image) {
    list.AddRectFilled({0, 0}, {640, 400}, IM_COL32(245, 240, 230, 255));
    list.AddRectFilled({20, 20}, {300, 120}, IM_COL32(20, 90, 160, 255), 18);
    list.AddRect({320.5F, 20.5F}, {600.5F, 119.5F}, IM_COL32(20, 90, 160, 255), 18, 0, 3);
    list.AddCircleFilled({100, 220}, 60, IM_COL32(200, 60, 40, 200), 0);
    list.AddLine({200, 150}, {400, 290}, IM_COL32(0, 120, 60, 255), 4);
    list.AddText({40, 60}, k_white, "Welcome to the town hall");
    list.AddImage(mask, {420, 150}, {452, 182}, {0, 0}, {1, 1}, IM_COL32(120, 20, 120, 255));
    list.AddImage(image, {420, 200}, {580, 320});
    list.AddImageRounded(image, {220, 300}, {320, 380}, {0, 0}, {1, 1}, k_white, 20);
    list.PushClipRect({20, 320}, {120, 360});
    list.AddRectFilled({0, 300}, {640, 400}, IM_COL32(0, 0, 0, 120));
    list.PopClipRect();
}

inline Pixels gradient(int width, int height) {
    Pixels pixels{width, height, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            pixels.rgba.push_back(static_cast<std::uint8_t>(x * 255 / width));
            pixels.rgba.push_back(static_cast<std::uint8_t>(y * 255 / height));
            pixels.rgba.push_back(128);
            pixels.rgba.push_back(255);
        }
    }
    return pixels;
}

inline std::vector<std::uint8_t> ramp(int width, int height) {
    std::vector<std::uint8_t> coverage;
    for (int i = 0; i < width * height; ++i) coverage.push_back(static_cast<std::uint8_t>(i * 7));
    return coverage;
}

}  // namespace welcome::kiosk::ui::test
