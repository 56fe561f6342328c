#pragma once
// How large a pixel of this tablet's screen is, as somebody measured it with a bank card: kept beside the
// event in a small clear file, since the next start needs it before any key is there.

#include <optional>

#include "kiosk/session/event_folder.h"

namespace welcome::kiosk::session {

// Millimetres; nothing where nobody measured, or the file says what no screen can be.
std::optional<double> read_screen_scale(const EventFolder& folder);
sync::Result<void> keep_screen_scale(const EventFolder& folder, double millimetres_per_pixel);

}  // namespace welcome::kiosk::session
