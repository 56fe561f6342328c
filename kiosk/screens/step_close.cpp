// Closing the evening, step by step (shared/field.md, 1.3). Only children stop it; all else can wait.

#include <algorithm>

#include "kiosk/event/decide_childcare.h"
#include "kiosk/event/decide_items.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

void enter(Step& step, CloseStep to) {
    auto& closing = *step.model.closing;
    closing.step = to;
    if (to == CloseStep::twins) look_for_twins(step);
    if (to == CloseStep::keep) step.effects.emplace_back(FindPackPlaces{});
}

void open(Step& step) {
    if (!is_lead(step.model)) return step.refuse(event::Refusal::not_permitted);
    step.go(Close{});
    if (!step.model.closing) step.model.closing.emplace();
    if (step.known.state.is_closed()) enter(step, std::max(step.model.closing->step, CloseStep::keep));
}

void move(Step& step, int by) {
    const auto first = step.known.state.is_closed() ? CloseStep::keep : CloseStep::children;
    const auto last = step.known.state.is_closed() ? CloseStep::send : CloseStep::seal;
    int to = static_cast<int>(step.model.closing->step) + by;
    if (!has_step(step.known.state, static_cast<CloseStep>(to))) to += by;
    enter(step, static_cast<CloseStep>(std::clamp(to, static_cast<int>(first), static_cast<int>(last))));
}

void seal(Step& step) {
    if (step.model.closing->step != CloseStep::seal) return;
    step.commit(event::decide_close_event(step.known.state, step.model.closing->reason, step.context(),
                                          step.model.closing->items_reason),
                {.next = Close{}});
}

bool holds_up(const Step& step) {
    const auto& closing = *step.model.closing;
    if (closing.step == CloseStep::items) return items_hold_up_closing(step.known.state, closing);
    return children_hold_up_closing(step.known.state, closing);
}

}  // namespace

bool children_hold_up_closing(const event::State& state, const Closing& closing) {
    const bool has_reason = closing.reason.find_first_not_of(' ') != std::string::npos;
    return !state.is_closed() && !state.roll_call().empty() && !has_reason;
}

bool items_hold_up_closing(const event::State& state, const Closing& closing) {
    const bool has_reason = closing.items_reason.find_first_not_of(' ') != std::string::npos;
    return !state.is_closed() && !event::items_out(state).empty() && !has_reason;
}

bool has_step(const event::State& state, CloseStep step) {
    return step != CloseStep::items || !state.items().empty();
}

void step_closed(Step& step) {
    auto& closing = step.model.closing;
    if (!closing || closing->step > CloseStep::seal || !step.known.state.is_closed()) return;
    enter(step, CloseStep::keep);
    step.effects.emplace_back(WritePack{});  // the tablet's own folder needs no question
}

bool step_close(Step& step, const Action& action) {
    Model& model = step.model;
    if (action.intent == Intent::open_close) {
        open(step);
        return true;
    }
    if (!step.on<Close>() || !model.closing) return false;
    switch (action.intent) {
        case Intent::close_next:
            if (!holds_up(step)) move(step, 1);
            return true;
        case Intent::close_back:
            move(step, -1);
            return true;
        case Intent::edit_close_reason:
            (model.closing->step == CloseStep::items ? model.closing->items_reason : model.closing->reason) =
                action.text;
            return true;
        case Intent::open_twins:
            compare_twins(step, action.number, Merge::From::closing);
            return true;
        case Intent::close_event:
            seal(step);
            return true;
        case Intent::pack_to:
            step.effects.emplace_back(WritePack{action.text});
            return true;
        case Intent::send_now:
            step.effects.emplace_back(SendNow{});
            return true;
        case Intent::close_done:
            start_over(step);
            return true;
        default:
            return false;
    }
}

}  // namespace welcome::kiosk::screens
