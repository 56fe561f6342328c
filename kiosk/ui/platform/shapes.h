#pragma once
// A frame's draw lists as shapes: rectangles told apart from free triangles, each with its bounds on the
// screen and a hash of all that decides its look. Shapes point into the ImDrawData and live no longer than
// it.

#include <cstdint>
#include <functional>
#include <imgui.h>
#include <vector>

#include "kiosk/ui/platform/pixels.h"

namespace welcome::kiosk::ui {

struct Texture;

struct Shape {
    enum class Kind {
        fill,     // a rectangle of one colour
        picture,  // a rectangle of texture, tinted
        mesh,     // triangles
    };
    Kind kind = Kind::fill;
    PixelRect bounds{};  // clipped
    std::uint64_t hash = 0;
    std::uint32_t color = 0;  // 0xAARRGGBB; of fill and picture
    const Texture* texture = nullptr;
    ImVec2 from{}, to{}, uv_from{}, uv_to{};  // of a picture
    const ImDrawVert* vertices = nullptr;
    const ImDrawIdx* indices = nullptr;
    int index_count = 0;

    [[nodiscard]] bool hides_all_below() const { return kind == Kind::fill && color >> 24 == 255; }
};

// What a texture id stands for, so that the other renderer's textures can be hashed as well.
struct TextureUse {
    const Texture* texture = nullptr;
    std::uint64_t stamp = 0;  // 0: unknown, not drawn
};
using FindTexture = std::function<TextureUse(ImTextureID)>;

std::vector<Shape> shapes_of(const ImDrawData& frame, const FindTexture& find);

// The pixels whose middle lies between two coordinates: [first, end).
int first_pixel(float at);

}  // namespace welcome::kiosk::ui
