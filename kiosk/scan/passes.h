#pragma once
// Pictures made from a picture, each showing a reader what it missed: measured in shared/design.md §6. Pure.

#include "kiosk/scan/frame.h"

namespace welcome::kiosk::scan {

Frame half_size(const Frame& frame);              // means of 2 × 2
Frame double_size_of_middle(const Frame& frame);  // small codes, far away
Frame inverted(const Frame& frame);               // light on dark: a phone's dark mode
Frame softened(const Frame& frame);               // grain
Frame sharpened(const Frame& frame);              // out of focus
Frame local_contrast(const Frame& frame);         // glare, shadow, a dim screen

// True where grain is over some two and a half grey levels (standard deviation): a dim hall, a cheap camera.
bool is_grainy(const Frame& frame);

}  // namespace welcome::kiosk::scan
