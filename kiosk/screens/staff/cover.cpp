#include "kiosk/screens/staff/cover.h"

namespace welcome::kiosk::screens {

CoverView cover_view(const Look& look) {
    CoverView view{.furniture = staff_furniture(look, "cover"),
                   .title = look.words("cover.title"),
                   .show = look.words("cover.show")};
    view.furniture.notice.reset();  // It may name somebody.
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const CoverView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.space(30);
        ui.icon(ui::Icon::lock, 18, ui::Tone::soft);
        ui.heading("cover.title", view.title, ui::TextStyle::title, ui::Align::centre);
        if (ui.button("cover.show", view.show, {.look = ui::Look::primary}))
            action = Action{Intent::still_here};
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
