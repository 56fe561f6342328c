// Volunteers: the PIN and the way from one of their screens to another.

#include "kiosk/event/decide_childcare.h"
#include "kiosk/screens/languages.h"
#include "kiosk/screens/staff/more_pages.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

using namespace std::chrono_literals;

constexpr int k_delay_from = 5;  // wrong PINs (shared/field.md, 3.2, 7)
constexpr int k_disabled_at = 10;
constexpr Steady k_first_delay = 30s;
constexpr Steady k_disabled_for = 12h;

Steady delay_after(int wrong) {
    if (wrong < k_delay_from) return Steady(0);
    if (wrong >= k_disabled_at) return k_disabled_for;
    return k_first_delay * (1 << (wrong - k_delay_from));
}

void pin_ready(Step& step) {
    auto* pin = step.on<Pin>();
    if (!pin || pin->checking || pin->digits.empty()) return;
    if (step.known.now < step.model.pin_pause_until) return step.say(pin_notice(step.model.wrong_pins));
    pin->checking = true;
    step.effects.emplace_back(CheckPin{std::exchange(pin->digits, {})});
}

// The lead's word on which languages the event's tablets offer.
void toggle_language(Step& step, const std::string& tag) {
    if (!step.on<LanguageBoard>()) return;
    auto tags = offered_languages(step.model, step.known.state.event());
    if (std::erase(tags, tag) == 0) tags.push_back(tag);
    step.commit(event::decide_languages(step.known.state, std::move(tags), step.context()),
                {.next = LanguageBoard{}});
}

// To the screen that this one was opened from; a guest's screen has none of these.
void go_back(Step& step) {
    step.model.undoing.reset();
    step.model.losing.reset();
    if (step.on<PickUp>() || step.on<Wristband>() || step.on<ChildCard>() || step.on<RollCall>())
        return step.go(Desk{});
    if (const auto* board = step.on<QuestionsBoard>(); board && board->moving)
        return step.go(QuestionsBoard{});
    if (step.on<AddSpeaker>() || step.on<QuestionsBoard>()) return step.go(SpeakersBoard{});
    if (step.model.closing && step.on<ItemCard>()) return step.go(Close{});
    if (step.on<ItemCard>() || step.on<AddItems>()) return step.go(ItemsBoard{});
    if (const auto* board = step.on<ItemsBoard>(); board && board->borrower) {
        if (board->from_card) return step.go(PersonCard{*board->borrower});
        return step.go(WaitsBoard{});
    }
    if (const auto* pick = step.on<Pick>()) return step.go(PersonCard{pick->person});
    if (step.on<Merge>()) return back_from_merge(step);
    if (const auto* form = step.on<AddPerson>(); form && form->family_of)
        return step.go(PersonCard{*form->family_of});
    if (const auto* paper = step.on<Paper>(); paper && paper->sheet != 0) return step.go(Paper{});
    if (step.model.closing && step.on<Paper>()) return step.go(Close{});
    if (more_page_of(step.model.screen)) return step.go(More{});
    step.go(Table{});
}

void open_page(Step& step, std::string_view name) {
    const auto* page = more_page(name);
    if (page && may_open(step.model, *page)) step.go(page->open());
    if (step.on<Close>()) step_close(step, {Intent::open_close});  // goes on where it was left
    if (step.on<Ready>()) step_ready(step, {Intent::open_ready});
    if (step.on<LineBoard>()) step_line(step, {Intent::open_line});
    if (step.on<Twice>()) look_for_twins(step);
}

void lost_yes(Step& step) {
    const auto tablet = std::exchange(step.model.losing, std::nullopt);
    if (!tablet) return;
    step.commit(event::decide_tablet_lost(step.known.state, *tablet, step.context()),
                {.next = SyncBoard{}, .notice = Notice{"lost.done", {}, true}});
}

}  // namespace

std::string pin_notice(int wrong) {
    if (wrong >= k_disabled_at) return "pin.disabled";
    return wrong >= k_delay_from ? "pin.pause" : "pin.wrong";
}

void step_pin_checked(Step& step, const PinChecked& checked) {
    Model& model = step.model;
    auto* pin = step.on<Pin>();
    if (!pin || !pin->checking) return;  // Somebody went away before the answer came.
    pin->checking = false;
    const auto* staff = checked.who ? step.known.state.staff(*checked.who) : nullptr;
    if (!staff) {
        model.pin_pause_until = step.known.now + delay_after(++model.wrong_pins);
        return step.say(pin_notice(model.wrong_pins));
    }
    model.wrong_pins = 0;
    model.staff = StaffSession{staff->id, staff->name, staff->role};
    step.effects.push_back(
        Commit{{event::draft(FactId(step.known.context.new_id()), event::StaffUnlocked{staff->id})}});
    if (staff->role == event::StaffRole::childcare) {
        step.go(Desk{});
    } else {
        step.go(Table{});
    }
}

bool step_staff(Step& step, const Action& action) {
    Model& model = step.model;
    if (action.intent == Intent::staff_door) {
        step.go(Pin{});
        return true;
    }
    if (auto* pin = step.on<Pin>()) {
        if (action.intent == Intent::edit_pin && !pin->checking) pin->digits = action.text;
        if (action.intent == Intent::pin_ready) pin_ready(step);
        if (action.intent == Intent::go_back) start_over(step);
        return true;
    }
    if (step_parts(step, action)) return true;
    if (!model.staff) return false;  // Nothing below happens without a PIN.
    switch (action.intent) {
        case Intent::lock:
            start_over(step);
            return true;
        case Intent::helper_seen:
            model.helper_wanted = false;
            return true;
        case Intent::see_alert:
            if (const auto fact = FactId::parse(action.text))
                step.commit(event::decide_see_alert(step.known.state, *fact, step.context()),
                            {.next = model.screen});
            return true;
        case Intent::go_back:
            go_back(step);
            return true;
        case Intent::open_table:
            step.go(Table{});
            return true;
        case Intent::open_deeds:
            step.go(Deeds{});
            return true;
        case Intent::turn_page:
            if (auto* deeds = step.on<Deeds>()) deeds->page = std::max(0, action.number);
            return true;
        case Intent::open_more:
            step.go(More{});
            return true;
        case Intent::open_page:
            open_page(step, action.text);
            return true;
        case Intent::open_twins:
            if (!step.on<Twice>()) return step_close(step, action);
            compare_twins(step, action.number, Merge::From::twice);
            return true;
        case Intent::ask_lost:
            model.losing = sync::DeviceId::parse(action.text);
            return true;
        case Intent::lost_yes:
            lost_yes(step);
            return true;
        case Intent::toggle_language:
            toggle_language(step, action.text);
            return true;
        default:
            return step_labels(step, action) || step_close(step, action) || step_ready(step, action) ||
                   step_line(step, action) || step_rooms(step, action) || step_speakers(step, action) ||
                   step_people_marks(step, action) || step_items(step, action) || step_food(step, action) ||
                   step_table(step, action) || step_desk(step, action);
    }
}

}  // namespace welcome::kiosk::screens
