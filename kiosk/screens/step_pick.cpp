// Two people at a time: who belongs to a family, and who was written down twice.

#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

const event::Person* shown_on_card(Step& step) {
    const auto* card = step.on<PersonCard>();
    return card ? step.known.state.person(card->person) : nullptr;
}

void picked(Step& step, const PersonId& other) {
    const auto* pick = step.on<Pick>();
    if (!pick) return;
    if (pick->same_person) return step.go(Merge{.kept = pick->person, .merged = other});
    const PersonId person = pick->person;
    step.commit(event::decide_join_family(step.known.state, other, person, step.context()),
                {.next = PersonCard{person}, .notice = Notice{"pick.joined", {}, true}});
}

// Where the two were proposed: the closing wizard goes on with the next ones.
Screen after_merge(const Step& step, const PersonId& kept) {
    if (step.model.closing) return Close{};
    return PersonCard{kept};
}

void keep_both(Step& step) {
    const auto* screen = step.on<Merge>();
    if (!screen) return;
    const Merge looked_at = *screen;
    step.go(after_merge(step, looked_at.kept));
    if (step.model.closing) step.model.closing->apart.push_back({looked_at.kept, looked_at.merged});
}

void merge(Step& step) {
    const auto* screen = step.on<Merge>();
    if (!screen) return;
    step.commit(event::decide_merge(step.known.state, screen->kept, screen->merged, step.context()),
                {.next = after_merge(step, screen->kept), .notice = Notice{"merge.merged", {}, true}});
}

}  // namespace

bool step_pick(Step& step, const Action& action) {
    const auto person = PersonId::parse(action.text);
    auto* pick = step.on<Pick>();
    auto* screen = step.on<Merge>();
    switch (action.intent) {
        case Intent::open_family:
            if (const auto* shown = shown_on_card(step)) step.go(Pick{.person = shown->id, .query = {}});
            return true;
        case Intent::open_same:  // Whoever has the same name is the likeliest.
            if (const auto* shown = shown_on_card(step))
                step.go(Pick{.person = shown->id, .same_person = true, .query = shown->full_name});
            return true;
        case Intent::edit_query:
            if (pick) pick->query = action.text;
            return pick != nullptr;
        case Intent::pick_person:
            if (person) picked(step, *person);
            return true;
        case Intent::open_add:  // A new one, into the family.
            if (pick) step.go(AddPerson{.name = pick->query, .phone = {}, .family_of = pick->person});
            return pick != nullptr;
        case Intent::swap_kept:
            if (screen) std::swap(screen->kept, screen->merged);
            return true;
        case Intent::keep_both:
            keep_both(step);
            return true;
        case Intent::merge_ready:
            merge(step);
            return true;
        default:
            return false;
    }
}

}  // namespace welcome::kiosk::screens
