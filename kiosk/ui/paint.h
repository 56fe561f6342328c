#pragma once
// Draws one frame's shapes, words and pictures into Dear ImGui's draw list. The only place besides the frame
// itself that names ImGui. UI thread, between begin and end.

#include <memory>

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/icon.h"
#include "kiosk/ui/text.h"

struct ImDrawList;

namespace welcome::kiosk::ui {

class Painter {
  public:
    Painter(TextShaper& shaper, Renderer* renderer);
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    void begin(ImDrawList& list) { list_ = &list; }
    void push_clip(const Rect& clip);
    void pop_clip();

    void fill(const Rect& rect, Color color, float radius = 0);
    void outline(const Rect& rect, Color color, float radius, float thickness);
    void shadow(const Rect& rect, Color color, float strength, float radius, float blur);
    void line(float x0, float y0, float x1, float y1, Color color, float thickness);
    // Solid at the top (or the bottom), nothing at the other end.
    void fade(const Rect& rect, Color color, bool solid_at_top);
    void circle(float x, float y, float radius, Color color);
    void arc(float x, float y, float radius, float from, float to, Color color, float thickness);
    // At the text's top left corner, snapped to whole pixels.
    void words(const TextSpec& spec, float x, float y, Color color);
    // from_right: on a right-to-left screen, where what points must point the other way.
    void icon(Icon icon, const Rect& within, float px, Color color, bool from_right = false);
    void picture(void* texture, const Rect& rect, float radius, bool mirror);

  private:
    struct Shadow;
    TextShaper& shaper_;
    Renderer* renderer_;
    ImDrawList* list_ = nullptr;
    std::unique_ptr<Shadow> shadow_;  // one soft corner, stretched in nine parts

    void prepare_shadow();
};

}  // namespace welcome::kiosk::ui
