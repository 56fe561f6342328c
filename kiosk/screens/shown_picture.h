#pragma once
// A picture that is no icon: what the camera sees, the event's logo.

#include "kiosk/ui/ui.h"

namespace welcome::kiosk::screens {

struct ShownPicture {
    ui::Texture texture = nullptr;  // nothing: there is none
    float width = 0, height = 0;    // pixels
};

}  // namespace welcome::kiosk::screens
