#include "kiosk/screens/guest/meals.h"

#include "kiosk/screens/diet_words.h"

namespace welcome::kiosk::screens {

MealsView meals_view(const Look& look) {
    const auto& form = std::get<Meals>(look.model.screen);
    MealsView view{.furniture = guest_furniture(look, "meals"),
                   .title = look.words("meals.title"),
                   .skip = look.words("touch.skip"),
                   .ready = look.words("furniture.next"),
                   .kinds = {},
                   .can_go = !look.model.waiting};
    for (const auto diet : k_all_diets) {
        const auto asked = form.plates.find(diet);
        const std::string word(event::text_of(diet));
        view.kinds.push_back({"meals." + word, word, look.words(diet_key(diet)), icon_of(diet),
                              asked == form.plates.end() ? 0 : asked->second});
    }
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const MealsView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("meals.title", view.title);
        ui.grid(
            85,
            [&] {
                for (const auto& kind : view.kinds) {
                    if (const auto plates = ui.stepper(kind.id, kind.label, kind.plates,
                                                       {.most = event::k_most_plates, .icon = kind.icon}))
                        action = Action{Intent::set_plates, kind.diet, *plates};
                }
            },
            1);  // all kinds at once, on a small glass too
        ui.dock_bottom([&] {
            ui.row({}, [&] {
                if (ui.button("meals.skip", view.skip, {.enabled = view.can_go}))
                    action = Action{Intent::meals_skipped};
                if (ui.button("meals.ready", view.ready,
                              {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_go}))
                    action = Action{Intent::meals_ready};
            });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
