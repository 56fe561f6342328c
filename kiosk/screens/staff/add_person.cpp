#include "kiosk/screens/staff/add_person.h"

namespace welcome::kiosk::screens {

AddPersonView add_person_view(const Look& look) {
    const auto& words = look.words;
    const auto& form = std::get<AddPerson>(look.model.screen);
    return {.furniture = staff_furniture(look, "add", true),
            .title = words("add.title"),
            .name_label = words("add.name"),
            .phone_label = words("add.phone"),
            .adults = words("new.adults"),
            .children = words("new.children"),
            .add = words("add.ready"),
            .name = form.name,
            .phone = form.phone,
            .role = role_choice(look, "add", form.role),
            .more_adults = form.more_adults,
            .more_children = form.more_children,
            .can_go = !look.model.waiting};
}

std::optional<Action> draw(ui::Ui& ui, AddPersonView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("add.title", view.title, ui::TextStyle::heading);
        ui.row_or_column({}, [&] {
            if (ui.field("add.name", view.name,
                         {.kind = ui::FieldKind::name,
                          .label = view.name_label,
                          .take_focus = view.name.empty()}) == ui::Edit::changed)
                action = Action{Intent::edit_name, view.name};
            if (ui.field("add.phone", view.phone,
                         {.kind = ui::FieldKind::phone, .label = view.phone_label}) == ui::Edit::changed)
                action = Action{Intent::edit_phone, view.phone};
        });
        ui.row_or_column({}, [&] {
            if (const auto adults =
                    ui.stepper("add.adults", view.adults, view.more_adults, {.icon = ui::Icon::person}))
                action = Action{Intent::set_adults, {}, *adults};
            if (const auto children =
                    ui.stepper("add.children", view.children, view.more_children, {.icon = ui::Icon::child}))
                action = Action{Intent::set_children, {}, *children};
        });
        if (const auto role = draw(ui, "add", view.role))
            action = Action{Intent::set_guest_role, {}, static_cast<int>(*role)};
        ui.dock_bottom([&] {
            if (ui.button("add.ready", view.add,
                          {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_go}))
                action = Action{Intent::add_ready};
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
