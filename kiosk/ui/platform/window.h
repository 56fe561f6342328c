#pragma once
// The kiosk's one window: opens it, chooses who draws, shows frames and hands out events. Owned by the app,
// one at a time in a process; UI thread, except wake(). Nothing happens by itself: no events, no frames.

#include <chrono>
#include <imgui.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/platform/window_event.h"
#include "sync/result.h"

namespace welcome::kiosk::ui {

class Renderer;

enum class Drawing {
    choose,  // gl where a real GPU draws, else cpu
    cpu,
    gl,  // even when Mesa draws it on the processor
};

struct WindowSpec {
    std::string title;  // shown by the desktop and in its logs: nothing personal
    int width = 1280, height = 800;
    bool fullscreen = false;  // then the size is the monitor's
    Drawing drawing = Drawing::choose;
};

struct WindowSize {
    int width = 0, height = 0;  // pixels

    bool operator==(const WindowSize&) const = default;
};

class Window {
  public:
    // unreachable: no display to open a window on; or, for Drawing::gl, no OpenGL 3.
    static sync::Result<std::unique_ptr<Window>> open(const WindowSpec& spec);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    Renderer& renderer();
    [[nodiscard]] Drawing drawing() const;  // cpu or gl

    // Draws and brings only the damage to the screen; false when nothing had changed.
    bool show(const ImDrawData& frame, ImU32 background);

    // Sleeps until something happens, wake() or the time is over; never, if nothing is given.
    void wait(std::optional<std::chrono::milliseconds> at_most);
    void wake();  // any thread
    std::vector<WindowEvent> take_events();

    [[nodiscard]] bool should_close() const;
    [[nodiscard]] WindowSize size() const;
    // Of the monitor the window is on; a display that plainly lies is taken for 96 dots an inch.
    [[nodiscard]] double millimetres_per_pixel() const;

  private:
    struct Inside;
    explicit Window(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

// What a monitor says about itself, believed between 50 and 600 dots an inch and with square pixels.
double believable_pitch(int width_px, int height_px, int width_mm, int height_mm);

// Mesa's renderers that are the processor in disguise.
bool is_software_renderer(const std::string& gl_renderer);

}  // namespace welcome::kiosk::ui
