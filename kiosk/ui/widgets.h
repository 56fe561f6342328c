#pragma once
// What each widget can be told. Plain values for designated initialisers; all have useful defaults.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/icon.h"
#include "kiosk/ui/layout.h"
#include "kiosk/ui/theme.h"

namespace welcome::kiosk::ui {

enum class Tone { plain, soft, accent, success, warning, danger };

struct Text {
    TextStyle style = TextStyle::body;
    Tone tone = Tone::plain;
    Align align = Align::start;
    std::string id = {};       // without one: "PAGE.text.N"
    bool spoken_only = false;  // in the tree, not on the glass
};

enum class Look { primary, secondary, quiet, danger };

struct Button {
    Look look = Look::secondary;
    Icon icon = Icon::none;
    bool enabled = true;
    bool wide = true;         // false: as wide as its words
    float min_height_mm = 0;  // 0: the theme's target
};

struct Tile {
    Icon icon = Icon::none;
    std::string detail = {};  // a second, smaller line
    bool selectable = false;  // shows a tick and is `checked` in the tree
    bool selected = false;
    bool enabled = true;
    Look look = Look::secondary;  // primary: filled with the accent
    float min_height_mm = 0;      // 0: 1.4 × the theme's target
};

struct TickRow {
    std::string detail = {};
    bool enabled = true;
};

struct Stepper {
    int least = 0, most = 20;
    Icon icon = Icon::none;
    bool enabled = true;
};

enum class FieldKind { text, name, phone, email, code, pin, search, digits };

struct Field {
    FieldKind kind = FieldKind::text;
    std::string label = {};  // above the field, and its name when read aloud
    std::string placeholder = {};
    std::string error = {};  // a whole sentence, shown under the field
    int most_characters = 200;
    bool enabled = true;
    bool take_focus = false;        // edited from this screen's first frame on
    bool keyboard_in_page = false;  // the screen draws its own keyboard (ui.keyboard); none slides in
};

enum class Edit { none, changed, submitted };  // submitted: Done or Enter

struct Option {
    std::string id = {};
    std::string label = {};
    Icon icon = Icon::none;
};

struct ListRow {
    Icon icon = Icon::none;
    std::string detail = {};
    std::string trailing = {};  // a word at the end: "6:04 pm"
    Tone trailing_tone = Tone::soft;
    std::string action_id = {};  // a button at the end
    std::string action_label = {};
    Icon action_icon = Icon::none;
    Look action_look = Look::secondary;
    bool opens = true;  // the row itself can be tapped
    bool enabled = true;
    bool selected = false;
};

enum class RowTap { none, row, action };

enum class Notice { info, success, warning, error, press };

// For the whole hall: a few characters as big as there is room, on a coloured ground, and what they mean.
struct Sign {
    std::string big = {};
    std::string line = {};    // under it, beside the icon
    std::string spoken = {};  // its name for the ear
    Icon icon = Icon::none;
    Tone tone = Tone::accent;  // the ground
    float height = 0.55F;      // of the glass that lies; upright it takes less
};

// A picture that already is a texture of the Renderer: camera frame, label preview, logo.
struct Picture {
    std::string alt = {};               // what it shows, for the ear
    float width_px = 0, height_px = 0;  // the texture's own size
    float max_height_mm = 0;            // 0: as wide as there is room
    bool rounded = true;
    bool mirrored = false;    // a selfie camera
    bool viewfinder = false;  // corner marks over it: "hold your code in the box"
};

// Numbers side by side, the newest last. `spoken` says in a sentence what the eye sees.
struct Bars {
    std::vector<int> values = {};
    std::string label = {}, spoken = {};
    int least_top = 4;  // the number that fills the height, at least: one guest is no peak
    float height_mm = 24;
};

// Dark modules row by row; drawn as quads with the quiet zone that readers need.
struct Modules {
    int side = 0;
    std::vector<bool> dark = {};
};

struct BarItem {
    std::string id = {};  // "furniture.back"
    std::string label = {};
    Icon icon = Icon::none;
    bool enabled = true;
    bool pressed = false;    // a switch that is on: sound, bigger
    bool important = false;  // keeps its words longest (Get a helper)
};

struct Page {
    std::string id = {};                 // "welcome": first part of its widgets' ids
    std::string name = {};               // event's name, in the bar where there is room
    std::vector<BarItem> leading = {};   // Back, Start over
    std::vector<BarItem> trailing = {};  // Language, Sound, Bigger, Get a helper
    int step = 0, steps = 0;             // progress dots, 0 = none
    std::string status = {};             // quiet line at the foot: "Saved here · shared · accepted"
    Icon status_icon = Icon::none;
    Notice status_kind = Notice::info;
    bool centre = true;      // body in the middle of the height when there is room
    float max_width_mm = 0;  // 0: the theme's content width; below 0: all of it
};

struct Dialog {
    std::string title = {};
    std::string text = {};
    Icon icon = Icon::none;
    int seconds_left = -1;  // ≥ 0: a countdown ring with the number
    int seconds_whole = 20;
};

enum class KeyboardLayout { automatic, abc, digits, email, code };

using Draw = std::function<void()>;

}  // namespace welcome::kiosk::ui
