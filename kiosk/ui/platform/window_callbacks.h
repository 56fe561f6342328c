#pragma once
// GLFW's callbacks as WindowEvents with their times, in one queue. UI thread; owned by Window, which must
// keep it in place: GLFW holds its address.

#include <vector>

#include "kiosk/ui/platform/window_event.h"

struct GLFWwindow;

namespace welcome::kiosk::ui {

struct EventQueue {
    std::vector<WindowEvent> events;
    bool exposed = false;                      // the window system lost our pixels
    float pixels_across = 1, pixels_down = 1;  // for one of GLFW's screen coordinates
};

// Takes over the window's user pointer and input callbacks.
void collect_events(GLFWwindow* window, EventQueue& queue);

}  // namespace welcome::kiosk::ui
