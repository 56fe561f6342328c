#pragma once
// What the tree says, held against what the glass shows. Pure.

#include <optional>
#include <vector>

#include "kiosk/ui/audit.h"
#include "kiosk/ui/platform/pixels.h"

namespace welcome::kiosk::screens::audit {

// Words whose ink or ground is not to be seen where the tree has them: covered, cut away, or of another
// colour.
std::vector<ui::Finding> judge_pixels(const ui::Tree& tree, const ui::Pixels& picture);

// The ring around the node that has the focus. Nothing when it shows around at least half of what is in
// sight.
std::optional<ui::Finding> judge_ring(const ui::Tree& tree, const ui::Pixels& picture, ui::Color ring);

}  // namespace welcome::kiosk::screens::audit
