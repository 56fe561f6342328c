#pragma once
// What a screen does wrong, found in its accessibility tree. Pure.

#include <string>
#include <vector>

#include "kiosk/ui/tree.h"

namespace welcome::kiosk::ui {

enum class Flaw { clipped, overlap, small_target, small_text, low_contrast, unlabelled, off_screen, same_id };

struct Finding {
    Flaw flaw;
    std::string id = {};      // the node
    std::string detail = {};  // in plain words, with the numbers
};

struct AuditLimits {
    double contrast = 7.0;
    float min_cap_mm = 4.8F;  // 0 on staff screens
};

std::vector<Finding> audit(const Tree& tree, const AuditLimits& limits = {});
std::string_view name(Flaw flaw);

}  // namespace welcome::kiosk::ui
