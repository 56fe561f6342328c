#include "kiosk/screens/guest/scan.h"

namespace welcome::kiosk::screens {

ScanView scan_view(const Look& look) {
    const auto& words = look.words;
    return {.furniture = guest_furniture(look, "scan"),
            .title = words("scan.title"),
            .lead = words("scan.lead"),
            .find = words("welcome.find"),
            .viewfinder = {.alt = words("scan.picture"),
                           .no_camera = words("scan.no_camera"),
                           .has_camera = look.model.has_camera}};
}

void draw_viewfinder(ui::Ui& ui, const std::string& page, const Viewfinder& view,
                     const ShownPicture& camera) {
    if (camera.texture) {
        ui.picture(page + ".camera", camera.texture,
                   {.alt = view.alt,
                    .width_px = camera.width,
                    .height_px = camera.height,
                    .max_height_mm = 70,
                    .mirrored = true,
                    .viewfinder = true});
    } else if (!view.has_camera) {
        ui.banner(page + ".no_camera", view.no_camera);
    }
}

std::optional<Action> draw(ui::Ui& ui, const ScanView& view, const ShownPicture& camera) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("scan.title", view.title);
        ui.text(view.lead, {.style = ui::TextStyle::lead, .id = "scan.lead"});
        draw_viewfinder(ui, "scan", view.viewfinder, camera);
        if (ui.button("scan.find", view.find, {.icon = ui::Icon::search})) action = Action{Intent::open_find};
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
