#include "kiosk/screens/staff/pin.h"

namespace welcome::kiosk::screens {

PinView pin_view(const Look& look) {
    const auto& words = look.words;
    const auto& pin = std::get<Pin>(look.model.screen);
    PinView view{.furniture = guest_furniture(look, "pin"),
                 .title = words("pin.title"),
                 .label = words("pin.label"),
                 .digits = pin.digits,
                 .can_type = !pin.checking && look.now >= look.model.pin_pause_until};
    if (pin.checking) view.furniture.spinner = words("pin.checking");
    return view;
}

std::optional<Action> draw(ui::Ui& ui, PinView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.row_or_column({}, [&] {
            ui.column({.along = ui::Align::centre}, [&] {
                ui.heading("pin.title", view.title);
                const auto edit = ui.field("pin.digits", view.digits,
                                           {.kind = ui::FieldKind::pin,
                                            .label = view.label,
                                            .most_characters = 12,
                                            .enabled = view.can_type,
                                            .take_focus = true,
                                            .keyboard_in_page = true});
                if (edit == ui::Edit::changed) action = Action{Intent::edit_pin, view.digits};
                if (edit == ui::Edit::submitted) action = Action{Intent::pin_ready, view.digits};
            });
            ui.keyboard(ui::KeyboardLayout::digits);
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
