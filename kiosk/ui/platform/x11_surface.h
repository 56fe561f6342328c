#pragma once
// The window's pixels in memory shared with the X server (MIT-SHM): a frame costs no copy of ours, and only
// damage is put on the screen. A distant display gets XPutImage. UI thread; owned by the renderer, must go
// before the window does.

#include <memory>

#include "kiosk/ui/platform/surface.h"
#include "sync/result.h"

struct _XDisplay;  // NOLINT(bugprone-reserved-identifier): Xlib's Display, without its macros

namespace welcome::kiosk::ui {

// unreachable: the display is not of 8 bits a colour, blue lowest.
sync::Result<std::unique_ptr<Surface>> make_x11_surface(_XDisplay* display, unsigned long window);

}  // namespace welcome::kiosk::ui
