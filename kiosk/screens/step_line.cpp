// The line at the door: how long guests take here, and what that says of the line (shared/field.md, E 17).

#include <numeric>

#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

constexpr std::size_t k_kept = 20;          // the newest guests say how it goes now
constexpr std::size_t k_enough = 3;         // before that the field's number stands
constexpr Steady k_longest{5 * 60 * 1000};  // longer: somebody went away in the middle

}  // namespace

double seconds_each(const Pace& pace) {
    if (pace.last.size() < k_enough) return event::k_few_codes_seconds;
    const auto all = std::accumulate(pace.last.begin(), pace.last.end(), Steady(0));
    return static_cast<double>(all.count()) / 1000.0 / static_cast<double>(pace.last.size());
}

Place place_of(const Screen& screen) {
    if (std::holds_alternative<Welcome>(screen)) return Place::first_screen;
    if (std::holds_alternative<Done>(screen)) return Place::last_screen;
    const bool elsewhere = is_staff_screen(screen) || std::holds_alternative<HelperComes>(screen) ||
                           std::holds_alternative<Trouble>(screen);
    return elsewhere ? Place::elsewhere : Place::on_the_way;
}

void measure_pace(Step& step, Place before) {
    Pace& pace = step.model.pace;
    const Place now = place_of(step.model.screen);
    if (now == before) return;
    if (before == Place::first_screen && now == Place::on_the_way) pace.began = step.known.now;
    if (now == Place::last_screen && pace.began && step.known.now - *pace.began <= k_longest) {
        pace.last.push_back(step.known.now - *pace.began);
        if (pace.last.size() > k_kept) pace.last.erase(pace.last.begin());
    }
    if (now != Place::on_the_way) pace.began.reset();
}

void tick_line(Step& step) {
    Model& model = step.model;
    model.line =
        event::line_now(step.known.state, step.known.context.now, seconds_each(model.pace), model.in_line);
}

bool step_line(Step& step, const Action& action) {
    if (action.intent == Intent::open_line) {
        tick_line(step);
        step.go(LineBoard{});
        return true;
    }
    if (action.intent != Intent::count_line) return false;
    step.model.in_line = std::max(0, action.number);
    tick_line(step);
    return true;
}

}  // namespace welcome::kiosk::screens
