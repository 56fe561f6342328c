#pragma once
// What a person does to the screen, in the order it happened. Made by the window, by the robot and by
// tests; there is no other way in. Plain values.

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace welcome::kiosk::ui {

struct Tree;

enum class Key {
    tab,
    back_tab,
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
    pad_0,  // the number pad: 8-2-4-6 move, 5 and Enter press, 0 goes back
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
    pad_times,  // read aloud on and off; + and - louder and softer: without sight
    pad_plus,
    pad_minus,
};

struct PointerDown {
    float x = 0, y = 0;
};
struct PointerMove {
    float x = 0, y = 0;
};
struct PointerUp {
    float x = 0, y = 0;
};
struct PointerGone {};  // the finger was taken away by the system: nothing is pressed
struct Wheel {
    float x = 0, y = 0;  // where the pointer is
    float notches = 0;   // positive: towards the start
};
struct KeyPress {
    Key key = Key::enter;
};
struct TextTyped {
    std::string text = {};  // UTF-8, without control characters
};

using InputEvent = std::variant<PointerDown, PointerMove, PointerUp, PointerGone, Wheel, KeyPress, TextTyped>;

// A finger on the middle of the visible part of a node: down and up, through the same path as a real touch.
// Empty when the id is not in the tree, is behind a dialog or is not visible.
std::vector<InputEvent> tap_events(const Tree& tree, std::string_view id);
// A drag inside the node's scroll region that brings it into sight, empty when it is in sight already.
std::vector<InputEvent> reveal_events(const Tree& tree, std::string_view id);

}  // namespace welcome::kiosk::ui
