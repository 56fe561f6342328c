#pragma once
// Hold your code up: the camera's picture and hints.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct ScanView {
    FurnitureView furniture;
    std::string title, lead, picture_alt, no_camera, find;
    bool has_camera = false;
};

ScanView scan_view(const Look& look);
// `camera` is the texture of the newest frame, or null.
struct CameraPicture {
    ui::Texture texture = nullptr;
    float width = 0, height = 0;
};
std::optional<Action> draw(ui::Ui& ui, const ScanView& view, const CameraPicture& camera);

}  // namespace welcome::kiosk::screens
