// Plates: a guest says how many, the counter hands them out.

#include "kiosk/event/decide_meals.h"
#include "kiosk/screens/diet_words.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

std::optional<event::Diet> diet_of(const std::string& word) {
    for (const auto diet : k_all_diets) {
        if (event::text_of(diet) == word) return diet;
    }
    return std::nullopt;
}

void ready(Step& step) {
    const auto* meals = step.on<Meals>();
    if (!meals || step.model.waiting) return;
    const auto asked =
        event::decide_ask_meals(step.known.state, meals->from.person, meals->plates, step.context());
    if (!asked && asked.error() != event::Refusal::nothing_new) return step.refuse(asked.error());
    finish_needs(step, Needs(meals->from), asked ? *asked : std::vector<sync::Draft>{});
}

void hand_out(Step& step, const PersonId& id) {
    const auto* person = step.known.state.person(id);
    step.commit(event::decide_hand_out(step.known.state, id, step.context()),
                {.next = MealsBoard{},
                 .notice = Notice{"food.handed_out", person ? person->first_name() : "", true}});
}

}  // namespace

bool step_meals(Step& step, const Action& action) {
    auto* meals = step.on<Meals>();
    if (!meals) return false;
    switch (action.intent) {
        case Intent::set_plates:
            if (const auto diet = diet_of(action.text)) meals->plates[*diet] = action.number;
            return true;
        case Intent::meals_ready:
            ready(step);
            return true;
        case Intent::meals_skipped:
            finish_needs(step, Needs(meals->from), {});
            return true;
        case Intent::go_back:
            step.go(Needs(meals->from));
            return true;
        default:
            return false;
    }
}

bool step_food(Step& step, const Action& action) {
    auto* board = step.on<MealsBoard>();
    if (!board) return false;
    switch (action.intent) {
        case Intent::edit_query:
            board->query = action.text;
            return true;
        case Intent::hand_out:
            if (const auto person = PersonId::parse(action.text)) hand_out(step, *person);
            return true;
        case Intent::hand_out_plate:
            if (const auto diet = diet_of(action.text))
                step.commit(event::decide_hand_out_plate(step.known.state, *diet, step.context()),
                            {.next = MealsBoard{}, .notice = Notice{"food.one_more", {}, true}});
            return true;
        default:
            return false;
    }
}

bool scanned_at_food(Step& step, const std::string& text) {
    if (!step.on<MealsBoard>()) return false;
    if (const auto* person = read_held_up(step, text).person) {
        hand_out(step, PersonId(person->id));
    } else {
        step.say("ticket.unknown");
    }
    return true;
}

}  // namespace welcome::kiosk::screens
