#include "kiosk/ui/platform/window.h"

#define GLFW_INCLUDE_NONE
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>
// Xlib's macros come after all that could stumble over them.
#include <cmath>
#include <filesystem>
#include <utility>

#include "kiosk/ui/platform/cpu_renderer.h"
#include "kiosk/ui/platform/gl_probe.h"
#include "kiosk/ui/platform/gl_renderer.h"
#include "kiosk/ui/platform/wakeup.h"
#include "kiosk/ui/platform/window_callbacks.h"
#include "kiosk/ui/platform/x11_surface.h"

namespace welcome::kiosk::ui {
namespace {

using sync::fail;
using sync::Fault;

std::string last_complaint() {
    const char* said = nullptr;
    glfwGetError(&said);
    return said == nullptr ? "no reason given" : said;
}

// GLFW itself, from the first call to the last.
class Library {
  public:
    Library() : started_(glfwInit() == GLFW_TRUE) {}
    ~Library() {
        if (started_) glfwTerminate();
    }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    [[nodiscard]] bool started() const { return started_; }

  private:
    bool started_;
};

struct DestroyWindow {
    void operator()(GLFWwindow* window) const { glfwDestroyWindow(window); }
};
using Handle = std::unique_ptr<GLFWwindow, DestroyWindow>;

Handle create(const WindowSpec& spec, Drawing drawing) {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);  // shown when it is known who draws
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_CLIENT_API, drawing == Drawing::gl ? GLFW_OPENGL_API : GLFW_NO_API);
    if (drawing == Drawing::gl) {
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
    }
    GLFWmonitor* monitor = spec.fullscreen ? glfwGetPrimaryMonitor() : nullptr;
    int width = spec.width;
    int height = spec.height;
    if (const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr; mode != nullptr) {
        width = mode->width;
        height = mode->height;
    }
    return Handle(glfwCreateWindow(width, height, spec.title.c_str(), monitor, nullptr));
}

// Without a render node there is nothing to ask OpenGL about, and Mesa stays unloaded.
bool may_have_gpu() {
    std::error_code none;
    return !std::filesystem::is_empty("/dev/dri", none) && !none;
}

}  // namespace

struct Window::Inside {
    Library library;
    Handle handle;
    EventQueue queue;
    Wakeup wakeup;
    std::unique_ptr<CpuRenderer> cpu;  // one of the two
    std::unique_ptr<GlRenderer> gl;

    bool draw_with_gl(const WindowSpec& spec) {
        handle = create(spec, Drawing::gl);
        if (!handle) return false;
        glfwMakeContextCurrent(handle.get());
        if (spec.drawing == Drawing::choose && !gl_is_a_real_gpu(handle.get())) return false;
        auto made = GlRenderer::make(glfwGetProcAddress);
        if (!made) return false;
        gl = std::move(*made);
        return true;
    }

    sync::Result<void> draw_with_cpu(const WindowSpec& spec) {
        handle.reset();
        handle = create(spec, Drawing::cpu);
        if (!handle) return fail(Fault::unreachable, last_complaint());
        auto surface = make_x11_surface(glfwGetX11Display(), glfwGetX11Window(handle.get()));
        if (!surface) return tl::unexpected(surface.error());
        cpu = std::make_unique<CpuRenderer>(std::move(*surface));
        return {};
    }

    void repair() {
        if (!std::exchange(queue.exposed, false)) return;
        if (cpu) return cpu->present_all();
        gl->copy_to_window();
        glfwSwapBuffers(handle.get());
    }
};

Window::Window(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

// The renderer before the window it draws into, the window before the library.
Window::~Window() {
    inside_->cpu.reset();
    inside_->gl.reset();
}

sync::Result<std::unique_ptr<Window>> Window::open(const WindowSpec& spec) {
    auto inside = std::make_unique<Inside>();
    if (!inside->library.started()) return fail(Fault::unreachable, last_complaint());
    const bool try_gl = spec.drawing == Drawing::gl || (spec.drawing == Drawing::choose && may_have_gpu());
    if (!try_gl || !inside->draw_with_gl(spec)) {
        if (spec.drawing == Drawing::gl) return fail(Fault::unreachable, "OpenGL 3: " + last_complaint());
        if (const auto drawn = inside->draw_with_cpu(spec); !drawn) return tl::unexpected(drawn.error());
    }
    collect_events(inside->handle.get(), inside->queue);
    glfwShowWindow(inside->handle.get());
    return std::unique_ptr<Window>(new Window(std::move(inside)));
}

Renderer& Window::renderer() {
    if (inside_->cpu) return *inside_->cpu;
    return *inside_->gl;
}

Drawing Window::drawing() const {
    return inside_->cpu ? Drawing::cpu : Drawing::gl;
}

bool Window::show(const ImDrawData& frame, ImU32 background) {
    renderer().draw(frame, background);
    if (renderer().damage().empty()) return false;
    if (inside_->cpu) {
        inside_->cpu->present();
    } else {
        inside_->gl->copy_to_window();
        glfwSwapBuffers(inside_->handle.get());
    }
    return true;
}

void Window::wait(std::optional<std::chrono::milliseconds> at_most) {
    Display* display = glfwGetX11Display();
    // Events that Xlib has read already would not wake poll().
    if (XEventsQueued(display, QueuedAfterFlush) == 0)
        inside_->wakeup.sleep(ConnectionNumber(display), at_most);
    glfwPollEvents();
    inside_->repair();
}

void Window::wake() {
    inside_->wakeup.ring();
}

std::vector<WindowEvent> Window::take_events() {
    return std::exchange(inside_->queue.events, {});
}

bool Window::should_close() const {
    return glfwWindowShouldClose(inside_->handle.get()) != 0;
}

WindowSize Window::size() const {
    WindowSize size;
    glfwGetFramebufferSize(inside_->handle.get(), &size.width, &size.height);
    return size;
}

double Window::millimetres_per_pixel() const {
    GLFWmonitor* monitor = glfwGetWindowMonitor(inside_->handle.get());
    if (monitor == nullptr) monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    if (mode == nullptr) return believable_pitch(0, 0, 0, 0);
    int width = 0;
    int height = 0;
    glfwGetMonitorPhysicalSize(monitor, &width, &height);
    return believable_pitch(mode->width, mode->height, width, height);
}

}  // namespace welcome::kiosk::ui
