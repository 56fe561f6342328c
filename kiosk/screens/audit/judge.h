#pragma once
// Everything that is judged about one sample screen in one setting.

#include <functional>
#include <vector>

#include "kiosk/screens/audit/studio.h"
#include "kiosk/ui/audit.h"

namespace welcome::kiosk::screens::audit {

using Enter = std::function<void(Studio&)>;  // shows the screen afresh

// As it first shows, and once the keyboard has been put away. Leaves the studio on the screen as it first
// shows.
std::vector<ui::Finding> judge_looks(Studio& studio, const Enter& enter);
// Walks by Tab from thing to thing, with and without the keyboard: each must be reached, come into sight, and
// show that it has the focus.
std::vector<ui::Finding> judge_focus(Studio& studio, const Enter& enter);

}  // namespace welcome::kiosk::screens::audit
