#include "kiosk/screens/guest/needs.h"

namespace welcome::kiosk::screens {

namespace {

ui::Icon icon_of(event::Need need) {
    switch (need) {
        case event::Need::childcare:
            return ui::Icon::child;
        case event::Need::interpretation:
            return ui::Icon::headset;
        case event::Need::speaking:
            return ui::Icon::microphone;
        case event::Need::food:
            return ui::Icon::food;
        case event::Need::ride:
            return ui::Icon::car;
        case event::Need::access:
            return ui::Icon::seat;
    }
    return ui::Icon::none;
}

}  // namespace

NeedsView needs_view(const Look& look) {
    using event::Need;
    const auto& words = look.words;
    const auto& form = std::get<Needs>(look.model.screen);
    NeedsView view{.furniture = guest_furniture(look, "needs"),
                   .title = words("needs.title"),
                   .lead = words("needs.lead"),
                   .done = words("needs.done"),
                   .choices = {},
                   .can_go = !look.model.waiting};
    for (const auto need :
         {Need::childcare, Need::interpretation, Need::speaking, Need::food, Need::ride, Need::access}) {
        const std::string key = "needs." + std::string(event::text_of(need));
        view.choices.push_back({need, key, words(key), icon_of(need), form.chosen.contains(need)});
    }
    // Said by the title, so that all the tiles stay in sight.
    if (look.model.notice && look.model.notice->key == "needs.you_are_in") {
        view.title = words("needs.title_in");
        view.furniture.notice.reset();
    }
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const NeedsView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("needs.title", view.title);
        ui.text(view.lead, {.id = "needs.lead", .spoken_only = true});
        ui.grid(55, [&] {
            for (const auto& choice : view.choices) {
                if (ui.tile(choice.id, choice.label,
                            {.icon = choice.icon,
                             .selectable = true,
                             .selected = choice.chosen,
                             .min_height_mm = 20}))
                    action = Action{Intent::toggle_need, {}, static_cast<int>(choice.need)};
            }
        });
        ui.dock_bottom([&] {
            if (ui.button("needs.done", view.done,
                          {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_go}))
                action = Action{Intent::needs_ready};
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
