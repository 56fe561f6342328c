// The childcare desk: children come with a claim code and go with it (shared/childcare.md).

#include "kiosk/event/decide_childcare.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

void drop_off(Step& step, const std::string& id) {
    const auto stay_id = StayId::parse(id);
    const auto* stay = stay_id ? step.known.state.stay(*stay_id) : nullptr;
    if (!stay) return step.refuse(event::Refusal::unknown_stay);
    // Without paper the code goes onto a wristband by hand; no printer blocks a drop-off.
    const Screen next = prints_here(step.model) ? Screen(Desk{}) : Screen(Wristband{*stay_id});
    std::vector<event::LabelWish> labels{{"child", id}};
    // One claim a family: the second sibling's would be a second claim in somebody's hand.
    if (!event::has_claim_label(step.known.state, stay->request.code)) labels.push_back({"claim", id});
    step.commit(event::decide_drop_off(step.known.state, *stay_id, step.context()),
                {.next = next,
                 .labels = std::move(labels),
                 .notice = Notice{"desk.dropped_off", stay->request.first_name, true}});
}

void release(Step& step) {
    const auto* pick_up = step.on<PickUp>();
    if (!pick_up || pick_up->children.empty()) return;
    step.commit(event::decide_pick_up(step.known.state, pick_up->code, pick_up->children, step.context()),
                {.next = Desk{}, .notice = Notice{"desk.picked_up", {}, true}});
}

// Nothing on the screen tells who, or why: only that a helper comes.
void refuse_pick_up(Step& step) {
    const auto* pick_up = step.on<PickUp>();
    if (!pick_up || pick_up->children.empty()) return;
    const auto refused =
        event::decide_refuse_pick_up(step.known.state, pick_up->children.front(), step.context());
    step.model.helper_wanted = true;
    step.commit(refused, {.next = HelperComes{.only_wait = true}});
}

void set_room_adults(Step& step, const Action& action) {
    const auto said = event::decide_staff_room(step.known.state, action.text, action.number, step.context());
    if (!said && said.error() == event::Refusal::nothing_new) return;
    step.commit(said, {.next = Desk{}});
}

void toggle_room(Step& step, const std::string& room) {
    const auto now = step.known.state.room(room);
    const auto context = step.context();
    const bool open = now && now->open;
    step.commit(open ? event::decide_close_room(step.known.state, room, context)
                     : event::decide_open_room(step.known.state, room, context),
                {.next = Desk{}});
}

}  // namespace

bool step_desk(Step& step, const Action& action) {
    if (!minds_children(step.model)) return false;
    switch (action.intent) {
        case Intent::open_desk:
            step.go(Desk{});
            return true;
        case Intent::open_pick_up:
            open_pick_up(step);
            return true;
        case Intent::drop_off:
            drop_off(step, action.text);
            return true;
        case Intent::edit_code:
            if (auto* pick_up = step.on<PickUp>()) {
                pick_up->code = action.text;
                pick_up->children.clear();
            }
            return true;
        case Intent::code_ready:
            code_ready(step);
            return true;
        case Intent::release:
            release(step);
            return true;
        case Intent::refuse_pick_up:
            refuse_pick_up(step);
            return true;
        case Intent::set_room_adults:
            set_room_adults(step, action);
            return true;
        case Intent::toggle_room:
            toggle_room(step, action.text);
            return true;
        default:
            return step_child(step, action);
    }
}

}  // namespace welcome::kiosk::screens
