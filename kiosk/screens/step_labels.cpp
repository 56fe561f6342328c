// The queue of labels: what a helper does about one that did not come out, and where labels are printed.

#include <algorithm>

#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

std::optional<sync::DeviceId> printer_for(const Model& model, const event::State& state) {
    if (model.print_on) return model.print_on;
    if (model.has_printer) return model.device;
    for (const auto& printer : state.printers()) {
        if (printer.device != model.device && printer.state == "ready") return printer.device;
    }
    return std::nullopt;
}

std::optional<sync::DeviceId> paper_printer_for(const Model& model, const event::State& state) {
    if (model.has_paper) return model.device;
    for (const auto& printer : state.printers()) {
        if (printer.device != model.device && printer.paper == "ready") return printer.device;
    }
    return std::nullopt;
}

bool prints_here(const Model& model) {
    return model.has_printer && !model.print_on && model.printer == "ready";
}

int labels_to_see_to(const Model& model, const event::State& state, event::Instant now) {
    const auto printers = state.printers();
    int count = 0;
    for (const auto* job : state.print_queue()) {
        const auto printer = std::find_if(printers.begin(), printers.end(),
                                          [&](const auto& one) { return one.device == job->printer; });
        const bool paper = job->what == "rollcall";
        bool stands = printer != printers.end() && (paper ? printer->paper : printer->state) == "ready";
        if (job->printer == model.device) stands = (paper ? model.paper : model.printer) == "ready";
        const bool stuck =
            (job->state == event::LabelState::waiting && !stands) || event::is_overdue(*job, now);
        if (stuck || job->state == event::LabelState::doubtful || job->state == event::LabelState::failed)
            ++count;
    }
    return count;
}

std::vector<event::LabelWish> badges_for(const std::vector<PersonId>& people) {
    std::vector<event::LabelWish> wishes;
    wishes.reserve(people.size());
    for (const auto& person : people) wishes.push_back({"badge", person.text()});
    return wishes;
}

namespace {

void choose(Step& step, const std::string& id) {
    auto* queue = step.on<LabelQueue>();
    if (!queue) return;
    const auto label = event::LabelId::parse(id);
    queue->chosen = queue->chosen == label ? std::nullopt : label;
}

// What is done about the chosen label; afterwards none is chosen.
template <typename Decide>
void settle(Step& step, const Decide& decide) {
    const auto* queue = step.on<LabelQueue>();
    if (!queue || !queue->chosen) return;
    step.commit(decide(*queue->chosen), {.next = LabelQueue{}});
}

void move(Step& step, const std::string& printer) {
    const auto device = sync::DeviceId::parse(printer);
    if (!device) return;
    settle(step, [&](const event::LabelId& label) {
        return event::decide_move_label(step.known.state, label, *device, step.context());
    });
}

// As often as asked, each time with the name of who asked.
void again(Step& step) {
    const auto printer = printer_for(step.model, step.known.state);
    if (!printer) return step.say("labels.no_printer");
    settle(step, [&](const event::LabelId& label) -> event::Decision {
        const auto* job = step.known.state.label_job(label);
        if (!job) return tl::unexpected(event::Refusal::unknown_fact);
        if (job->what == "rollcall")
            return event::decide_print_roll_call(step.known.state, job->subject, job->printer,
                                                 step.context());
        return event::decide_label_again(step.known.state, {job->what, job->subject}, *printer,
                                         step.context());
    });
}

// Whatever waits at the printer that is left comes along, as far as this person may see to it.
void print_on(Step& step, const std::string& printer) {
    const auto device = sync::DeviceId::parse(printer);
    const auto before = printer_for(step.model, step.known.state);
    if (!device || device == before) return;
    step.model.print_on = device == step.model.device ? std::nullopt : device;
    std::vector<sync::Draft> drafts;
    for (const auto* job : step.known.state.print_queue()) {
        const bool ours = job->asked_on == step.model.device && job->printer == before;
        if (!ours || job->what == "rollcall" || job->state != event::LabelState::waiting) continue;
        auto moved = event::decide_move_label(step.known.state, job->id, *device, step.context());
        if (moved) drafts.insert(drafts.end(), moved->begin(), moved->end());
    }
    if (!drafts.empty()) step.commit(drafts, {.next = LabelQueue{}});
}

}  // namespace

bool step_labels(Step& step, const Action& action) {
    const auto& state = step.known.state;
    switch (action.intent) {
        case Intent::open_labels:
            step.go(LabelQueue{});
            return true;
        case Intent::choose_label:
            choose(step, action.text);
            return true;
        case Intent::move_label:
            move(step, action.text);
            return true;
        case Intent::label_came_out:
            settle(step, [&](const event::LabelId& label) {
                return event::decide_label_came_out(state, label, step.context());
            });
            return true;
        case Intent::label_not_needed:
            settle(step, [&](const event::LabelId& label) {
                return event::decide_withdraw_label(state, label, step.context());
            });
            return true;
        case Intent::label_again:
            again(step);
            return true;
        case Intent::retry_labels:
            step.effects.emplace_back(RetryLabels{});
            return true;
        case Intent::print_on:
            print_on(step, action.text);
            return true;
        default:
            return false;
    }
}

}  // namespace welcome::kiosk::screens
