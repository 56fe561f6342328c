#include "kiosk/event/decide_labels.h"

#include <algorithm>

#include "kiosk/event/childcare_rules.h"

namespace welcome::kiosk::event {

namespace {

using namespace std::chrono_literals;

constexpr auto k_at_work = 2min;

bool is_of_a_child(std::string_view what) {
    return what == "child" || what == "claim" || what == "rollcall";
}

std::optional<Refusal> fault_of(const Staff* staff, std::string_view what) {
    if (!staff || (is_of_a_child(what) && !may_mind_children(staff))) return Refusal::not_permitted;
    return std::nullopt;
}

// The label is there, and this person may see to it.
std::optional<Refusal> fault_of(const State& state, const LabelJob* job, const Context& context) {
    if (!job) return Refusal::unknown_fact;
    return fault_of(who(state, context), job->what);
}

Decision settle(const State& state, const LabelId& id, const std::string& outcome, const Context& context) {
    const auto* job = state.label_job(id);
    if (const auto fault = fault_of(state, job, context)) return refuse(*fault);
    if (!job->is_open()) return refuse(Refusal::nothing_new);
    return one(context, LabelPrinted{job->what, job->subject, outcome, id, "", context.staff});
}

}  // namespace

std::vector<sync::Draft> decide_labels(const std::vector<LabelWish>& wishes, const sync::DeviceId& printer,
                                       const Context& context) {
    std::vector<sync::Draft> drafts;
    for (const auto& wish : wishes)
        add(drafts, context,
            LabelAsked{LabelId(context.new_id()), wish.what, wish.subject, printer, context.staff, false});
    return drafts;
}

bool has_claim_label(const State& state, std::string_view code) {
    const auto family = state.stays_by_code(code);
    const auto queue = state.print_queue();
    return std::any_of(queue.begin(), queue.end(), [&](const LabelJob* job) {
        if (job->what != "claim" || job->state == LabelState::failed || job->state == LabelState::withdrawn)
            return false;
        return std::any_of(family.begin(), family.end(),
                           [&](const Stay* stay) { return stay->id.text() == job->subject; });
    });
}

Decision decide_label_again(const State& state, const LabelWish& wish, const sync::DeviceId& printer,
                            const Context& context) {
    if (const auto fault = fault_of(who(state, context), wish.what)) return refuse(*fault);
    for (const auto* job : state.print_queue()) {
        const bool same = job->what == wish.what && job->subject == wish.subject;
        if (same && (job->state == LabelState::waiting || job->state == LabelState::printing))
            return refuse(Refusal::label_waits);
    }
    return one(context,
               LabelAsked{LabelId(context.new_id()), wish.what, wish.subject, printer, context.staff, true});
}

Decision decide_print_roll_call(const State& state, const std::string& language,
                                const sync::DeviceId& printer, const Context& context) {
    if (!may_mind_children(who(state, context))) return refuse(Refusal::not_permitted);
    return decide_labels({{"rollcall", language}}, printer, context);
}

Decision decide_move_label(const State& state, const LabelId& id, const sync::DeviceId& printer,
                           const Context& context) {
    const auto* job = state.label_job(id);
    if (const auto fault = fault_of(state, job, context)) return refuse(*fault);
    if (!job->is_open()) return refuse(Refusal::nothing_new);
    // A printer at work gets its time; one that says nothing for long may be a tablet that is off.
    if (job->state == LabelState::printing && !is_overdue(*job, context.now))
        return refuse(Refusal::label_waits);
    if (job->state == LabelState::waiting && job->printer == printer) return refuse(Refusal::label_waits);
    return one(context, LabelMoved{id, printer, job->last_word, context.staff});
}

bool is_overdue(const LabelJob& job, Instant now) {
    return job.state == LabelState::printing && now >= job.since + k_at_work;
}

Decision decide_label_came_out(const State& state, const LabelId& id, const Context& context) {
    return settle(state, id, "printed", context);
}

Decision decide_withdraw_label(const State& state, const LabelId& id, const Context& context) {
    return settle(state, id, "withdrawn", context);
}

std::vector<sync::Draft> decide_labels_after_start(const State& state, const Context& context) {
    std::vector<sync::Draft> drafts;
    for (const auto* job : state.print_queue()) {
        if (job->printer != context.device || job->state != LabelState::printing) continue;
        add(drafts, context,
            LabelPrinted{job->what, job->subject, "doubtful", job->id, "labels.reason.power_cut", {}});
    }
    return drafts;
}

}  // namespace welcome::kiosk::event
