#include "kiosk/ui/platform/feed.h"

#include <algorithm>
#include <cfloat>
#include <imgui.h>
#include <iterator>
#include <type_traits>

namespace welcome::kiosk::ui {
namespace {

void keep(ImGuiIO& io, const Modifiers& modifiers) {
    io.KeyShift = modifiers.shift;
    io.KeyCtrl = modifiers.control;
    io.KeyAlt = modifiers.alt;
    io.KeySuper = modifiers.super;
}

struct Feeder {
    ImGuiIO& io;

    void operator()(const PointerMoved& event) const { io.MousePos = {event.x, event.y}; }
    void operator()(const PointerPressed& event) const { button(event.x, event.y, event.button, true); }
    void operator()(const PointerReleased& event) const { button(event.x, event.y, event.button, false); }
    void operator()(const PointerLeft& /*event*/) const { io.MousePos = {-FLT_MAX, -FLT_MAX}; }
    void operator()(const WheelTurned& event) const {
        io.MousePos = {event.x, event.y};
        io.MouseWheelH += event.across;
        io.MouseWheel += event.up;
    }
    void operator()(const KeyPressed& event) const {
        keep(io, event.modifiers);
        io.KeysDown[static_cast<int>(event.key)] = true;
    }
    void operator()(const KeyReleased& event) const {
        keep(io, event.modifiers);
        io.KeysDown[static_cast<int>(event.key)] = false;
    }
    void operator()(const CharacterTyped& event) const { io.AddInputCharacter(event.character); }
    void operator()(const WindowResized& event) const {
        io.DisplaySize = {static_cast<float>(event.width), static_cast<float>(event.height)};
    }
    void operator()(const WindowExposed& /*event*/) const {}
    void operator()(const FocusChanged& event) const { io.AddFocusEvent(event.focused); }

    void button(float x, float y, PointerButton which, bool down) const {
        io.MousePos = {x, y};
        io.MouseDown[static_cast<int>(which)] = down;
    }
};

// What ImGui can see once a frame only. Two moves may fall together, the pointer's way is nobody's business;
// but not a move after a press, or a drag would begin where it should not.
enum class Weight { light, move, change };

Weight weight(const WindowEvent& event) {
    return std::visit(
        []<typename What>(const What&) {
            if constexpr (std::is_same_v<What, PointerPressed> || std::is_same_v<What, PointerReleased> ||
                          std::is_same_v<What, KeyPressed> || std::is_same_v<What, KeyReleased>) {
                return Weight::change;
            } else if constexpr (std::is_same_v<What, PointerMoved> || std::is_same_v<What, PointerLeft>) {
                return Weight::move;
            } else {
                return Weight::light;
            }
        },
        event.what);
}

}  // namespace

void map_keys(ImGuiIO& io) {
    const auto map = [&io](ImGuiKey_ theirs, KeyCode ours) { io.KeyMap[theirs] = static_cast<int>(ours); };
    map(ImGuiKey_Tab, KeyCode::tab);
    map(ImGuiKey_Enter, KeyCode::enter);
    map(ImGuiKey_KeyPadEnter, KeyCode::pad_enter);
    map(ImGuiKey_Escape, KeyCode::escape);
    map(ImGuiKey_Backspace, KeyCode::backspace);
    map(ImGuiKey_Delete, KeyCode::remove);
    map(ImGuiKey_LeftArrow, KeyCode::left);
    map(ImGuiKey_RightArrow, KeyCode::right);
    map(ImGuiKey_UpArrow, KeyCode::up);
    map(ImGuiKey_DownArrow, KeyCode::down);
    map(ImGuiKey_Home, KeyCode::home);
    map(ImGuiKey_End, KeyCode::end);
    map(ImGuiKey_PageUp, KeyCode::page_up);
    map(ImGuiKey_PageDown, KeyCode::page_down);
    map(ImGuiKey_A, KeyCode::a);
    map(ImGuiKey_C, KeyCode::c);
    map(ImGuiKey_V, KeyCode::v);
    map(ImGuiKey_X, KeyCode::x);
    map(ImGuiKey_Y, KeyCode::y);
    map(ImGuiKey_Z, KeyCode::z);
}

void feed(ImGuiIO& io, const WindowEvent& event) {
    std::visit(Feeder{io}, event.what);
}

void InputSpreader::add(std::span<const WindowEvent> events) {
    waiting_.insert(waiting_.end(), events.begin(), events.end());
}

std::vector<WindowEvent> InputSpreader::next() {
    bool changed = false;
    const auto stops = [&changed](const WindowEvent& event) {
        const Weight one = weight(event);
        const bool stop = changed && one != Weight::light;
        changed = changed || one == Weight::change;
        return stop;
    };
    const auto end = std::find_if(waiting_.begin(), waiting_.end(), stops);
    std::vector<WindowEvent> now(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
    waiting_.erase(waiting_.begin(), end);
    return now;
}

void InputSpreader::feed_next(ImGuiIO& io) {
    for (const WindowEvent& event : next()) feed(io, event);
}

}  // namespace welcome::kiosk::ui
