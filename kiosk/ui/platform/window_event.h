#pragma once
// What the window system told us, in order and each with its time. A finger is a pointer. Plain values.
// kiosk/ui/input.h holds what the widgets understand; keys have the same names there.

#include <chrono>
#include <variant>

struct ImGuiIO;

namespace welcome::kiosk::ui {

using EventTime = std::chrono::steady_clock::time_point;

enum class KeyCode {
    tab,
    enter,
    escape,
    backspace,
    remove,
    left,
    right,
    up,
    down,
    home,
    end,
    page_up,
    page_down,
    pad_0,
    pad_1,
    pad_2,
    pad_3,
    pad_4,
    pad_5,
    pad_6,
    pad_7,
    pad_8,
    pad_9,
    pad_enter,
    pad_times,
    pad_plus,
    pad_minus,
    a,
    c,
    v,
    x,
    y,
    z,  // ImGui's editing shortcuts; other letters arrive as text only
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12,
};

struct Modifiers {
    bool shift = false, control = false, alt = false, super = false;

    bool operator==(const Modifiers&) const = default;
};

enum class PointerButton { primary, secondary, middle };

struct PointerMoved {
    float x = 0, y = 0;  // pixels of the framebuffer
};
struct PointerPressed {
    float x = 0, y = 0;
    PointerButton button = PointerButton::primary;
};
struct PointerReleased {
    float x = 0, y = 0;
    PointerButton button = PointerButton::primary;
};
struct PointerLeft {};
struct WheelTurned {
    float x = 0, y = 0;        // where the pointer is
    float across = 0, up = 0;  // notches
};
struct KeyPressed {
    KeyCode key = KeyCode::enter;
    Modifiers modifiers{};
    bool repeated = false;  // held down, not struck
};
struct KeyReleased {
    KeyCode key = KeyCode::enter;
    Modifiers modifiers{};
};
struct CharacterTyped {
    char32_t character = 0;  // never a control character
};
struct WindowResized {
    int width = 0, height = 0;  // pixels
};
struct WindowExposed {};  // already repaired by the window; for the log and for tests
struct FocusChanged {
    bool focused = false;
};

struct WindowEvent {
    EventTime time;
    std::variant<PointerMoved, PointerPressed, PointerReleased, PointerLeft, WheelTurned, KeyPressed,
                 KeyReleased, CharacterTyped, WindowResized, WindowExposed, FocusChanged>
        what;
};

}  // namespace welcome::kiosk::ui
