#pragma once
// Hold your code up: the camera's picture and hints.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

// The camera's picture, or the sentence that there is none.
struct Viewfinder {
    std::string alt, no_camera;
    bool has_camera = false;
};

struct ScanView {
    FurnitureView furniture;
    std::string title, lead, find;
    Viewfinder viewfinder;
};

ScanView scan_view(const Look& look);
// `camera` is the texture of the newest frame, or null.
struct CameraPicture {
    ui::Texture texture = nullptr;
    float width = 0, height = 0;
};
std::optional<Action> draw(ui::Ui& ui, const ScanView& view, const CameraPicture& camera);
// PAGE.camera or PAGE.no_camera.
void draw_viewfinder(ui::Ui& ui, const std::string& page, const Viewfinder& view,
                     const CameraPicture& camera);

}  // namespace welcome::kiosk::screens
