// Guests coming in: by a code, by look-up, with nobody asking.

#include "kiosk/event/find.h"
#include "kiosk/screens/languages.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

constexpr int k_most_tries = 3;  // then a helper (shared/field.md, 3.2, 5)

void show_already_in(Step& step, const PersonId& person) {
    step.go(Done{.people = {person}, .anonymous = false, .already_in = true, .shown = step.known.now});
}

// Whose code it is stands first. Once that person is in, nobody is ticked for them: a second scan is
// mostly a second look.
void show_household(Step& step, const event::Person& person) {
    WhoIsHere who{.people = {person.id}, .by_code = true};
    bool all_in = true;
    for (const auto* member : step.known.state.household_of(person.id)) {
        if (member->id != person.id) who.people.push_back(member->id);
        if (member->attendance) continue;
        all_in = false;
        if (!person.attendance) who.ticked.insert(member->id);
    }
    if (all_in) return show_already_in(step, person.id);
    step.go(who);
}

void look_up(Step& step) {
    auto* form = step.on<FindMe>();
    if (!form) return;
    const auto* person = event::find_guest(step.known.state, form->letters, form->digits);
    if (!person) {
        if (++form->tries >= k_most_tries) {
            step.model.helper_wanted = true;
            return step.go(HelperComes{});
        }
        form->letters.clear();
        form->digits.clear();
        form->not_found = true;
        return;
    }
    // Whether this person is here already is told to nobody who only knows letters and digits.
    step.go(WhoIsHere{.people = {person->id}, .ticked = {person->id}, .by_code = false});
}

bool chose_a_language(const Step& step) {
    return step.model.language != home_language(step.model, step.known.state.event());
}

// Whoever holds their code up is spoken to as they speak, unless they chose already. Letters and digits can
// be guessed, and what somebody speaks is theirs: those change nothing.
void speak_with(Step& step, const event::Person& person) {
    if (chose_a_language(step)) return;
    if (const auto tag = offered_tag(step.model, step.known.state.event(), person.language))
        step.model.language = *tag;
}

// An adult answers for the family.
PersonId who_speaks(const event::State& state, const std::vector<PersonId>& people) {
    for (const auto& id : people) {
        const auto* person = state.person(id);
        if (person && !person->is_child) return id;
    }
    return people.empty() ? PersonId() : people.front();
}

void confirm(Step& step) {
    const auto* who = step.on<WhoIsHere>();
    if (!who) return;
    const auto* holder = step.known.state.person(who->people.front());
    if (who->by_code && who->ticked.empty() && holder && holder->attendance)
        return show_already_in(step, PersonId(holder->id));
    std::vector<event::Arrival> arrivals;
    std::vector<PersonId> badges;
    for (const auto& id : who->people) {
        if (!who->ticked.contains(id)) continue;
        const bool first = arrivals.empty();  // The unnamed company is counted with one person.
        arrivals.push_back({id, first ? who->more_adults : 0, first ? who->more_children : 0});
        badges.push_back(id);
    }
    const auto method = who->by_code ? event::CheckInMethod::ticket : event::CheckInMethod::found;
    const PersonId speaker = who_speaks(step.known.state, badges);
    const Screen next = Needs{.person = speaker, .proved = who->by_code};
    const auto* found = step.known.state.person(speaker);
    if (!who->by_code && found && found->attendance) {  // Somebody came back: nothing new to write.
        step.go(next);
        return step.say("needs.you_are_in", {}, true);
    }
    auto decision = event::decide_check_in(step.known.state, arrivals, method, std::nullopt, step.context());
    const bool is_known =
        found && offered_tag(step.model, step.known.state.event(), found->language) == step.model.language;
    if (decision && chose_a_language(step) && !is_known) {
        const auto noted =
            event::decide_note_language(step.known.state, speaker, step.model.language, step.context());
        if (noted) decision->insert(decision->end(), noted->begin(), noted->end());
    }
    step.commit(decision,
                {.next = next, .labels = badges_for(badges), .notice = Notice{"needs.you_are_in", {}, true}});
}

void come_in(Step& step) {
    step.commit(event::decide_come_in(step.known.state, 1, step.context()),
                {.next = Done{.anonymous = true}});
}

void toggle(Step& step, const std::string& id) {
    auto* who = step.on<WhoIsHere>();
    const auto person = PersonId::parse(id);
    if (!who || !person) return;
    if (who->ticked.erase(*person) == 0) who->ticked.insert(*person);
}

void scanned_by_guest(Step& step, const std::string& text) {
    const auto read = event::read_ticket(text, step.known.event_id, step.known.ticket_key);
    if (const auto* fault = std::get_if<event::TicketFault>(&read)) {
        switch (*fault) {
            case event::TicketFault::too_long:
                return step.say("ticket.too_long");
            case event::TicketFault::not_text:
                return step.say("ticket.not_text");
            case event::TicketFault::damaged:
                return step.say("ticket.damaged");
            case event::TicketFault::other_event:
                return step.say("ticket.other_event");
            case event::TicketFault::wrong_signature:
                return step.say("ticket.wrong_signature");
        }
    }
    const auto* ours = std::get_if<event::OurTicket>(&read);
    const std::string ticket = ours ? ours->id : std::get<event::ForeignTicket>(read).text;
    if (const auto* person = step.known.state.by_ticket(ticket)) {
        speak_with(step, *person);
        return show_household(step, *person);
    }
    // A good ticket is let in though its registration has not reached this tablet: only the name is asked.
    if (ours) return step.go(NewName{.name = {}, .more_adults = 0, .more_children = 0, .ticket = ticket});
    step.say("ticket.unknown");
}

}  // namespace

std::vector<StayId> children_in_room(const event::State& state, std::string_view code) {
    std::vector<StayId> children;
    for (const auto* stay : state.stays_by_code(code)) {
        if (stay->state == event::StayState::dropped_off) children.push_back(stay->id);
    }
    return children;
}

void step_scanned(Step& step, const Scanned& scanned) {
    if (step.on<TimerBoard>()) return;  // The hall sees it: no code shows a family there.
    Model& model = step.model;
    const std::string& text = scanned.text;
    model.last_touch = step.known.now;
    model.notice.reset();
    if (model.waiting || model.idle_warning) {
        model.idle_warning = false;
        return;
    }
    if (step.on<Parts>()) return tried(step, scanned);
    const bool at_the_desk = step.on<Desk>() || step.on<PickUp>() || step.on<ChildCard>() || step.on<Table>();
    if (at_the_desk && scanned_at_desk(step, text)) return;
    const bool by_staff = step.on<Table>() || step.on<PersonCard>() || step.on<Paper>() ||
                          step.on<ItemsBoard>() || step.on<ItemCard>() || step.on<MealsBoard>() ||
                          step.on<SpeakersBoard>();
    if (by_staff) return scanned_by_staff(step, text);
    if (!is_staff_screen(model.screen) && !step.on<Children>() && !step.on<Reach>())
        scanned_by_guest(step, text);
}

bool step_guest(Step& step, const Action& action) {
    switch (action.intent) {
        case Intent::go_back:
            if (auto* reach = step.on<Reach>()) {
                step.go(Children(reach->from));
            } else if (auto* children = step.on<Children>()) {
                step.go(Needs(children->from));
            } else if (auto* touch = step.on<KeepInTouch>()) {
                step.go(NewName(touch->who));
            } else if (step.on<Needs>()) {
                start_over(step);  // They are in: the tablet is the next guest's.
            } else {
                step.go(Welcome{});
            }
            return true;
        case Intent::open_scan:
            step.go(Scan{});
            return true;
        case Intent::open_find:
            step.go(FindMe{});
            return true;
        case Intent::open_new:
            step.go(NewName{});
            return true;
        case Intent::just_come_in:
            come_in(step);
            return true;
        case Intent::edit_letters:
            if (auto* form = step.on<FindMe>()) form->letters = action.text, form->not_found = false;
            return true;
        case Intent::edit_digits:
            if (auto* form = step.on<FindMe>()) form->digits = action.text, form->not_found = false;
            return true;
        case Intent::look_me_up:
            look_up(step);
            return true;
        case Intent::toggle_person:
            toggle(step, action.text);
            return true;
        case Intent::set_adults:
            if (auto* who = step.on<WhoIsHere>()) who->more_adults = action.number;
            if (auto* name = step.on<NewName>()) name->more_adults = action.number;
            return true;
        case Intent::set_children:
            if (auto* who = step.on<WhoIsHere>()) who->more_children = action.number;
            if (auto* name = step.on<NewName>()) name->more_children = action.number;
            return true;
        case Intent::not_me:
            step.go(Welcome{});
            return true;
        case Intent::confirm_people:
            confirm(step);
            return true;
        case Intent::open_needs:
            if (const auto* done = step.on<Done>(); done && done->already_in && !done->people.empty())
                step.go(Needs{.person = PersonId(done->people.front()), .proved = true, .took_part = true});
            return true;
        case Intent::finish:
            start_over(step);
            return true;
        default:
            return false;
    }
}

}  // namespace welcome::kiosk::screens
