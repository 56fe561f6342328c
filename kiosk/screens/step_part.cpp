// Taking part: photos and calls to action after check-in; first-timers, guests to be greeted, the raffle.

#include "kiosk/event/decide_taking_part.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

void leave(Step& step) {
    Done done = step.on<TakePart>()->next;
    done.shown = step.known.now;
    print_badge_due(step);
    step.go(done);
}

void take_part(Step& step) {
    const auto* part = step.on<TakePart>();
    if (!part || step.model.waiting) return;
    const auto decision = event::decide_take_part(step.known.state, part->next.people.front(),
                                                  {.photo = part->photo,
                                                   .calls = part->calls,
                                                   .first_time = part->first_time,
                                                   .language = step.model.language,
                                                   .wording = std::string(k_consent_wording)},
                                                  step.context());
    if (!decision && decision.error() == event::Refusal::nothing_new) return leave(step);
    if (!decision) return step.refuse(decision.error());
    Waiting waiting{.next = part->next};
    if (const auto person = std::exchange(step.model.badge_due, std::nullopt))
        waiting.labels = badges_for({*person});
    step.commit(decision, std::move(waiting));
}

void toggle(std::vector<std::string>& keys, const std::string& key) {
    if (std::erase(keys, key) == 0) keys.push_back(key);
}

void draw_lot(Step& step) {
    const auto* form = step.on<Raffle>();
    if (!form) return;
    const auto decision = event::decide_draw(step.known.state, form->prize, form->word, step.context());
    if (!decision) return step.refuse(decision.error());
    const auto drawn =
        std::get<event::RaffleDrawn>(*event::read_body(decision->front().kind, decision->front().body));
    const auto* winner = step.known.state.person(drawn.winner);
    step.commit(decision, {.next = Raffle{},
                           .notice = Notice{"raffle.winner", winner ? winner->short_name() : "", true}});
}

std::optional<event::PhotoWish> photo_of(const std::string& word) {
    for (const auto wish : {event::PhotoWish::yes, event::PhotoWish::ask, event::PhotoWish::no}) {
        if (event::text_of(wish) == word) return wish;
    }
    return std::nullopt;
}

}  // namespace

void print_badge_due(Step& step) {
    if (const auto person = std::exchange(step.model.badge_due, std::nullopt))
        ask_for_labels(step, badges_for({*person}));
}

bool asks_to_take_part(const event::State& state) {
    return state.event().asks_photo || !state.event().calls.empty();
}

bool step_part(Step& step, const Action& action) {
    auto* part = step.on<TakePart>();
    if (!part) return false;
    switch (action.intent) {
        case Intent::set_photo_wish:
            part->photo = photo_of(action.text);
            return true;
        case Intent::toggle_call:
            toggle(part->calls, action.text);
            return true;
        case Intent::toggle_first_time:
            part->first_time = !part->first_time;
            return true;
        case Intent::part_ready:
            take_part(step);
            return true;
        case Intent::go_back:
        case Intent::part_skipped:
            leave(step);
            return true;
        default:
            return false;
    }
}

bool step_people_marks(Step& step, const Action& action) {
    const auto person = PersonId::parse(action.text);
    if (auto* raffle = step.on<Raffle>()) {
        if (action.intent == Intent::edit_prize) return raffle->prize = action.text, true;
        if (action.intent == Intent::edit_word) return raffle->word = action.text, true;
        if (action.intent == Intent::draw_lot) return draw_lot(step), true;
    }
    switch (action.intent) {
        case Intent::follow_up:
            if (person)
                step.commit(event::decide_follow_up(step.known.state, *person, step.context()),
                            {.next = step.model.screen});
            return true;
        case Intent::greet:
            if (person)
                step.commit(event::decide_greet(step.known.state, *person, step.context()),
                            {.next = step.model.screen});
            return true;
        case Intent::set_guest_role:
            if (person)
                step.commit(event::decide_tag(step.known.state, *person,
                                              static_cast<event::GuestRole>(action.number), step.context()),
                            {.next = step.model.screen});
            return person.has_value();  // else it is a form's own
        default:
            return false;
    }
}

}  // namespace welcome::kiosk::screens
