// Paper sheets entered row by row, and what is scanned on the volunteers' screens: sheets, invitations and
// pre-numbered cards (shared/field.md, 1.4 and 4).

#include "kiosk/event/sheet.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

// The first row that nobody entered yet; the last one where all are.
int next_free_row(const event::State& state, int sheet, int after) {
    int row = after + 1;
    for (const auto& entered : state.sheet(sheet)) {
        if (entered.row == row) ++row;
    }
    return std::min(row, event::k_sheet_rows);
}

void open_sheet(Step& step, const std::string& text) {
    const auto read = event::read_sheet_code(text, step.known.event_id);
    if (const auto* number = std::get_if<int>(&read))
        return step.go(Paper{
            .number = {}, .sheet = *number, .row = next_free_row(step.known.state, *number, 0), .name = {}});
    const bool elsewhere = std::get<event::SheetFault>(read) == event::SheetFault::other_event;
    step.say(elsewhere ? "paper.other_event" : "paper.no_sheet");
}

void open_row(Step& step, int row) {
    auto* paper = step.on<Paper>();
    if (!paper || paper->sheet == 0 || row < 1 || row > event::k_sheet_rows) return;
    Paper now{.number = {}, .sheet = paper->sheet, .row = row, .name = {}};
    for (const auto& entered : step.known.state.sheet(paper->sheet)) {
        const auto* person = entered.row == row ? step.known.state.person(entered.person) : nullptr;
        if (!person) continue;
        now.name = person->full_name;
        now.more_adults = entered.more_adults;
        now.more_children = entered.more_children;
    }
    step.go(now);
}

void go_to_next(Step& step) {
    if (const auto* paper = step.on<Paper>(); paper && paper->row < event::k_sheet_rows)
        open_row(step, paper->row + 1);
}

// Whom the row names already, if the name stayed as it was.
std::optional<PersonId> named_before(const event::State& state, const Paper& paper) {
    for (const auto& entered : state.sheet(paper.sheet)) {
        const auto* person = entered.row == paper.row ? state.person(entered.person) : nullptr;
        if (person && person->full_name == paper.name) return person->id;
    }
    return std::nullopt;
}

void enter(Step& step, std::optional<PersonId> person) {
    const auto* paper = step.on<Paper>();
    if (!paper || paper->sheet == 0) return;
    if (!person) person = named_before(step.known.state, *paper);
    const event::PaperRow row{.sheet = paper->sheet,
                              .row = paper->row,
                              .person = person,
                              .full_name = person ? "" : paper->name,
                              .more_adults = paper->more_adults,
                              .more_children = paper->more_children};
    const auto decision = event::decide_paper_row(step.known.state, row, step.known.event_id, step.context());
    if (!decision && decision.error() == event::Refusal::nothing_new) {  // Entered already: counted once.
        go_to_next(step);
        return step.say("paper.already", std::to_string(row.row), true);
    }
    const Paper next{.number = {},
                     .sheet = row.sheet,
                     .row = next_free_row(step.known.state, row.sheet, row.row),
                     .name = {}};
    step.commit(decision, {.next = next, .notice = Notice{"paper.saved", std::to_string(row.row), true}});
}

// A code that nobody has, held up while somebody's card is open, is that person's from now on.
void bind_card(Step& step, const PersonId& person, const std::string& code) {
    const auto* bearer = step.known.state.person(person);
    if (!bearer) return;
    step.commit(event::decide_bind_card(step.known.state, person, code, step.context()),
                {.next = step.model.screen, .notice = Notice{"card.bound", bearer->first_name(), true}});
}

}  // namespace

void scanned_by_staff(Step& step, const std::string& text) {
    constexpr std::string_view sheet_mark = "WTS:";
    if (scanned_at_speakers(step, text) || scanned_at_items(step, text) || scanned_at_food(step, text))
        return;
    if (is_of_a_child(text)) return step.say("desk.only_at_desk");  // and is nobody's card
    if (text.starts_with(sheet_mark)) return open_sheet(step, text);
    const auto held = read_held_up(step, text);
    if (held.person && step.on<Paper>()) return enter(step, held.person->id);
    if (held.person) return step.go(PersonCard{held.person->id});
    const bool is_free = !held.is_badge && std::holds_alternative<event::ForeignTicket>(held.ticket);
    const auto* card = step.on<PersonCard>();
    if (card && is_free) return bind_card(step, card->person, text);
    if (step.on<Table>() && is_free) return step.say("card.free");
    step.say("ticket.unknown");
}

bool step_paper(Step& step, const Action& action) {
    auto* paper = step.on<Paper>();
    if (!paper) return false;
    switch (action.intent) {
        case Intent::edit_sheet:
            paper->number = action.text;
            return true;
        case Intent::open_sheet:
            open_sheet(step, action.text.empty() ? paper->number : action.text);
            return true;
        case Intent::open_row:
            open_row(step, action.number);
            return true;
        case Intent::edit_name:
            paper->name = action.text;
            return true;
        case Intent::set_adults:
            paper->more_adults = action.number;
            return true;
        case Intent::set_children:
            paper->more_children = action.number;
            return true;
        case Intent::row_person:
            enter(step, PersonId::parse(action.text));
            return true;
        case Intent::row_new:
            enter(step, std::nullopt);
            return true;
        case Intent::row_empty:
            go_to_next(step);
            return true;
        case Intent::close_sheet:
            step.go(Paper{});
            return true;
        default:
            return false;
    }
}

}  // namespace welcome::kiosk::screens
