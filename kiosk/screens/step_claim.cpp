// Claims at the desk: typed or scanned, right, wrong, lost, forged (shared/childcare.md, "Codes"); and the
// label that the child wears.

#include <algorithm>

#include "kiosk/event/claim_code.h"
#include "kiosk/event/decide_childcare.h"
#include "kiosk/event/id_code.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

using namespace std::chrono_literals;

constexpr Steady k_pause = 30s;

// As people type it: small letters are welcome.
std::string tidy_code(std::string code) {
    std::erase(code, ' ');
    std::transform(code.begin(), code.end(), code.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
    });
    return code;
}

// What this tablet wrote down before it was started anew: nobody gets three more tries by pulling the plug. A
// clock that was put back since makes the pause a whole one.
void remember_wrong_codes(Step& step) {
    Model& model = step.model;
    if (std::exchange(model.wrong_codes_remembered, true)) return;
    const auto wrong = step.known.state.wrong_claims(step.known.context.device);
    if (wrong.in_a_row < event::k_wrong_claims_at_most) {
        model.wrong_codes = std::max(model.wrong_codes, wrong.in_a_row);
        return;
    }
    const auto since = step.known.context.now - wrong.last;
    if (since < k_pause)
        model.code_pause_until = step.known.now + k_pause - std::max<Steady>(since, Steady::zero());
}

// Not waited for: whoever stands at the desk is not to see that anything was written.
void note(Step& step, const event::Decision& noted) {
    if (noted) step.effects.emplace_back(Commit{*noted});
}

// True where this was one too many: the tablet waits, and the lead is to know.
bool counts_as_wrong(Step& step, const std::string& code) {
    Model& model = step.model;
    note(step, event::decide_note_wrong_code(step.known.state, code, ++model.wrong_codes, step.context()));
    if (model.wrong_codes < event::k_wrong_claims_at_most) return false;
    model.wrong_codes = 0;
    model.code_pause_until = step.known.now + k_pause;
    model.helper_wanted = true;
    step.say("desk.pause");
    return true;
}

void show_children(Step& step, std::vector<StayId> children) {
    if (std::exchange(step.model.wrong_codes, 0) > 0)
        note(step, event::decide_note_right_code(step.known.state, step.context()));
    step.on<PickUp>()->children = std::move(children);
}

bool pauses(Step& step) {
    if (step.known.now >= step.model.code_pause_until) return false;
    step.say("desk.pause");
    return true;
}

enum class Given { typed, signed_by_us };

void look_up(Step& step, const std::string& code, Given given) {
    auto* pick_up = step.on<PickUp>();
    pick_up->code = code;
    pick_up->children.clear();
    auto children = children_in_room(step.known.state, code);
    if (!children.empty()) return show_children(step, std::move(children));
    if (!step.known.state.stays_by_code(code).empty()) return step.say("desk.nobody_in_room");
    if (step.known.state.is_code_dead(code)) {  // Reported lost: somebody else may have found it.
        step.model.helper_wanted = true;
        note(step, event::decide_note_wrong_code(step.known.state, code, 1, step.context()));
        return step.say("desk.dead_code");
    }
    // The signature says that the claim is good: what lacks here is the other tablet's word.
    if (given == Given::signed_by_us) return step.say("desk.claim_not_heard");
    if (!counts_as_wrong(step, code)) step.refuse(event::Refusal::unknown_code);
}

void refuse_claim(Step& step, event::ClaimFault fault) {
    step.on<PickUp>()->code.clear();
    step.on<PickUp>()->children.clear();
    switch (fault) {
        case event::ClaimFault::damaged:
            return step.say("desk.claim_damaged");
        case event::ClaimFault::other_event:
            return step.say("desk.claim_other_event");
        case event::ClaimFault::wrong_signature:  // Somebody made it: not a slip of the finger.
            step.model.helper_wanted = true;
            if (!counts_as_wrong(step, {})) step.say("desk.claim_forged");
    }
}

// Beside a claim: whether the two belong together. Alone: whose label it is, and never a claim.
void scanned_child(Step& step, const StayId& id) {
    const auto* stay = step.known.state.stay(id);
    auto* pick_up = step.on<PickUp>();
    if (!stay) return step.refuse(event::Refusal::unknown_stay);
    if (!pick_up) return step.go(ChildCard{.stay = stay->id});
    if (pick_up->children.empty()) return step.say("pickup.claim_first");
    const auto& children = pick_up->children;
    if (std::find(children.begin(), children.end(), id) != children.end())
        return step.say("pickup.label_fits", stay->request.first_name, true);
    step.say("pickup.label_differs");
}

}  // namespace

void open_pick_up(Step& step) {
    step.go(PickUp{});
    remember_wrong_codes(step);
}

void code_ready(Step& step) {
    const auto* pick_up = step.on<PickUp>();
    if (pick_up && !pauses(step)) look_up(step, tidy_code(pick_up->code), Given::typed);
}

bool is_of_a_child(const std::string& text) {
    return event::read_child_code(text) || event::read_claim(text, {}, {});
}

bool scanned_at_desk(Step& step, const std::string& text) {
    if (!minds_children(step.model)) return false;
    const bool at_pick_up = step.on<PickUp>() != nullptr;
    if (const auto child = event::read_child_code(text)) {
        scanned_child(step, *child);
        return true;
    }
    const auto claim = event::read_claim(text, step.known.event_id, step.known.ticket_key);
    if (!claim) {
        if (at_pick_up) step.say("desk.not_a_claim");
        return at_pick_up;
    }
    if (!at_pick_up) open_pick_up(step);
    if (pauses(step)) return true;
    if (const auto* fault = std::get_if<event::ClaimFault>(&*claim)) {
        refuse_claim(step, *fault);
    } else {
        look_up(step, std::get<event::Claim>(*claim).code, Given::signed_by_us);
    }
    return true;
}

}  // namespace welcome::kiosk::screens
