#pragma once
// Hold your code up: the camera's picture and hints.

#include "kiosk/screens/furniture.h"
#include "kiosk/screens/shown_picture.h"

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
// `camera` is the newest frame, or nothing.
std::optional<Action> draw(ui::Ui& ui, const ScanView& view, const ShownPicture& camera);
// PAGE.camera or PAGE.no_camera.
void draw_viewfinder(ui::Ui& ui, const std::string& page, const Viewfinder& view, const ShownPicture& camera);

}  // namespace welcome::kiosk::screens
