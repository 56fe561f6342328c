#pragma once
// Window events into ImGui 1.86, which has no queue of its own: it only sees what holds when a frame begins,
// so a press and its release in one frame would be no click at all. UI thread.

#include <deque>
#include <span>
#include <vector>

#include "kiosk/ui/platform/window_event.h"

namespace welcome::kiosk::ui {

// Once for a context: tells ImGui which numbers `feed` uses for keys.
void map_keys(ImGuiIO& io);
// One event, at once.
void feed(ImGuiIO& io, const WindowEvent& event);

// Holds events back so that no frame sees a button or a key change twice. Order is kept.
class InputSpreader {
  public:
    void add(std::span<const WindowEvent> events);
    // What the next frame may see.
    std::vector<WindowEvent> next();
    void feed_next(ImGuiIO& io);
    // True: draw another frame at once.
    [[nodiscard]] bool has_more() const { return !waiting_.empty(); }

  private:
    std::deque<WindowEvent> waiting_;
};

}  // namespace welcome::kiosk::ui
