#include "kiosk/screens/staff/line.h"

#include <cmath>
#include <cstdio>

#include "kiosk/screens/speech_words.h"

namespace welcome::kiosk::screens {

namespace {

using Advice = event::LineNow::Advice;

// "2.4": one digit after the point says all that a ten-minute count knows.
std::string one_digit(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", number);
    return text;
}

std::string seconds(double number) {
    return std::to_string(static_cast<long>(std::lround(number)));
}

// "6:48": a line of minutes is not read in seconds.
std::string minutes(double seconds) {
    return time_left_text(static_cast<int>(std::lround(seconds)));
}

void add_advice(const Look& look, LineView& view) {
    const auto& line = look.model.line;
    switch (line.advice) {
        case Advice::quiet:
            view.advice = look.words("line.quiet");
            return;
        case Advice::fine:
            view.advice = look.words("line.fine");
            view.kind = ui::Notice::success;
            return;
        case Advice::ready_another:
            view.advice = look.words("line.ready_another");
            view.kind = ui::Notice::warning;
            return;
        case Advice::open_another:
            view.advice = look.words("line.open_another");
            view.kind = ui::Notice::error;
            return;
    }
}

}  // namespace

std::string line_alarm(const Look& look) {
    return look.model.line.advice == Advice::open_another ? look.words("line.open_another") : "";
}

LineView line_view(const Look& look) {
    const auto& words = look.words;
    const auto& line = look.model.line;
    LineView view{.furniture = staff_furniture(look, "line", true),
                  .title = words("line.title"),
                  .advice = {},
                  .count_label = words("line.count"),
                  .note = {},
                  .in_line = look.model.in_line};
    add_advice(look, view);
    view.stats = {{"line.arrivals", one_digit(line.arrivals_a_minute), words("line.arrivals"), {}},
                  {"line.seconds", seconds(line.seconds_each), words("line.seconds"), {}},
                  {"line.lanes", std::to_string(line.lanes), words("line.lanes"), {}},
                  {"line.wait", line.wait_seconds ? minutes(*line.wait_seconds) : "…", words("line.wait"),
                   view.kind == ui::Notice::error ? ui::Tone::danger : ui::Tone::plain}};
    if (line.lanes > 0 && look.model.in_line > 0)
        view.note = words("line.one_more",
                          {{"n", minutes(look.model.in_line * line.seconds_each / (line.lanes + 1))}});
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const LineView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("line.title", view.title, ui::TextStyle::heading);
        ui.banner("line.advice", view.advice, view.kind);
        ui.grid(45, [&] {
            for (const auto& one : view.stats) ui.stat(one.id, one.number, one.label, one.tone);
        });
        if (const auto count = ui.stepper("line.count", view.count_label, view.in_line,
                                          {.least = 0, .most = 300, .icon = ui::Icon::group}))
            action = Action{Intent::count_line, {}, *count};
        if (!view.note.empty()) ui.text(view.note, {.tone = ui::Tone::soft, .id = "line.note"});
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
