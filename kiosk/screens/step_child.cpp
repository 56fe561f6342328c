// The card of one child, and the roll-call.

#include "kiosk/event/decide_childcare.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

using Asks = ChildCard::Asks;

void open_child(Step& step, const std::string& id) {
    const auto stay = StayId::parse(id);
    if (stay && step.known.state.stay(*stay)) return step.go(ChildCard{.stay = *stay});
    step.refuse(event::Refusal::unknown_stay);
}

void ask_of_child(Step& step, int number) {
    auto* card = step.on<ChildCard>();
    if (!card || number < 0 || number > static_cast<int>(Asks::turn_away)) return;
    card->asks = card->asks == static_cast<Asks>(number) ? Asks::nothing : static_cast<Asks>(number);
    card->first.clear();
    card->second.clear();
    const auto* stay = step.known.state.stay(card->stay);
    if (card->asks != Asks::pick_up_words || !stay) return;
    card->first = stay->may_pick_up;  // What was said before stands in the fields.
    card->second = stay->may_not_pick_up;
}

// The family's claim, and what its children wear: claim and child are compared by the code on both.
std::vector<event::LabelWish> labels_with_the_code(const event::State& state, const event::StayId& id) {
    std::vector<event::LabelWish> labels{{"claim", id.text()}};
    for (const auto* sibling : state.stays_by_code(state.stay(id)->request.code)) {
        if (sibling->state == event::StayState::dropped_off) labels.push_back({"child", sibling->id.text()});
    }
    return labels;
}

void child_ready(Step& step) {
    const auto* card = step.on<ChildCard>();
    if (!card) return;
    const auto& state = step.known.state;
    const auto context = step.context();
    const Waiting here{.next = ChildCard{.stay = card->stay}, .notice = Notice{"child.saved", {}, true}};
    switch (card->asks) {
        case Asks::nothing:
            return;
        case Asks::page:
            return step.commit(event::decide_page(state, card->stay, card->first, context), here);
        case Asks::incident:
            return step.commit(event::decide_note_incident(state, card->stay, card->first, context), here);
        case Asks::pick_up_words:
            return step.commit(
                event::decide_say_pick_up(state, card->stay, card->first, card->second, context), here);
        case Asks::lost_claim: {
            const auto replaced =
                event::decide_replace_claim(state, card->stay, card->first, card->second, context);
            if (!replaced) return step.refuse(replaced.error());
            Waiting paper = here;  // The new code: on paper, else big on the screen to copy.
            paper.labels = labels_with_the_code(state, card->stay);
            if (!prints_here(step.model)) paper.next = Wristband{card->stay};
            return step.commit(replaced, paper);
        }
        case Asks::release:
            return step.commit(event::decide_release(state, {card->stay}, card->first, card->second, context),
                               {.next = Desk{}, .notice = Notice{"desk.picked_up", {}, true}});
        case Asks::leaves:
            return step.commit(event::decide_withdraw(state, card->stay, card->first, context),
                               {.next = Desk{}});
        case Asks::turn_away:
            return step.commit(event::decide_turn_away(state, card->stay, card->first, context),
                               {.next = Desk{}});
    }
}

// By who minds children, written down with the name. The code stays: where the claim was lost the lead makes
// a new one.
void reprint(Step& step) {
    const auto* card = step.on<ChildCard>();
    if (!card) return;
    const auto printer = printer_for(step.model, step.known.state);
    if (!printer) return step.go(Wristband{card->stay});
    std::vector<sync::Draft> drafts;
    for (const auto* what : {"child", "claim"}) {
        const auto asked =
            event::decide_label_again(step.known.state, {what, card->stay.text()}, *printer, step.context());
        if (!asked) return step.refuse(asked.error());
        drafts.insert(drafts.end(), asked->begin(), asked->end());
    }
    step.commit(drafts,
                {.next = ChildCard{.stay = card->stay}, .notice = Notice{"child.reprinted", {}, true}});
}

void print_roll_call(Step& step) {
    const auto* roll_call = step.on<RollCall>();
    const auto printer = paper_printer_for(step.model, step.known.state);
    if (!roll_call || !printer) return step.say("rollcall.no_printer");
    step.commit(
        event::decide_print_roll_call(step.known.state, step.model.language, *printer, step.context()),
        {.next = *roll_call, .notice = Notice{"rollcall.printing", {}, true}});
}

// Not waited for: whoever counts children is not held up by a disk, nor by a disk that is full.
void tick_off(Step& step, const std::string& id) {
    auto* roll_call = step.on<RollCall>();
    const auto stay_id = StayId::parse(id);
    const auto* stay = stay_id ? step.known.state.stay(*stay_id) : nullptr;
    if (!roll_call || !stay) return;
    const auto known = roll_call->ticks.find(stay->id);
    const bool seen = known != roll_call->ticks.end() ? known->second : step.known.state.is_ticked_off(*stay);
    roll_call->ticks[stay->id] = !seen;
    const auto said = event::decide_tick_off(step.known.state, stay->id, !seen, step.context());
    if (said) step.effects.emplace_back(Commit{*said});
}

}  // namespace

// What the facts say by now needs no word of its own, so that another tablet's later tick shows.
void ticks_saved(Step& step) {
    auto* roll_call = step.on<RollCall>();
    if (!roll_call) return;
    const auto& state = step.known.state;
    std::erase_if(roll_call->ticks, [&](const auto& tick) {
        const auto* stay = state.stay(tick.first);
        return !stay || state.is_ticked_off(*stay) == tick.second;
    });
}

bool step_child(Step& step, const Action& action) {
    auto* card = step.on<ChildCard>();
    switch (action.intent) {
        case Intent::open_child:
            open_child(step, action.text);
            return true;
        case Intent::ask_of_child:
            ask_of_child(step, action.number);
            return true;
        case Intent::edit_child_first:
            if (card) card->first = action.text;
            return true;
        case Intent::edit_child_second:
            if (card) card->second = action.text;
            return true;
        case Intent::child_ready:
            child_ready(step);
            return true;
        case Intent::page_over:
            if (card)
                step.commit(event::decide_page_over(step.known.state, card->stay, step.context()),
                            {.next = ChildCard{.stay = card->stay}});
            return true;
        case Intent::reprint:
            reprint(step);
            return true;
        case Intent::print_roll_call:
            print_roll_call(step);
            return true;
        case Intent::open_roll_call:
            step.go(RollCall{});
            return true;
        case Intent::tick_off:
            tick_off(step, action.text);
            return true;
        case Intent::ask_roll_call_again:
        case Intent::keep_roll_call:
            if (auto* roll_call = step.on<RollCall>())
                roll_call->asks_again = action.intent == Intent::ask_roll_call_again;
            return true;
        case Intent::begin_roll_call:
            if (step.on<RollCall>())
                step.commit(event::decide_begin_roll_call(step.known.state, step.context()),
                            {.next = RollCall{}});
            return true;
        default:
            return false;
    }
}

}  // namespace welcome::kiosk::screens
