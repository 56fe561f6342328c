#pragma once
// The accessibility tree: what one frame shows, in reading order. Widgets write it while they draw; touch,
// number pad, read-aloud, the robot and the audit all read it. A plain value, copied freely.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/geometry.h"

namespace welcome::kiosk::ui {

enum class Role {
    page,
    heading,
    text,
    button,
    tile,      // a big choice
    option,    // one of a segmented choice
    checkbox,  // tick rows and checkboxes
    field,
    key,  // of the on-screen keyboard
    list_row,
    group,  // a labelled set: stepper, choice, keyboard
    image,
    status,  // banner, toast, status line
    progress,
    dialog,
};

struct Node {
    std::string id = {};  // "welcome.scan"; texts without an id of their own get "screen.text.3"
    Role role = Role::text;
    std::string label = {};
    std::string value = {};            // a field's text (masked for a PIN), a stepper's number
    std::string detail = {};           // sub-label, placeholder, or error sentence
    std::optional<bool> checked = {};  // tick rows, checkboxes, options, selectable tiles
    bool enabled = true;
    bool focused = false;
    bool actionable = false;    // reacts to a tap
    bool behind = false;        // covered by a dialog: shown dimmed, neither tapped nor read
    bool clipped = false;       // part of its text or of itself is not visible and cannot be scrolled to
    bool scrolled_out = false;  // outside its scroll region's window now, can be scrolled to
    Rect rect = {};             // pixels, whole
    Rect visible = {};          // pixels, after clipping
    float min_target_mm = 0;    // for actionable nodes
    float cap_height_mm = 0;    // of the smallest text in it, 0 without text
    bool has_colours = false;   // foreground and background are the text's
    Color foreground = {}, background = {};
    int depth = 0;
};

struct Tree {
    std::vector<Node> nodes = {};
    float width = 0, height = 0;  // pixels
    float px_per_mm = 1;
    bool right_to_left = false;
    std::string page = {};     // the page's id
    std::string focused = {};  // id or empty
    std::string dialog = {};   // id of the dialog on top or empty

    [[nodiscard]] const Node* find(std::string_view id) const;
};

std::string_view name(Role role);

// One line a node, for goldens: `[button] welcome.scan "Scan your code" off`. No pixels in it.
std::string as_text(const Tree& tree);
// The whole tree with rectangles, as JSON text.
std::string to_json(const Tree& tree);

}  // namespace welcome::kiosk::ui
