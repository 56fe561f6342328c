// Time passing: shared/field.md, 3.2, 4 and 9. Whatever half-typed word is on the screen is wiped.

#include "kiosk/event/decide_childcare.h"
#include "kiosk/screens/display/timer.h"
#include "kiosk/screens/languages.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

using namespace std::chrono_literals;

constexpr Steady k_idle = 45s;          // until the warning
constexpr Steady k_warning = 20s;       // to say "still here"
constexpr int k_more_time = 10;         // times as long, for whoever asks for it (WCAG 2.2.1)
constexpr int k_more_warning = 3;       // a minute: the words on the screen may be anybody's next
constexpr Steady k_notice = 8s;         // a sentence over the screen
constexpr Steady k_done = 6s;           // the last screen, where it shows no code to keep
constexpr Steady k_upkeep_again = 30s;  // after a disk that refused
constexpr Steady k_staff_blank = 60s;   // names leave the volunteers' screen
constexpr Steady k_staff_lock = 15min;  // and the PIN is asked again

void tick_staff(Step& step, Steady quiet) {
    if (quiet >= k_staff_lock || (std::holds_alternative<Pin>(step.model.screen) && quiet >= k_idle)) {
        step.model.staff.reset();
        return start_over(step);
    }
    // Whoever keeps the time touches nothing for minutes; the board shows only names that may be called.
    if (quiet >= k_staff_blank && !shows_running_clock(step.model, step.known.state))
        step.model.blanked = true;
}

// What a tablet does by itself: the next family of the line, places and codes for another tablet. Not asked
// again before it is durable.
void keep_up(Step& step) {
    Model& model = step.model;
    if (model.upkeep && step.known.state.has(*model.upkeep)) model.upkeep.reset();
    if (model.upkeep && step.known.now - model.upkeep_asked < k_upkeep_again) return;
    auto drafts = event::decide_upkeep(step.known.state, step.context());
    if (drafts.empty()) return;
    model.upkeep = drafts.back().id;
    model.upkeep_asked = step.known.now;
    step.effects.emplace_back(Commit{std::move(drafts)});
}

}  // namespace

Steady quiet_allowed(const Model& model) {
    return k_idle * (model.comfort.more_time ? k_more_time : 1);
}

Steady answer_allowed(const Model& model) {
    return k_warning * (model.comfort.more_time ? k_more_warning : 1);
}

void start_over(Step& step) {
    Model& model = step.model;
    print_badge_due(step);
    put_ruler_away(step);
    model.staff.reset();
    model.language = home_language(model, step.known.state.event());
    model.bigger = false;
    model.comfort = {};
    model.over = Over::nothing;
    model.idle_warning = false;
    model.blanked = false;
    model.closing.reset();
    if (model.waiting) model.waiting->left = true;
    step.go(Welcome{});
}

void step_tick(Step& step) {
    Model& model = step.model;
    const Steady quiet = step.known.now - model.last_touch;
    const Steady readable = k_notice * (model.comfort.more_time ? k_more_time : 1);
    if (model.notice && step.known.now - model.notice->shown >= readable) model.notice.reset();
    if (model.waiting) return;
    // A display of its own may stand beside the tablet whose journal it reads: that one keeps things up.
    const auto* timer = step.on<TimerBoard>();
    if (!timer || !timer->fixed) keep_up(step);
    if (timer) return;
    if (std::holds_alternative<Welcome>(model.screen)) {  // Nothing to lose here, so nobody is asked.
        if (quiet >= quiet_allowed(model) + answer_allowed(model) && !model.notice) start_over(step);
        return;
    }
    if (std::holds_alternative<Ready>(model.screen) || std::holds_alternative<RoomBoard>(model.screen))
        step.effects.emplace_back(LookAtMachine{});
    if (is_staff_screen(model.screen)) tick_line(step);
    if (std::holds_alternative<Close>(model.screen) && model.closing &&
        model.closing->step == CloseStep::keep)
        step.effects.emplace_back(FindPackPlaces{});  // a stick may have come or gone
    if (is_staff_screen(model.screen)) return tick_staff(step, quiet);
    if (const auto* done = step.on<Done>(); done && !done->has_a_code()) {
        const Steady since = step.known.now - std::max(done->shown, model.last_touch);
        if (since >= k_done * (model.comfort.more_time ? k_more_time : 1)) start_over(step);
        return;
    }
    model.idle_warning = quiet >= quiet_allowed(model);
    if (quiet >= quiet_allowed(model) + answer_allowed(model)) start_over(step);
}

}  // namespace welcome::kiosk::screens
