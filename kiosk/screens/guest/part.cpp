#include "kiosk/screens/guest/part.h"

#include <algorithm>

namespace welcome::kiosk::screens {

namespace {

void add_photo(const Look& look, const TakePart& part, PartView& view) {
    if (!look.state.event().asks_photo) return;
    view.photo = look.words("part.photo");
    view.photo_wishes = {{"part.photo.yes", look.words("part.photo_yes"), ui::Icon::photo},
                         {"part.photo.ask", look.words("part.photo_ask"), ui::Icon::question},
                         {"part.photo.no", look.words("part.photo_no"), ui::Icon::no_photo}};
    if (part.photo) view.photo_now = "part.photo." + std::string(event::text_of(*part.photo));
}

}  // namespace

PartView part_view(const Look& look) {
    const auto& words = look.words;
    const auto& part = std::get<TakePart>(look.model.screen);
    PartView view{.furniture = guest_furniture(look, "part"),
                  .title = words("part.title"),
                  .photo = {},
                  .first_time = words("part.first_time"),
                  .not_now = words("part.not_now"),
                  .done = words("part.done"),
                  .photo_wishes = {},
                  .photo_now = {},
                  .calls = {},
                  .is_first_time = part.first_time,
                  .can_go = !look.model.waiting};
    add_photo(look, part, view);
    for (const auto& call : look.state.event().calls) {
        const bool ticked = std::find(part.calls.begin(), part.calls.end(), call.key) != part.calls.end();
        view.calls.push_back({call.key, call.text_in(look.words.language()), ticked});
    }
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const PartView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("part.title", view.title);
        if (!view.photo_wishes.empty()) {
            if (const auto wish = ui.choice("part.photo", view.photo, view.photo_wishes, view.photo_now))
                action = Action{Intent::set_photo_wish, wish->substr(std::string_view("part.photo.").size())};
        }
        int place = 0;
        for (const auto& call : view.calls) {
            if (ui.checkbox("part.call." + std::to_string(++place), call.text, call.ticked))
                action = Action{Intent::toggle_call, call.key};
        }
        if (ui.checkbox("part.first_time", view.first_time, view.is_first_time))
            action = Action{Intent::toggle_first_time};
        ui.dock_bottom([&] {
            ui.row({.weights = {1, 1}}, [&] {
                if (ui.button("part.not_now", view.not_now, {.enabled = view.can_go}))
                    action = Action{Intent::part_skipped};
                if (ui.button("part.done", view.done, {.icon = ui::Icon::check, .enabled = view.can_go}))
                    action = Action{Intent::part_ready};
            });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
