#pragma once
// What a screen does wrong, found in its accessibility tree. Pure.

#include <string>
#include <vector>

#include "kiosk/ui/theme.h"
#include "kiosk/ui/tree.h"

namespace welcome::kiosk::ui {

enum class Flaw {
    clipped,
    overlap,
    small_target,
    small_text,
    low_contrast,
    unlabelled,
    off_screen,
    same_id,
    unreachable,   // no key leads there
    unseen_focus,  // the ring around it does not show
    hard_words,    // needs more than five years of school
};

struct Finding {
    Flaw flaw;
    std::string id = {};      // the node
    std::string detail = {};  // in plain words, with the numbers
};

// Guests: Section 508 §402.4 (capitals of 3/16 inch), WCAG 1.4.6 (7:1), and the 20 mm where a hand's errors
// stop falling (Sesto and Chen). Staff: WCAG 2.5.5 (44 CSS pixels are 11.6 mm), capitals as the theme has
// them.
struct AuditLimits {
    double contrast = 7.0;
    float min_cap_mm = 4.8F;
    float min_target_mm = 0;  // besides what each widget asks for itself
    float min_key_mm = 0;     // a key of the on-screen keyboard
};
AuditLimits limits_for(Density density);

std::vector<Finding> audit(const Tree& tree, const AuditLimits& limits = {});
std::string_view name(Flaw flaw);  // "clipped", "target-size" …: as reports have it

}  // namespace welcome::kiosk::ui
