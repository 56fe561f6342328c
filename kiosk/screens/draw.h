#pragma once
// The screen that the model is on, drawn. The one place that knows every screen.

#include "kiosk/event/find.h"
#include "kiosk/screens/furniture.h"
#include "kiosk/screens/guest/scan.h"

namespace welcome::kiosk::screens {

struct Sight {  // what a draw may look at beyond the model
    const event::FindIndex& index;
    ShownPicture camera;
    ShownPicture logo = {};  // the event's own; no texture: it has none
};

std::optional<Action> draw_screen(ui::Ui& ui, const Look& look, const Sight& sight);

// Guests get large targets, volunteers a denser table.
ui::Density density_of(const Model& model);
// Looks and letters as whoever stands there wants them.
ui::Contrast contrast_of(const Model& model);
float text_scale_of(const Model& model);

}  // namespace welcome::kiosk::screens
