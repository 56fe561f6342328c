#include "kiosk/screens/guest/comfort.h"

namespace welcome::kiosk::screens {

ComfortView comfort_view(const Look& look) {
    const auto& words = look.words;
    const auto& comfort = look.model.comfort;
    const bool has_voice = can_speak(look.model);
    return {.furniture = guest_furniture(look, "reading"),
            .title = words("reading.title"),
            .lead = words("reading.lead"),
            .aloud = words("reading.aloud"),
            .no_voice = has_voice ? "" : words("reading.no_voice"),
            .loudness = words("reading.loudness"),
            .bigger = words("reading.bigger"),
            .colours = words("reading.colours"),
            .time = words("reading.time"),
            .movement = words("reading.movement"),
            .done = words("reading.done"),
            .reads_aloud = comfort.read_aloud && has_voice,
            .is_bigger = look.model.bigger,
            .has_strong_colours = comfort.strong_colours,
            .has_more_time = comfort.more_time,
            .has_less_movement = comfort.less_movement,
            .how_loud = comfort.loudness};
}

std::optional<Action> draw(ui::Ui& ui, const ComfortView& view) {
    using ui::Icon;
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("reading.title", view.title);
        ui.text(view.lead, {.id = "reading.lead", .spoken_only = true});  // the loudness needs its room
        if (!view.no_voice.empty()) ui.text(view.no_voice, {.id = "reading.no_voice"});
        ui.grid(
            80,
            [&] {
                if (view.no_voice.empty() &&
                    ui.tile("reading.aloud", view.aloud,
                            {.icon = Icon::hearing, .selectable = true, .selected = view.reads_aloud}))
                    action = Action{Intent::toggle_read_aloud};
                if (view.reads_aloud) {
                    if (const auto loud = ui.stepper(
                            "reading.loudness", view.loudness, view.how_loud,
                            {.least = Comfort::k_softest, .most = Comfort::k_loudest, .icon = Icon::speaker}))
                        action = Action{Intent::set_loudness, "", *loud};
                }
                if (ui.tile("reading.bigger", view.bigger,
                            {.icon = Icon::bigger_text, .selectable = true, .selected = view.is_bigger}))
                    action = Action{Intent::toggle_bigger};
                if (ui.tile(
                        "reading.colours", view.colours,
                        {.icon = Icon::contrast, .selectable = true, .selected = view.has_strong_colours}))
                    action = Action{Intent::toggle_strong_colours};
                if (ui.tile("reading.time", view.time,
                            {.icon = Icon::time, .selectable = true, .selected = view.has_more_time}))
                    action = Action{Intent::toggle_more_time};
                if (ui.tile("reading.movement", view.movement,
                            {.icon = Icon::pause, .selectable = true, .selected = view.has_less_movement}))
                    action = Action{Intent::toggle_less_movement};
            },
            1);  // all of it at once where there is room
        ui.dock_bottom([&] {
            if (ui.button("reading.done", view.done, {.look = ui::Look::primary, .icon = Icon::check}))
                action = Action{Intent::close_comfort};
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
