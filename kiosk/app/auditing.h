#pragma once
// kiosk --audit: every screen looked over without a display or an event.

#include "kiosk/app/options.h"

namespace welcome::kiosk::app {

// The program's exit code: 0 without findings, 1 with some (each a line on standard error) or where the
// folder could not be written.
int audit_screens(const Options& options);

}  // namespace welcome::kiosk::app
