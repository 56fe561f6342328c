// The volunteers' table: a person's card, coming in by a volunteer's hand, adding somebody, taking back.

#include <array>

#include "kiosk/screens/languages.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

// Why something is taken back, as the fact keeps it; the screen shows them in the volunteer's language.
constexpr std::array<std::string_view, 3> k_reasons = {"wrong person", "did not come", "mistake"};

// The press's card says at once which pictures they may take.
Screen after_check_in(const Step& step, const std::vector<PersonId>& people) {
    const auto* person = people.size() == 1 ? step.known.state.person(people.front()) : nullptr;
    if (person && person->part.role == event::GuestRole::press) return PersonCard{person->id};
    return step.model.screen;
}

void check_in(Step& step, const std::vector<PersonId>& people) {
    std::vector<event::Arrival> arrivals;
    arrivals.reserve(people.size());
    for (const auto& id : people) arrivals.push_back({id});
    const auto decision = event::decide_check_in(step.known.state, arrivals, event::CheckInMethod::staff,
                                                 std::nullopt, step.context());
    step.commit(decision, {.next = after_check_in(step, people),
                           .labels = badges_for(people),
                           .notice = Notice{"card.checked_in", {}, true}});
}

std::vector<PersonId> family_outside(const Step& step, const PersonId& person) {
    std::vector<PersonId> people;
    for (const auto* member : step.known.state.household_of(person)) {
        if (!member->attendance) people.push_back(member->id);
    }
    return people;
}

void add(Step& step) {
    const auto* form = step.on<AddPerson>();
    if (!form) return;
    event::Newcomer newcomer{.full_name = form->name,
                             .language = home_language(step.model, step.known.state.event()),
                             .more_adults = form->more_adults,
                             .more_children = form->more_children,
                             .wording = std::string(k_consent_wording),
                             .family_of = form->family_of,
                             .role = form->role};
    if (!form->phone.empty()) {
        const auto phone = step.known.read_phone(form->phone);
        if (!phone) return step.refuse(event::Refusal::phone_unreadable);
        newcomer.phone = *phone;
    }
    const auto decision = event::decide_sign_up(step.known.state, newcomer, step.context());
    if (!decision) return step.refuse(decision.error());
    const auto body = event::read_body(decision->front().kind, decision->front().body);
    const auto person = std::get<event::PersonRegistered>(*body).person;
    step.commit(decision, {.next = PersonCard{form->family_of.value_or(person)},
                           .labels = badges_for({person}),
                           .notice = Notice{"card.checked_in", {}, true}});
}

// What was typed to find somebody is not typed again to add them.
AddPerson form_for(const std::string& query) {
    const bool number = query.find_first_not_of("0123456789+-() ") == std::string::npos;
    AddPerson form;
    (number ? form.phone : form.name) = query;
    return form;
}

void undo(Step& step, int reason) {
    const auto fact = std::exchange(step.model.undoing, std::nullopt);
    if (!fact || reason < 0 || reason >= static_cast<int>(k_reasons.size())) return;
    const auto why = std::string(k_reasons.at(static_cast<std::size_t>(reason)));
    step.commit(event::decide_undo(step.known.state, *fact, why, step.context()),
                {.next = step.model.screen, .notice = Notice{"deeds.undone", {}, true}});
}

bool step_add(Step& step, const Action& action) {
    auto* form = step.on<AddPerson>();
    if (!form) return false;
    switch (action.intent) {
        case Intent::edit_name:
            form->name = action.text;
            return true;
        case Intent::edit_phone:
            form->phone = action.text;
            return true;
        case Intent::set_adults:
            form->more_adults = action.number;
            return true;
        case Intent::set_children:
            form->more_children = action.number;
            return true;
        case Intent::set_guest_role:
            form->role = static_cast<event::GuestRole>(action.number);
            return true;
        case Intent::add_ready:
            add(step);
            return true;
        default:
            return false;
    }
}

}  // namespace

bool step_table(Step& step, const Action& action) {
    if (step_pick(step, action) || step_paper(step, action)) return true;
    const auto person = PersonId::parse(action.text);
    auto* card = step.on<PersonCard>();
    switch (action.intent) {
        case Intent::edit_query:
            if (auto* table = step.on<Table>()) table->query = action.text;
            return true;
        case Intent::open_person:
            if (person) step.go(PersonCard{*person});
            return true;
        case Intent::check_in_person:
            if (person) check_in(step, {*person});
            return true;
        case Intent::check_in_family:
            if (card) check_in(step, family_outside(step, card->person));
            return true;
        case Intent::show_phone:
            if (card) card->phone_shown = true;
            return true;
        case Intent::someone_left:
            step.commit(event::decide_leave(step.known.state, action.number, step.context()),
                        {.next = step.model.screen});
            return true;
        case Intent::open_add:
            if (const auto* table = step.on<Table>()) step.go(form_for(table->query));
            return true;
        case Intent::ask_undo:
            step.model.undoing = FactId::parse(action.text);
            return true;
        case Intent::undo_because:
            undo(step, action.number);
            return true;
        case Intent::keep_it:
            step.model.undoing.reset();
            step.model.losing.reset();
            return true;
        default:
            return step_add(step, action);
    }
}

}  // namespace welcome::kiosk::screens
