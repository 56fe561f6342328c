#include "kiosk/screens/guest/new_name.h"

namespace welcome::kiosk::screens {

NewNameView new_name_view(const Look& look) {
    const auto& words = look.words;
    const auto& form = std::get<NewName>(look.model.screen);
    return {.furniture = guest_furniture(look, "new", 1, 2),
            .title = words("new.title"),
            .label = words("new.name"),
            .adults = words("new.adults"),
            .children = words("new.children"),
            .next = words("furniture.next"),
            .name = form.name,
            .more_adults = form.more_adults,
            .more_children = form.more_children};
}

std::optional<Action> draw(ui::Ui& ui, NewNameView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("new.title", view.title);
        const auto edit = ui.field("new.name", view.name,
                                   {.kind = ui::FieldKind::name, .label = view.label, .take_focus = true});
        if (edit == ui::Edit::changed) action = Action{Intent::edit_name, view.name};
        ui.row_or_column({}, [&] {
            if (const auto adults =
                    ui.stepper("new.adults", view.adults, view.more_adults, {.icon = ui::Icon::person}))
                action = Action{Intent::set_adults, {}, *adults};
            if (const auto children =
                    ui.stepper("new.children", view.children, view.more_children, {.icon = ui::Icon::child}))
                action = Action{Intent::set_children, {}, *children};
        });
        ui.dock_bottom([&] {
            if (ui.button("new.next", view.next,
                          {.look = ui::Look::primary, .icon = ui::Icon::arrow_forward}))
                action = Action{Intent::name_ready};
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
