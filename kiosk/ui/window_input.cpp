#include "kiosk/ui/window_input.h"

namespace welcome::kiosk::ui {

namespace {

using Answer = std::optional<InputEvent>;

std::string utf8(char32_t c) {
    const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0U | (c >> 6U)), byte(0x80U | (c & 0x3FU))};
    if (c < 0x10000)
        return {byte(0xE0U | (c >> 12U)), byte(0x80U | ((c >> 6U) & 0x3FU)), byte(0x80U | (c & 0x3FU))};
    return {byte(0xF0U | (c >> 18U)), byte(0x80U | ((c >> 12U) & 0x3FU)), byte(0x80U | ((c >> 6U) & 0x3FU)),
            byte(0x80U | (c & 0x3FU))};
}

Answer key(const KeyPressed& pressed) {
    switch (pressed.key) {
        case KeyCode::tab:
            return KeyPress{pressed.modifiers.shift ? Key::back_tab : Key::tab};
        case KeyCode::enter:
            return KeyPress{Key::enter};
        case KeyCode::escape:
            return KeyPress{Key::escape};
        case KeyCode::backspace:
            return KeyPress{Key::backspace};
        case KeyCode::remove:
            return KeyPress{Key::remove};
        case KeyCode::left:
            return KeyPress{Key::left};
        case KeyCode::right:
            return KeyPress{Key::right};
        case KeyCode::up:
            return KeyPress{Key::up};
        case KeyCode::down:
            return KeyPress{Key::down};
        case KeyCode::home:
            return KeyPress{Key::home};
        case KeyCode::end:
            return KeyPress{Key::end};
        case KeyCode::page_up:
            return KeyPress{Key::page_up};
        case KeyCode::page_down:
            return KeyPress{Key::page_down};
        case KeyCode::pad_enter:
            return KeyPress{Key::pad_enter};
        case KeyCode::pad_times:
            return KeyPress{Key::pad_times};
        case KeyCode::pad_plus:
            return KeyPress{Key::pad_plus};
        case KeyCode::pad_minus:
            return KeyPress{Key::pad_minus};
        default:
            break;
    }
    if (pressed.key < KeyCode::pad_0 || pressed.key > KeyCode::pad_9) return std::nullopt;
    const int digit = static_cast<int>(pressed.key) - static_cast<int>(KeyCode::pad_0);
    return KeyPress{static_cast<Key>(static_cast<int>(Key::pad_0) + digit)};
}

struct Translator {
    Answer operator()(const PointerMoved& e) const { return PointerMove{e.x, e.y}; }
    Answer operator()(const PointerPressed& e) const {
        return e.button == PointerButton::primary ? Answer{PointerDown{e.x, e.y}} : std::nullopt;
    }
    Answer operator()(const PointerReleased& e) const {
        return e.button == PointerButton::primary ? Answer{PointerUp{e.x, e.y}} : std::nullopt;
    }
    Answer operator()(const PointerLeft&) const { return PointerGone{}; }
    Answer operator()(const WheelTurned& e) const { return Wheel{e.x, e.y, e.up}; }
    Answer operator()(const KeyPressed& e) const { return key(e); }
    Answer operator()(const CharacterTyped& e) const { return TextTyped{utf8(e.character)}; }
    template <typename Other>
    Answer operator()(const Other&) const {
        return std::nullopt;
    }
};

}  // namespace

std::optional<InputEvent> input_from(const WindowEvent& event) {
    return std::visit(Translator{}, event.what);
}

}  // namespace welcome::kiosk::ui
