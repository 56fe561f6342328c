// Lending at the table: a thing first and then its borrower, or the borrower first; whoever waits for help.

#include "kiosk/event/card_code.h"
#include "kiosk/event/decide_items.h"
#include "kiosk/event/id_code.h"
#include "kiosk/event/typed_text.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

using event::ItemId;

// What follows a loan: the next one who waits, the card it was lent from, the list.
Screen after_loan(Step& step) {
    if (const auto* board = step.on<ItemsBoard>(); board && board->borrower) {
        if (board->from_card) return PersonCard{*board->borrower};
        return WaitsBoard{};
    }
    if (step.on<PersonCard>()) return step.model.screen;
    return ItemsBoard{};
}

std::string number_of(const Step& step, const ItemId& id) {
    const auto item = step.known.state.item(id);
    return item ? item->number : "";
}

void lend(Step& step, const ItemId& id, const event::Borrower& borrower) {
    step.commit(event::decide_lend(step.known.state, id, borrower, step.context()),
                {.next = after_loan(step), .notice = Notice{"items.is_lent", number_of(step, id), true}});
}

void give_back(Step& step, const ItemId& id) {
    Screen next = ItemsBoard{};
    if (step.on<PersonCard>() || step.on<Close>()) next = step.model.screen;
    if (step.model.closing && step.on<ItemCard>()) next = Close{};
    step.commit(event::decide_return(step.known.state, id, step.context()),
                {.next = next, .notice = Notice{"items.is_back", number_of(step, id), true}});
}

void strike_off(Step& step, const ItemId& id) {
    step.commit(event::decide_strike_off(step.known.state, id, step.context()),
                {.next = ItemsBoard{}, .notice = Notice{"items.is_struck_off", number_of(step, id), true}});
}

void list_items(Step& step, bool with_labels) {
    const auto* form = step.on<AddItems>();
    if (!form) return;
    const int first = event::whole_number(form->first).value_or(0);
    const bool is_heard = form->kind == event::ItemKind::headset || form->kind == event::ItemKind::hearing;
    const auto decision = event::decide_list_items(
        step.known.state,
        {.kind = form->kind,
         .first = first,
         .last = form->last.empty() ? first : event::whole_number(form->last).value_or(0),
         .channel = is_heard ? form->channel : "",
         .language = is_heard ? form->language : ""},
        step.context());
    if (!decision) return step.refuse(decision.error());
    std::vector<event::LabelWish> labels;
    for (std::size_t i = 0; with_labels && i < decision->size(); ++i) {
        const auto body = event::read_body((*decision)[i].kind, (*decision)[i].body);
        labels.push_back({"item", std::get<event::ItemListed>(*body).item.text()});
    }
    step.commit(decision, {.next = ItemsBoard{},
                           .labels = std::move(labels),
                           .notice = Notice{"items.added", std::to_string(decision->size()), true}});
}

void print_label(Step& step, const ItemId& id) {
    const auto printer = printer_for(step.model, step.known.state);
    if (!printer) return step.say("items.no_printer");
    step.commit(event::decide_label_again(step.known.state, {"item", id.text()}, *printer, step.context()),
                {.next = ItemCard{id}, .notice = Notice{"items.label_asked", number_of(step, id), true}});
}

std::optional<event::ItemKind> kind_of(const std::string& word) {
    using event::ItemKind;
    for (const auto kind : event::k_item_kinds) {
        if (event::text_of(kind) == word) return kind;
    }
    return std::nullopt;
}

bool step_add_items(Step& step, const Action& action) {
    auto* form = step.on<AddItems>();
    if (!form) return false;
    switch (action.intent) {
        case Intent::set_item_kind:
            form->kind = kind_of(action.text).value_or(form->kind);
            return true;
        case Intent::edit_first_number:
            form->first = action.text;
            return true;
        case Intent::edit_last_number:
            form->last = action.text;
            return true;
        case Intent::edit_channel:
            form->channel = action.text;
            return true;
        case Intent::set_item_language:
            form->language = action.text;
            return true;
        case Intent::add_items_ready:
        case Intent::add_items_and_print:
            list_items(step, action.intent == Intent::add_items_and_print);
            return true;
        default:
            return false;
    }
}

// "PERSON ITEM", as a row says it.
void lend_as_said(Step& step, const std::string& said) {
    const auto blank = said.find(' ');
    if (blank == std::string::npos) return;
    const auto person = PersonId::parse(said.substr(0, blank));
    const auto item = ItemId::parse(said.substr(blank + 1));
    if (person && item) lend(step, *item, {.person = *person, .ticket = {}});
}

// Whose code was held up; else the bare number of a card that is nobody's.
event::Borrower borrower_of(const Step& step, const std::string& text) {
    const auto held = read_held_up(step, text);
    if (held.person) return {.person = held.person->id, .ticket = {}};
    return {.person = {}, .ticket = std::string(event::read_card_number(text))};
}

void scanned_item(Step& step, const ItemId& id) {
    const auto item = step.known.state.item(id);
    if (!item) return step.refuse(event::Refusal::unknown_item);
    const auto* card = step.on<PersonCard>();
    const auto* board = step.on<ItemsBoard>();
    const bool at_the_items = board || step.on<ItemCard>();
    if (item->is_free() && card) return lend(step, id, {.person = card->person, .ticket = {}});
    if (item->is_free() && board && board->borrower)
        return lend(step, id, {.person = board->borrower, .ticket = {}});
    if (item->loan && (at_the_items || (card && item->loan->to == card->person))) return give_back(step, id);
    step.go(ItemCard{id});
}

}  // namespace

bool scanned_at_items(Step& step, const std::string& text) {
    if (const auto id = event::read_item_code(text)) {
        scanned_item(step, *id);
        return true;
    }
    const auto* item = step.on<ItemCard>();
    auto* board = step.on<ItemsBoard>();
    if (!item && !board) return false;
    const auto borrower = borrower_of(step, text);
    if (!borrower.person && (board || borrower.ticket.empty())) {
        step.say("ticket.unknown");
    } else if (item) {
        lend(step, item->item, borrower);
    } else {
        step.go(ItemsBoard{.borrower = borrower.person});
    }
    return true;
}

bool step_items(Step& step, const Action& action) {
    if (step_add_items(step, action)) return true;
    const auto id = ItemId::parse(action.text);
    const auto person = PersonId::parse(action.text);
    auto* board = step.on<ItemsBoard>();
    auto* card = step.on<ItemCard>();
    switch (action.intent) {
        case Intent::edit_item_number:
            if (board) board->query = action.text;
            return true;
        case Intent::edit_query:
            if (card) card->query = action.text;
            return card != nullptr;
        case Intent::open_item:
            if (id) step.go(ItemCard{*id});
            return true;
        case Intent::open_add_items:
            step.go(AddItems{});
            return true;
        case Intent::return_item:
            if (id) give_back(step, *id);
            return true;
        case Intent::print_item_label:
            if (id) print_label(step, *id);
            return true;
        case Intent::strike_off_item:
            if (id) strike_off(step, *id);
            return true;
        case Intent::lend_item:
            lend_as_said(step, action.text);
            return true;
        case Intent::lend_to_card:
            if (card) lend(step, ItemId(card->item), {.person = {}, .ticket = action.text});
            return true;
        case Intent::lend_to:
            if (person)
                step.go(ItemsBoard{.borrower = *person, .from_card = step.on<PersonCard>() != nullptr});
            return true;
        case Intent::meet_need:
            if (person)
                step.commit(event::decide_meet_need(step.known.state, *person,
                                                    static_cast<event::Need>(action.number), step.context()),
                            {.next = step.model.screen});
            return true;
        default:
            return false;
    }
}

}  // namespace welcome::kiosk::screens
