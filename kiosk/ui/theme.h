#pragma once
// Design tokens: colours, type, spacing, radius, elevation, motion. Sizes are millimetres on the glass.
// Values only; a Theme is made once for each look and copied into Ui.

#include "kiosk/ui/geometry.h"

namespace welcome::kiosk::ui {

enum class TextStyle {
    huge,     // a number or code read from two metres: "27", "K7MP"
    title,    // the one question of a page
    heading,  // a part's name
    lead,     // primary words: button labels, the sentence that matters
    body,
    small,  // never under 4.8 mm capitals on guest screens
};

enum class Contrast { normal, high };
// Guests get the field's numbers (20 mm, 4.8 mm capitals); staff screens are denser (12 mm, 2.9 mm).
enum class Density { guest, guest_large, staff };

struct Palette {
    Color page, surface, surface_quiet, edge, edge_strong;
    Color ink, ink_soft;  // both ≥ 7:1 on page and surface
    Color accent, accent_pressed, on_accent, accent_soft, on_accent_soft;
    Color success, success_soft, warning, warning_soft, danger, danger_soft;
    Color press, press_soft;  // who is here for a newspaper, told apart at a glance
    Color on_danger, focus, scrim, shadow, disabled, on_disabled;
};

struct Metrics {
    float target, target_min, gap, step, margin, radius, radius_small, edge, focus_ring, content_max;
};

struct Theme {
    Palette colours;
    Metrics mm;
    Density density = Density::guest;
    bool reduced_motion = false;

    // Height of a capital letter of a style, before the guest's text scale.
    [[nodiscard]] float cap_mm(TextStyle style) const;
    // The smallest that a style may be shrunk to so that a word is not broken.
    [[nodiscard]] float cap_min_mm(TextStyle style) const;
    [[nodiscard]] bool bold(TextStyle style) const;
};

Theme make_theme(Density density, Contrast contrast = Contrast::normal);
// The same with an organisation's own accent; darkened until text on it has 7:1.
Theme with_accent(Theme theme, Color accent);

}  // namespace welcome::kiosk::ui
