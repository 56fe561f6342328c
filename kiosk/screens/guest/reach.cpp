#include "kiosk/screens/guest/reach.h"

namespace welcome::kiosk::screens {

ReachView reach_view(const Look& look) {
    const auto& words = look.words;
    const auto& reach = std::get<Reach>(look.model.screen);
    const auto* adult = look.state.person(reach.from.from.person);
    const bool has_phone = adult && !adult->phone.empty();
    return {.furniture = guest_furniture(look, "reach"),
            .title = words("reach.title"),
            .lead = words(has_phone ? "reach.has_phone" : "reach.lead"),
            .label = words(has_phone ? "reach.seat" : "reach.where"),
            .done = words("children.done"),
            .where = reach.where,
            .can_go = !look.model.waiting};
}

std::optional<Action> draw(ui::Ui& ui, ReachView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("reach.title", view.title);
        ui.text(view.lead, {.id = "reach.lead", .spoken_only = true});
        const auto edit = ui.field("reach.where", view.where, {.label = view.label, .take_focus = true});
        if (edit == ui::Edit::changed) action = Action{Intent::edit_contact, view.where};
        ui.dock_bottom([&] {
            if (ui.button("reach.done", view.done,
                          {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_go}))
                action = Action{Intent::reach_ready};
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
