#include "kiosk/screens/staff/wristband.h"

#include "kiosk/screens/staff/desk.h"

namespace welcome::kiosk::screens {

WristbandView wristband_view(const Look& look) {
    const auto& words = look.words;
    WristbandView view{
        .furniture = staff_furniture(look, "wristband", true),
        .title = words("wristband.title"),
        .lead = words(printer_for(look.model, look.state) ? "wristband.waits" : "wristband.lead"),
        .child = {},
        .code = {},
        .done = words("wristband.done")};
    const auto* stay = look.state.stay(std::get<Wristband>(look.model.screen).stay);
    if (!stay || !minds_children(look.model)) return view;
    view.child = stay->request.first_name + " · " + child_line(look, *stay);
    view.code = stay->request.code;
    if (stay->request.number > 0)
        view.number = words("wristband.number", {{"number", std::to_string(stay->request.number)}});
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const WristbandView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("wristband.title", view.title, ui::TextStyle::title, ui::Align::centre);
        ui.text(view.lead, {.align = ui::Align::centre, .id = "wristband.lead"});
        ui.card("wristband.card", [&] {
            ui.text(view.code, {.style = ui::TextStyle::huge,
                                .tone = ui::Tone::accent,
                                .align = ui::Align::centre,
                                .id = "wristband.code"});
            if (!view.number.empty())
                ui.text(view.number, {.align = ui::Align::centre, .id = "wristband.number"});
            ui.text(view.child, {.align = ui::Align::centre, .id = "wristband.child"});
        });
        ui.dock_bottom([&] {
            if (ui.button("wristband.done", view.done, {.look = ui::Look::primary, .icon = ui::Icon::check}))
                action = Action{Intent::open_desk};
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
