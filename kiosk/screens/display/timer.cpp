#include "kiosk/screens/display/timer.h"

#include <algorithm>

#include "kiosk/screens/speech_words.h"

namespace welcome::kiosk::screens {

bool shows_running_clock(const Model& model, const event::State& state) {
    if (!std::holds_alternative<TimerBoard>(model.screen) &&
        !std::holds_alternative<SpeakersBoard>(model.screen))
        return false;
    const auto line = state.speakers();
    const auto* now = line.now();
    return now && now->running_since.has_value();
}

TimerView timer_view(const Look& look) {
    const auto& words = look.words;
    const auto line = look.state.speakers();
    TimerView view{.page_name = look.state.event().name,
                   .who = words("timer.nobody"),
                   .time = {},
                   .spoken = {},
                   .light = {},
                   .next = {},
                   .then = {},
                   .leave = words("timer.leave"),
                   .pages = {},
                   .may_leave = !std::get<TimerBoard>(look.model.screen).fixed};
    if (const auto* now = line.now()) {
        const auto light = light_of(*now, look.wall);
        view.is_up = true;
        view.who = who_speaks_text(now->request);
        view.time = time_left_text(now->left_at(look.wall));
        view.light = light_words(look, light);
        view.spoken = light == Light::over ? view.light : words("timer.left", {{"time", view.time}});
        view.icon = icon_of(light);
        view.tone = tone_of(light);
    }
    const auto waiting = line.waiting(event::SpeechKind::talk);
    if (!waiting.empty()) view.next = words("timer.next", {{"who", who_speaks_text(waiting[0]->request)}});
    if (waiting.size() > 1) view.then = words("timer.then", {{"who", who_speaks_text(waiting[1]->request)}});
    for (const auto* stay : look.state.stays()) {
        if (!stay->paged || stay->request.number == 0) continue;
        view.pages.push_back(words("timer.page", {{"number", std::to_string(stay->request.number)}}));
    }
    std::sort(view.pages.begin(), view.pages.end());
    view.pages.erase(std::unique(view.pages.begin(), view.pages.end()), view.pages.end());
    // All of it in sight: nobody touches a display on the wall.
    if (!view.pages.empty()) view.clock_height -= 0.15F;
    if (view.may_leave) view.clock_height -= 0.13F;
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const TimerView& view) {
    std::optional<Action> action;
    ui::Page page{.id = "timer", .name = view.page_name, .max_width_mm = -1};
    if (view.may_leave) page.trailing = {{"timer.leave", view.leave, ui::Icon::close}};
    ui.page(page, [&] {
        int place = 0;
        for (const auto& family : view.pages)
            ui.banner("timer.page." + std::to_string(++place), family, ui::Notice::warning);
        ui.heading("timer.who", view.who, ui::TextStyle::huge, ui::Align::centre);
        if (view.is_up)
            ui.sign("timer.time", {.big = view.time,
                                   .line = view.light,
                                   .spoken = view.spoken,
                                   .icon = view.icon,
                                   .tone = view.tone,
                                   .height = view.clock_height});
        ui.row({}, [&] {
            if (!view.next.empty())
                ui.text(view.next,
                        {.style = ui::TextStyle::title, .align = ui::Align::centre, .id = "timer.next"});
            if (!view.then.empty())
                ui.text(view.then, {.style = ui::TextStyle::title,
                                    .tone = ui::Tone::soft,
                                    .align = ui::Align::centre,
                                    .id = "timer.then"});
        });
    });
    if (ui.was_tapped("timer.leave")) action = Action{Intent::leave_timer};
    return action;
}

}  // namespace welcome::kiosk::screens
