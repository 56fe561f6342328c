#pragma once
// The processor's renderer on memory alone, without a display: tests, screenshots, the audit. UI thread; the
// caller owns it and gives it any size by ImDrawData::DisplaySize.

#include <memory>

#include "kiosk/ui/platform/renderer.h"

namespace welcome::kiosk::ui {

std::unique_ptr<Renderer> make_offscreen();

}  // namespace welcome::kiosk::ui
