// Two people at a time: who belongs to a family, and who was written down twice.

#include <algorithm>

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

// Where the two were proposed: the list there goes on with the next ones.
Screen after_merge(const Step& step, const Merge& looked_at) {
    if (looked_at.from == Merge::From::twice) return Twice{};
    if (looked_at.from == Merge::From::closing && step.model.closing) return Close{};
    return PersonCard{looked_at.kept};
}

void keep_both(Step& step) {
    const auto* screen = step.on<Merge>();
    if (!screen) return;
    const Merge looked_at = *screen;
    step.go(after_merge(step, looked_at));
    step.model.twins.apart.push_back({looked_at.kept, looked_at.merged});
}

void merge(Step& step) {
    const auto* screen = step.on<Merge>();
    if (!screen) return;
    step.commit(event::decide_merge(step.known.state, screen->kept, screen->merged, step.context()),
                {.next = after_merge(step, *screen), .notice = Notice{"merge.merged", {}, true}});
}

}  // namespace

void look_for_twins(Step& step) {
    step.model.twins.proposed = event::probable_twins(step.known.state);
}

void compare_twins(Step& step, int which, Merge::From from) {
    const auto& twins = step.model.twins.proposed;
    if (which < 0 || which >= static_cast<int>(twins.size())) return;
    const auto& pair = twins[static_cast<std::size_t>(which)];
    step.go(Merge{.kept = pair.kept, .merged = pair.other, .from = from});
}

void back_from_merge(Step& step) {
    if (const auto* looked_at = step.on<Merge>()) step.go(after_merge(step, Merge(*looked_at)));
}

std::vector<std::size_t> twins_to_look_at(const event::State& state, const TwinList& twins) {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < twins.proposed.size(); ++i) {
        const auto& pair = twins.proposed[i];
        const auto *kept = state.person(pair.kept), *other = state.person(pair.other);
        if (!kept || !other || kept->id == other->id) continue;  // one by now
        const bool looked_at = std::any_of(twins.apart.begin(), twins.apart.end(), [&](const auto& two) {
            return (two.kept == pair.kept && two.other == pair.other) ||
                   (two.kept == pair.other && two.other == pair.kept);
        });
        if (!looked_at) left.push_back(i);
    }
    return left;
}

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
