#include "kiosk/ui/platform/window_callbacks.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <array>
#include <optional>
#include <utility>

namespace welcome::kiosk::ui {
namespace {

EventQueue& queue_of(GLFWwindow* window) {
    return *static_cast<EventQueue*>(glfwGetWindowUserPointer(window));
}

template <typename What>
void add(GLFWwindow* window, What what) {
    queue_of(window).events.push_back({std::chrono::steady_clock::now(), what});
}

constexpr std::array k_keys{
    std::pair{GLFW_KEY_TAB, KeyCode::tab},
    std::pair{GLFW_KEY_ENTER, KeyCode::enter},
    std::pair{GLFW_KEY_ESCAPE, KeyCode::escape},
    std::pair{GLFW_KEY_BACKSPACE, KeyCode::backspace},
    std::pair{GLFW_KEY_DELETE, KeyCode::remove},
    std::pair{GLFW_KEY_LEFT, KeyCode::left},
    std::pair{GLFW_KEY_RIGHT, KeyCode::right},
    std::pair{GLFW_KEY_UP, KeyCode::up},
    std::pair{GLFW_KEY_DOWN, KeyCode::down},
    std::pair{GLFW_KEY_HOME, KeyCode::home},
    std::pair{GLFW_KEY_END, KeyCode::end},
    std::pair{GLFW_KEY_PAGE_UP, KeyCode::page_up},
    std::pair{GLFW_KEY_PAGE_DOWN, KeyCode::page_down},
    std::pair{GLFW_KEY_KP_ENTER, KeyCode::pad_enter},
    std::pair{GLFW_KEY_KP_MULTIPLY, KeyCode::pad_times},
    std::pair{GLFW_KEY_KP_ADD, KeyCode::pad_plus},
    std::pair{GLFW_KEY_KP_SUBTRACT, KeyCode::pad_minus},
    std::pair{GLFW_KEY_A, KeyCode::a},
    std::pair{GLFW_KEY_C, KeyCode::c},
    std::pair{GLFW_KEY_V, KeyCode::v},
    std::pair{GLFW_KEY_X, KeyCode::x},
    std::pair{GLFW_KEY_Y, KeyCode::y},
    std::pair{GLFW_KEY_Z, KeyCode::z},
};

// The key of a row of keys that both sides number in order.
std::optional<KeyCode> in_row(int key, int first, int last, KeyCode ours) {
    if (key < first || key > last) return std::nullopt;
    return static_cast<KeyCode>(static_cast<int>(ours) + key - first);
}

std::optional<KeyCode> code_of(int key) {
    if (const auto pad = in_row(key, GLFW_KEY_KP_0, GLFW_KEY_KP_9, KeyCode::pad_0)) return pad;
    if (const auto function = in_row(key, GLFW_KEY_F1, GLFW_KEY_F12, KeyCode::f1)) return function;
    for (const auto& [theirs, ours] : k_keys) {
        if (theirs == key) return ours;
    }
    return std::nullopt;
}

void on_key(GLFWwindow* window, int key, int /*scancode*/, int action, int mods) {
    const auto code = code_of(key);
    if (!code) return;
    const Modifiers modifiers{(mods & GLFW_MOD_SHIFT) != 0, (mods & GLFW_MOD_CONTROL) != 0,
                              (mods & GLFW_MOD_ALT) != 0, (mods & GLFW_MOD_SUPER) != 0};
    if (action == GLFW_RELEASE) {
        add(window, KeyReleased{*code, modifiers});
    } else {
        add(window, KeyPressed{*code, modifiers, action == GLFW_REPEAT});
    }
}

void on_character(GLFWwindow* window, unsigned character) {
    const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
    if (!control) add(window, CharacterTyped{static_cast<char32_t>(character)});
}

PointerMoved in_pixels(GLFWwindow* window, double x, double y) {
    const EventQueue& queue = queue_of(window);
    return {static_cast<float>(x) * queue.pixels_across, static_cast<float>(y) * queue.pixels_down};
}

PointerMoved pointer(GLFWwindow* window) {
    double x = 0;
    double y = 0;
    glfwGetCursorPos(window, &x, &y);
    return in_pixels(window, x, y);
}

void on_move(GLFWwindow* window, double x, double y) {
    add(window, in_pixels(window, x, y));
}

void on_button(GLFWwindow* window, int button, int action, int /*mods*/) {
    if (button > GLFW_MOUSE_BUTTON_MIDDLE) return;
    const auto which = static_cast<PointerButton>(button);  // the same order
    const auto [x, y] = pointer(window);
    if (action == GLFW_PRESS) {
        add(window, PointerPressed{x, y, which});
    } else {
        add(window, PointerReleased{x, y, which});
    }
}

void on_wheel(GLFWwindow* window, double across, double up) {
    const auto [x, y] = pointer(window);
    add(window, WheelTurned{x, y, static_cast<float>(across), static_cast<float>(up)});
}

void on_enter(GLFWwindow* window, int entered) {
    if (entered == 0) add(window, PointerLeft{});
}

void on_focus(GLFWwindow* window, int focused) {
    add(window, FocusChanged{focused != 0});
}

void measure(GLFWwindow* window, int width, int height) {
    int across = 0;
    int down = 0;
    glfwGetWindowSize(window, &across, &down);
    if (across <= 0 || down <= 0) return;
    queue_of(window).pixels_across = static_cast<float>(width) / static_cast<float>(across);
    queue_of(window).pixels_down = static_cast<float>(height) / static_cast<float>(down);
}

void on_resize(GLFWwindow* window, int width, int height) {
    measure(window, width, height);
    add(window, WindowResized{width, height});
}

void on_expose(GLFWwindow* window) {
    queue_of(window).exposed = true;
    add(window, WindowExposed{});
}

}  // namespace

void collect_events(GLFWwindow* window, EventQueue& queue) {
    glfwSetWindowUserPointer(window, &queue);
    glfwSetKeyCallback(window, on_key);
    glfwSetCharCallback(window, on_character);
    glfwSetCursorPosCallback(window, on_move);
    glfwSetMouseButtonCallback(window, on_button);
    glfwSetScrollCallback(window, on_wheel);
    glfwSetCursorEnterCallback(window, on_enter);
    glfwSetWindowFocusCallback(window, on_focus);
    glfwSetFramebufferSizeCallback(window, on_resize);
    glfwSetWindowRefreshCallback(window, on_expose);
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    measure(window, width, height);
}

}  // namespace welcome::kiosk::ui
