// Guests telling something: a new name, how to keep in touch, needs, children.

#include <algorithm>

#include "kiosk/event/decide_childcare.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

void sign_up(Step& step, bool with_contact) {
    auto* form = step.on<KeepInTouch>();
    if (!form) return;
    event::Newcomer newcomer{.full_name = form->who.name,
                             .language = step.model.language,
                             .more_adults = form->who.more_adults,
                             .more_children = form->who.more_children,
                             .text_consent = form->text_ok,
                             .email_consent = form->email_ok,
                             .wording = std::string(k_consent_wording)};
    if (with_contact && !form->phone.empty()) {
        const auto phone = step.known.read_phone(form->phone);
        if (!phone) return step.refuse(event::Refusal::phone_unreadable);
        newcomer.phone = *phone;
    }
    if (with_contact) newcomer.email = form->email;
    auto decision = event::decide_sign_up(step.known.state, newcomer, step.context());
    if (!decision) return step.refuse(decision.error());
    const auto body = event::read_body(decision->front().kind, decision->front().body);
    auto registered = std::get<event::PersonRegistered>(*body);
    if (!form->who.ticket.empty()) {  // Their ticket comes with them, so that the next scan knows them.
        registered.fields.tickets.push_back(form->who.ticket);
        decision->front() = event::draft(decision->front().id, registered);
    }
    step.commit(decision, {.next = Needs{.person = registered.person, .proved = true},
                           .labels = badges_for({registered.person}),
                           .notice = Notice{"needs.you_are_in", {}, true}});
}

bool family_has_a_code(const event::State& state, const PersonId& person) {
    std::set<PersonId> family;
    for (const auto* member : state.household_of(person)) family.insert(member->id);
    const auto stays = state.stays();
    return std::any_of(stays.begin(), stays.end(), [&](const event::Stay* stay) {
        const auto* adult = state.person(stay->request.adult);
        return adult && family.contains(adult->id);
    });
}

// The family's claim code opens the children's room: whoever only knew letters and digits never sees it.
void ask_a_helper(Step& step) {
    step.model.helper_wanted = true;
    step.go(HelperComes{});
}

// Whoever hoped to speak hears that it is too late; the wish is noted all the same.
std::optional<Notice> line_notice(const Step& step, const Needs& needs) {
    const bool hopes = needs.chosen.contains(event::Need::speaking) && !needs.spoke_up;
    if (!hopes || !step.known.state.speakers().rules) return std::nullopt;
    return Notice{"refusal.line_closed"};
}

bool takes_speakers(const Step& step) {
    const auto& state = step.known.state;
    return state.speakers().takes_more(step.known.context.now, state.event().starts);
}

// As many as came with this person, until somebody says otherwise.
event::PlateCount plates_for_all(const Step& step, const PersonId& id) {
    const auto* person = step.known.state.person(id);
    if (!person) return {{event::Diet::any, 1}};
    if (auto asked = event::plates_asked(*person); person->part.said_plates && !asked.empty()) return asked;
    int people = 1;
    if (person->attendance) people += person->attendance->more_adults + person->attendance->more_children;
    for (const auto* member : step.known.state.household_of(id))
        people += member->attendance && member->id != person->id ? 1 : 0;
    return {{event::Diet::any, std::min(people, event::k_most_plates)}};
}

void needs_ready(Step& step) {
    const auto* needs = step.on<Needs>();
    if (!needs) return;
    if (needs->chosen.contains(event::Need::childcare) && needs->claim_code.empty()) {
        if (!needs->proved && family_has_a_code(step.known.state, needs->person)) return ask_a_helper(step);
        return step.go(Children{.from = *needs});
    }
    if (needs->chosen.contains(event::Need::speaking) && !needs->spoke_up && takes_speakers(step))
        return step.go(Speak{.from = *needs});
    if (needs->chosen.contains(event::Need::food) && !needs->said_plates)
        return step.go(Meals{.from = *needs, .plates = plates_for_all(step, needs->person)});
    finish_needs(step, Needs(*needs), {});
}

// True where the child's form says all that must be known; says what is missing otherwise.
bool child_is_ready(Step& step, const ChildForm& form) {
    if (form.first_name.find_first_not_of(' ') == std::string::npos) {
        step.say("refusal.child_name_missing");
    } else if (!form.band) {
        step.say("children.age_missing");
    } else if (form.allergies.empty() && !form.no_allergies) {
        step.say("children.allergies_missing");
    } else if (!step.known.state.has_room_for(*form.band)) {
        step.refuse(event::Refusal::no_room_for_age);
    } else {
        return true;
    }
    return false;
}

event::ChildRequest request_of(const ChildForm& form, const std::string& contact) {
    return {.first_name = form.first_name,
            .band = *form.band,
            .allergies = form.no_allergies ? "" : form.allergies,
            .notes = form.notes,
            .contact = contact,
            .toilet_help = form.toilet_help,
            .photo_ok = form.photo_ok};
}

void children_ready(Step& step) {
    auto* children = step.on<Children>();
    if (!children || !child_is_ready(step, children->form)) return;
    step.model.notice.reset();
    step.go(Reach{.from = *children});
}

void reach_ready(Step& step) {
    auto* reach = step.on<Reach>();
    if (!reach) return;
    const Children& children = reach->from;
    std::vector<event::ChildRequest> requests;
    for (const auto& form : children.ready) requests.push_back(request_of(form, reach->where));
    requests.push_back(request_of(children.form, reach->where));
    const auto decision =
        event::decide_request_childcare(step.known.state, children.from.person, requests, step.context(),
                                        children.from.proved ? event::Asker::proved : event::Asker::guessed);
    // This tablet has no codes of its own to give: somebody writes the children down at the desk's.
    if (!decision && decision.error() == event::Refusal::no_codes) return ask_a_helper(step);
    if (!decision) return step.refuse(decision.error());
    const auto body = event::read_body(decision->front().kind, decision->front().body);
    Needs next = children.from;
    next.claim_code = std::get<event::ChildcareRequested>(*body).code;
    next.chosen.insert(event::Need::childcare);
    const bool waits = decision->back().kind == "child_waitlisted";  // Honest: there is no place now.
    step.commit(decision, {.next = next,
                           .notice = Notice{waits ? "needs.childcare_waits" : "needs.childcare_asked",
                                            next.claim_code, true}});
}

void another_child(Step& step) {
    auto* children = step.on<Children>();
    if (!children || !child_is_ready(step, children->form)) return;
    step.model.notice.reset();
    children->ready.push_back(std::exchange(children->form, ChildForm{}));
}

bool step_child_form(Step& step, const Action& action) {
    if (auto* reach = step.on<Reach>()) {
        if (action.intent == Intent::edit_contact) reach->where = action.text;
        if (action.intent == Intent::reach_ready) reach_ready(step);
        return action.intent == Intent::edit_contact || action.intent == Intent::reach_ready;
    }
    auto* children = step.on<Children>();
    if (!children) return false;
    ChildForm& form = children->form;
    switch (action.intent) {
        case Intent::edit_child_name:
            form.first_name = action.text;
            return true;
        case Intent::set_band:
            form.band = static_cast<event::AgeBand>(action.number);
            return true;
        case Intent::edit_allergies:
            form.allergies = action.text;
            form.no_allergies = form.no_allergies && form.allergies.empty();
            return true;
        case Intent::edit_notes:
            form.notes = action.text;
            return true;
        case Intent::toggle_no_allergies:
            form.no_allergies = !form.no_allergies;
            if (form.no_allergies) form.allergies.clear();
            return true;
        case Intent::toggle_toilet:
            form.toilet_help = !form.toilet_help;
            return true;
        case Intent::set_photo:
            form.photo_ok = action.number != 0;
            return true;
        case Intent::another_child:
            another_child(step);
            return true;
        case Intent::children_ready:
            children_ready(step);
            return true;
        default:
            return false;
    }
}

}  // namespace

void finish_needs(Step& step, const Needs& needs, std::vector<sync::Draft> more) {
    const Done done{.people = {needs.person},
                    .anonymous = false,
                    .already_in = false,
                    .claim_code = needs.claim_code,
                    .speaker_number = needs.speaker_number,
                    .shown = step.known.now};
    // Whoever comes back for a second thing was asked already.
    const auto* person = step.known.state.person(needs.person);
    const bool asks = person && asks_to_take_part(step.known.state) && !needs.took_part;
    const Screen next = asks ? Screen(TakePart{.next = done}) : Screen(done);
    if (needs.chosen.empty()) return step.go(next);
    const std::vector<event::Need> chosen(needs.chosen.begin(), needs.chosen.end());
    auto decision = event::decide_raise_needs(step.known.state, needs.person, chosen, step.context());
    if (decision) decision->insert(decision->begin(), more.begin(), more.end());
    step.commit(decision, {.next = next, .notice = line_notice(step, needs)});
}

bool step_guest_forms(Step& step, const Action& action) {
    auto* name = step.on<NewName>();
    auto* touch = step.on<KeepInTouch>();
    auto* needs = step.on<Needs>();
    switch (action.intent) {
        case Intent::edit_name:
            if (name) name->name = action.text;
            return true;
        case Intent::name_ready:
            if (name && name->name.find_first_not_of(' ') == std::string::npos) {
                step.refuse(event::Refusal::name_missing);
            } else if (name) {
                step.go(KeepInTouch{.who = *name});
            }
            return true;
        case Intent::edit_phone:
            if (touch) touch->phone = action.text;
            return true;
        case Intent::edit_email:
            if (touch) touch->email = action.text;
            return true;
        case Intent::toggle_text_ok:
            if (touch) touch->text_ok = !touch->text_ok;
            return true;
        case Intent::toggle_email_ok:
            if (touch) touch->email_ok = !touch->email_ok;
            return true;
        case Intent::touch_ready:
            sign_up(step, true);
            return true;
        case Intent::touch_skipped:
            sign_up(step, false);
            return true;
        case Intent::toggle_need: {
            const auto need = static_cast<event::Need>(action.number);
            if (needs && needs->chosen.erase(need) == 0) needs->chosen.insert(need);
            return true;
        }
        case Intent::needs_ready:
            needs_ready(step);
            return true;
        default:
            return step_child_form(step, action);
    }
}

}  // namespace welcome::kiosk::screens
