#pragma once
// Each part of the tablet, tried: does the camera read, the scanner, the printer, is it heard, how large is
// the screen. Shows no name and no fact, so it needs no PIN on a tablet that was just set up.

#include "kiosk/screens/furniture.h"
#include "kiosk/screens/guest/scan.h"

namespace welcome::kiosk::screens {

struct PartsView {
    struct Row {
        std::string id, title, detail, action_id, action_label;
        ui::Icon icon = ui::Icon::none;
        bool enabled = true;
        Action means{Intent::parts_done};
    };
    FurnitureView furniture;
    std::string title, lead, done;
    Viewfinder viewfinder;
    std::vector<Row> rows;
    // The ruler.
    bool measures = false;
    std::string outline, dots, fits;
    struct Change {
        std::string id, label;
        int thousandths = 0;
    };
    std::vector<Change> changes;
};

PartsView parts_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const PartsView& view, const ShownPicture& camera);

}  // namespace welcome::kiosk::screens
