// Time passing: shared/field.md, 3.2, 4 and 9. Whatever half-typed word is on the screen is wiped.

#include "kiosk/event/decide_childcare.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

using namespace std::chrono_literals;

constexpr Steady k_idle = 45s;          // until the warning
constexpr Steady k_warning = 20s;       // to say "still here"
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
    if (quiet >= k_staff_blank) step.model.blanked = true;
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

void start_over(Step& step) {
    Model& model = step.model;
    model.staff.reset();
    model.language = model.home_language;
    model.bigger = false;
    model.idle_warning = false;
    model.blanked = false;
    model.closing.reset();
    if (model.waiting) model.waiting->left = true;
    step.go(Welcome{});
}

void step_tick(Step& step) {
    Model& model = step.model;
    const Steady quiet = step.known.now - model.last_touch;
    if (model.notice && step.known.now - model.notice->shown >= k_notice) model.notice.reset();
    if (model.waiting) return;
    keep_up(step);
    if (std::holds_alternative<Welcome>(model.screen)) {  // Nothing to lose here, so nobody is asked.
        if (quiet >= k_idle + k_warning && !model.notice) start_over(step);
        return;
    }
    if (std::holds_alternative<Ready>(model.screen)) step.effects.emplace_back(LookAtMachine{});
    if (is_staff_screen(model.screen)) tick_line(step);
    if (std::holds_alternative<Close>(model.screen) && model.closing &&
        model.closing->step == CloseStep::keep)
        step.effects.emplace_back(FindPackPlaces{});  // a stick may have come or gone
    if (is_staff_screen(model.screen)) return tick_staff(step, quiet);
    if (const auto* done = step.on<Done>(); done && done->claim_code.empty()) {
        const Steady since = step.known.now - std::max(done->shown, model.last_touch);
        if (since >= k_done) start_over(step);
        return;
    }
    model.idle_warning = quiet >= k_idle;
    if (quiet >= k_idle + k_warning) start_over(step);
}

}  // namespace welcome::kiosk::screens
