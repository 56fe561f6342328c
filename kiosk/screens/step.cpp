#include <algorithm>
#include <type_traits>
#include <utility>

#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

bool is_staff_screen(const Screen& screen) {
    return std::visit(
        [](const auto& now) {
            using Now = std::decay_t<decltype(now)>;
            return std::is_same_v<Now, Pin> || std::is_same_v<Now, Table> ||
                   std::is_same_v<Now, PersonCard> || std::is_same_v<Now, AddPerson> ||
                   std::is_same_v<Now, Pick> || std::is_same_v<Now, Merge> || std::is_same_v<Now, Paper> ||
                   std::is_same_v<Now, Deeds> || std::is_same_v<Now, Desk> || std::is_same_v<Now, PickUp> ||
                   std::is_same_v<Now, Wristband> || std::is_same_v<Now, ChildCard> ||
                   std::is_same_v<Now, RollCall> || std::is_same_v<Now, SpeakersBoard> ||
                   std::is_same_v<Now, AddSpeaker> || std::is_same_v<Now, Firsts> ||
                   std::is_same_v<Now, Raffle> || std::is_same_v<Now, SpeakingRulesPage> ||
                   std::is_same_v<Now, RoomBoard> || std::is_same_v<Now, SyncBoard> ||
                   std::is_same_v<Now, More> || std::is_same_v<Now, Close> || std::is_same_v<Now, Ready> ||
                   std::is_same_v<Now, LineBoard> || std::is_same_v<Now, Parts> ||
                   std::is_same_v<Now, LanguageBoard> || std::is_same_v<Now, WaitsBoard> ||
                   std::is_same_v<Now, ItemsBoard> || std::is_same_v<Now, ItemCard> ||
                   std::is_same_v<Now, AddItems> || std::is_same_v<Now, MealsBoard> ||
                   std::is_same_v<Now, LabelQueue> || std::is_same_v<Now, QuestionsBoard> ||
                   std::is_same_v<Now, Twice>;
        },
        screen);
}

bool minds_children(const Model& model) {
    return model.staff && model.staff->role != event::StaffRole::volunteer;
}

bool is_lead(const Model& model) {
    return model.staff && model.staff->role == event::StaffRole::lead;
}

bool can_speak(const Model& model) {
    return model.spoken.contains(model.language);
}

bool searches_people(const Model& model) {
    const bool looks =
        std::holds_alternative<Table>(model.screen) || std::holds_alternative<Pick>(model.screen) ||
        std::holds_alternative<Paper>(model.screen) || std::holds_alternative<ItemCard>(model.screen) ||
        std::holds_alternative<MealsBoard>(model.screen);
    return model.staff.has_value() && looks;
}

bool wants_camera(const Model& model) {
    return std::holds_alternative<Welcome>(model.screen) || std::holds_alternative<Scan>(model.screen) ||
           std::holds_alternative<FindMe>(model.screen) || std::holds_alternative<Table>(model.screen) ||
           std::holds_alternative<PersonCard>(model.screen) || std::holds_alternative<Paper>(model.screen) ||
           std::holds_alternative<Desk>(model.screen) || std::holds_alternative<PickUp>(model.screen) ||
           std::holds_alternative<Parts>(model.screen) || std::holds_alternative<ItemsBoard>(model.screen) ||
           std::holds_alternative<ItemCard>(model.screen) ||
           std::holds_alternative<MealsBoard>(model.screen) ||
           std::holds_alternative<SpeakersBoard>(model.screen) ||
           std::holds_alternative<ChildCard>(model.screen);
}

event::Context Step::context() const {
    event::Context context = known.context;
    if (model.staff) context.staff = model.staff->id;
    return context;
}

void Step::go(Screen screen) {
    model.screen = std::move(screen);
    model.over = Over::nothing;
    model.notice.reset();
    model.undoing.reset();
    model.losing.reset();
}

void Step::say(std::string key, std::string place, bool good) {
    model.notice = Notice{std::move(key), std::move(place), good, known.now};
}

void Step::refuse(event::Refusal refusal) {
    using event::Refusal;
    switch (refusal) {
        case Refusal::name_missing:
            return say("refusal.name_missing");
        case Refusal::name_too_long:
            return say("refusal.name_too_long");
        case Refusal::phone_unreadable:
            return say("refusal.phone_unreadable");
        case Refusal::email_unreadable:
            return say("refusal.email_unreadable");
        case Refusal::child_name_missing:
            return say("refusal.child_name_missing");
        case Refusal::contact_missing:
            return say("refusal.contact_missing");
        case Refusal::no_room_for_age:
            return say("refusal.no_room_for_age");
        case Refusal::nobody_chosen:
            return say("refusal.nobody_chosen");
        case Refusal::already_in:
            return say("refusal.already_in");
        case Refusal::no_adult_here:
            return say("refusal.no_adult_here");
        case Refusal::unknown_code:
            return say("refusal.unknown_code");
        case Refusal::already_dropped_off:
            return say("refusal.already_dropped_off");
        case Refusal::already_picked_up:
            return say("refusal.already_picked_up");
        case Refusal::not_dropped_off:
            return say("refusal.not_dropped_off");
        case Refusal::not_permitted:
            return say("refusal.not_permitted");
        case Refusal::cannot_be_undone:
            return say("refusal.cannot_be_undone");
        case Refusal::same_person:
            return say("refusal.same_person");
        case Refusal::nothing_new:
            return say("refusal.nothing_new");
        case Refusal::card_taken:
            return say("refusal.card_taken");
        case Refusal::too_few_adults:
            return say("refusal.too_few_adults");
        case Refusal::no_place:
            return say("refusal.no_place");
        case Refusal::no_codes:
            return say("refusal.no_codes");
        case Refusal::room_closed:
            return say("refusal.room_closed");
        case Refusal::unknown_room:
            return say("refusal.not_found");
        case Refusal::children_here:
            return say("refusal.children_here");
        case Refusal::reason_missing:
            return say("refusal.reason_missing");
        case Refusal::already_left:
            return say("refusal.already_left");
        case Refusal::event_closed:
            return say("refusal.event_closed");
        case Refusal::label_waits:
            return say("refusal.label_waits");
        case Refusal::line_closed:
            return say("refusal.line_closed");
        case Refusal::question_missing:
            return say("refusal.question_missing");
        case Refusal::already_in_line:
            return say("refusal.already_in_line");
        case Refusal::microphone_taken:
            return say("refusal.microphone_taken");
        case Refusal::word_missing:
            return say("refusal.word_missing");
        case Refusal::nobody_to_draw:
            return say("refusal.nobody_to_draw");
        case Refusal::already_handed_out:
            return say("refusal.already_handed_out");
        case Refusal::nobody_in:
            return say("refusal.nobody_in");
        case Refusal::limit_unreadable:
            return say("refusal.limit_unreadable");
        case Refusal::items_are_out:
            return say("refusal.items_are_out");
        case Refusal::unknown_item:
            return say("refusal.unknown_item");
        case Refusal::item_is_out:
            return say("refusal.item_is_out");
        case Refusal::numbers_unreadable:
            return say("refusal.numbers_unreadable");
        case Refusal::unknown_speech:
        case Refusal::unknown_person:
        case Refusal::unknown_stay:
        case Refusal::unknown_fact:
            return say("refusal.not_found");
    }
}

namespace {

// A badge says what its guest said of pictures, which is asked last.
void let_badge_wait(const Step& step, Waiting& waiting) {
    const auto* needs = std::get_if<Needs>(&waiting.next);
    if (!needs || !step.known.state.event().asks_photo) return;
    const auto own = [&](const event::LabelWish& wish) {
        return wish.what == "badge" && wish.subject == needs->person.text();
    };
    if (std::erase_if(waiting.labels, own) > 0) waiting.badge_due = needs->person;
}

}  // namespace

void ask_for_labels(Step& step, const std::vector<event::LabelWish>& wishes) {
    const auto printer = printer_for(step.model, step.known.state);
    if (printer) step.effects.emplace_back(Commit{event::decide_labels(wishes, *printer, step.context())});
}

void Step::commit(const event::Decision& decision, Waiting waiting) {
    if (model.waiting) return;
    if (!decision) return refuse(decision.error());
    auto drafts = *decision;
    let_badge_wait(*this, waiting);
    if (const auto printer = printer_for(model, known.state)) {
        for (auto& label : event::decide_labels(waiting.labels, *printer, context()))
            drafts.push_back(std::move(label));
    }
    waiting.last = drafts.back().id;
    model.waiting = std::move(waiting);
    effects.emplace_back(Commit{std::move(drafts)});
}

namespace {

void step_committed(Step& step, const Committed& committed) {
    auto& waiting = step.model.waiting;
    if (!waiting) return;
    bool ours = false;
    for (const auto& fact : committed.facts) ours = ours || fact.id == waiting->last;
    if (!ours) return;  // A late answer, or somebody else's fact.
    const Waiting done = std::move(*waiting);
    waiting.reset();
    if (done.badge_due && done.left) ask_for_labels(step, badges_for({*done.badge_due}));
    if (done.badge_due && !done.left) {
        print_badge_due(step);  // of who went away without an answer
        step.model.badge_due = done.badge_due;
    }
    if (done.left) return;
    step.go(done.next);
    if (auto* shown = step.on<Done>()) shown->shown = step.known.now;
    step.model.notice = done.notice;
    if (step.model.notice) step.model.notice->shown = step.known.now;
}

void step_failed(Step& step) {
    const bool left = step.model.waiting && step.model.waiting->left;
    // Who takes part is in already: the badge is theirs whatever became of the answer.
    if (step.on<TakePart>() && step.model.waiting) ask_for_labels(step, step.model.waiting->labels);
    step.model.waiting.reset();
    if (left) return;
    if (is_staff_screen(step.model.screen)) return step.say("trouble.staff");
    step.go(Trouble{});
}

// Pages over the screen. True when that was all that the action meant.
bool step_over(Step& step, const Action& action) {
    Over& over = step.model.over;
    switch (action.intent) {
        case Intent::open_comfort:
            over = Over::comfort;
            return true;
        case Intent::open_languages:
            over = Over::languages;
            return true;
        case Intent::set_language:
            step.model.language = action.text;
            if (over == Over::languages) over = Over::nothing;
            return true;
        case Intent::close_comfort:
            over = Over::nothing;
            return true;
        case Intent::go_back:  // From that page to the screen under it.
            return std::exchange(over, Over::nothing) != Over::nothing;
        default:
            return false;
    }
}

// What "Help me read this" offers. True when that was all that the action meant.
bool step_comfort(Step& step, const Action& action) {
    Comfort& comfort = step.model.comfort;
    switch (action.intent) {
        case Intent::toggle_bigger:
            step.model.bigger = !step.model.bigger;
            return true;
        case Intent::toggle_read_aloud:
            comfort.read_aloud = !comfort.read_aloud;
            return true;
        case Intent::set_loudness:
            comfort.loudness = std::clamp(action.number, Comfort::k_softest, Comfort::k_loudest);
            return true;
        case Intent::toggle_strong_colours:
            comfort.strong_colours = !comfort.strong_colours;
            return true;
        case Intent::toggle_less_movement:
            comfort.less_movement = !comfort.less_movement;
            return true;
        case Intent::toggle_more_time:
            comfort.more_time = !comfort.more_time;
            return true;
        default:
            return false;
    }
}

void step_action(Step& step, const Action& action) {
    step.model.last_touch = step.known.now;
    step.model.notice.reset();
    const bool was_warning = std::exchange(step.model.idle_warning, false);
    step.model.blanked = false;
    if (action.intent == Intent::still_here || (was_warning && action.intent != Intent::start_over)) return;
    if (action.intent == Intent::start_over) return start_over(step);
    if (step_over(step, action) || step_comfort(step, action)) return;
    if (action.intent == Intent::call_helper) {
        step.model.helper_wanted = true;
        return step.go(HelperComes{});
    }
    if (const auto* timer = step.on<TimerBoard>()) {
        if (action.intent == Intent::leave_timer && !timer->fixed) start_over(step);
        return;
    }
    // A guest's screen leads to no volunteer's deed but the door to the PIN.
    if (is_staff_screen(step.model.screen) || action.intent == Intent::staff_door) {
        step_staff(step, action);
    } else if (!step_speak(step, action) && !step_meals(step, action) && !step_part(step, action) &&
               !step_guest(step, action)) {
        step_guest_forms(step, action);
    }
}

}  // namespace

std::vector<Effect> step(Model& model, const Happening& happening, const Known& known) {
    Step step{model, known, {}};
    const Place before = place_of(model.screen);
    if (const auto* action = std::get_if<Action>(&happening)) step_action(step, *action);
    if (const auto* scanned = std::get_if<Scanned>(&happening)) step_scanned(step, *scanned);
    if (const auto* committed = std::get_if<Committed>(&happening)) {
        ticks_saved(step);
        step_committed(step, *committed);
    }
    if (std::holds_alternative<CommitFailed>(happening)) step_failed(step);
    step_closed(step);
    if (std::holds_alternative<Tick>(happening)) step_tick(step);
    if (const auto* checked = std::get_if<PinChecked>(&happening)) step_pin_checked(step, *checked);
    if (const auto* status = std::get_if<SyncStatus>(&happening)) model.sync = *status;
    if (const auto* printer = std::get_if<PrinterStands>(&happening)) {
        (printer->paper ? model.paper : model.printer) = printer->state;
        if (!printer->paper) model.first_printer = printer->first;
    }
    if (const auto* others = std::get_if<OtherTablets>(&happening)) model.others = *others;
    if (const auto* label = std::get_if<LabelOutcome>(&happening)) tried(step, *label);
    if (const auto* sound = std::get_if<SoundPlayed>(&happening)) tried(step, *sound);
    if (const auto* machine = std::get_if<MachineNow>(&happening)) model.machine = *machine;
    if (const auto* packs = std::get_if<Packs>(&happening)) model.packs = *packs;
    measure_pace(step, before);
    return std::move(step.effects);
}

}  // namespace welcome::kiosk::screens
