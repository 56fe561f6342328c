#pragma once
// What the window told us, as the widgets understand it. Pure.

#include <optional>

#include "kiosk/ui/input.h"
#include "kiosk/ui/platform/window_event.h"

namespace welcome::kiosk::ui {

// Nothing for what widgets do not care about: resizes, key releases, other pointer buttons.
std::optional<InputEvent> input_from(const WindowEvent& event);

}  // namespace welcome::kiosk::ui
