#include "kiosk/screens/staff/item_card.h"

#include <algorithm>

#include "kiosk/screens/staff/item_words.h"

namespace welcome::kiosk::screens {

namespace {

constexpr std::size_t k_most_found = 6;
constexpr std::size_t k_longest_card = 6;  // digits

bool is_card_number(const std::string& query) {
    return !query.empty() && query.size() <= k_longest_card &&
           query.find_first_not_of("0123456789") == std::string::npos;
}

// Who asked to hear it in their language, those of this headset's language first.
std::vector<FoundRow> those_who_wait(const Look& look, const event::Item& item) {
    std::vector<const event::Person*> people;
    if (item.kind != event::ItemKind::headset) return {};
    for (const auto& wait : event::who_waits(look.state)) {
        if (wait.need == event::Need::interpretation) people.push_back(wait.person);
    }
    std::stable_partition(people.begin(), people.end(), [&](const event::Person* person) {
        return !item.language.empty() && person->language == item.language;
    });
    std::vector<FoundRow> rows;
    for (const auto* person : people) {
        if (rows.size() >= k_most_found) break;
        rows.push_back(found_row(look, *person));
        if (!person->language.empty()) rows.back().detail = ui::own_name(person->language);
    }
    return rows;
}

void add_takers(const Look& look, const event::FindIndex& index, const event::Item& item,
                ItemCardView& view) {
    view.is_free = true;
    view.who = look.words("item.who");
    view.hint = look.words("item.who_hint");
    if (view.query.empty()) {
        view.rows = those_who_wait(look, item);
        if (!view.rows.empty()) view.list_title = look.words("item.waiting");
        return;
    }
    if (is_card_number(view.query)) {
        view.card_number = view.query;
        view.card = look.words("item.card", {{"number", view.query}});
    }
    view.rows = found_rows(look, index, view.query, k_most_found, std::nullopt);
    if (view.rows.empty() && view.card.empty()) view.nobody = look.words("pick.nobody");
}

}  // namespace

ItemCardView item_card_view(const Look& look, const event::FindIndex& index) {
    const auto& words = look.words;
    const auto& card = std::get<ItemCard>(look.model.screen);
    ItemCardView view{.furniture = staff_furniture(look, "item", true),
                      .item = card.item.text(),
                      .name = {},
                      .about = {},
                      .now = words("items.here"),
                      .back = {},
                      .lost = words("item.lost"),
                      .print = {},
                      .who = {},
                      .hint = {},
                      .query = card.query,
                      .nobody = {},
                      .card = {},
                      .card_number = {},
                      .list_title = {},
                      .rows = {},
                      .can_go = !look.model.waiting};
    const auto item = look.state.item(card.item);
    if (!item) {
        view.name = words("refusal.unknown_item");
        view.now.clear();
        view.lost.clear();
        return view;
    }
    view.name = item_name(look, *item);
    view.about = item_about(look, *item);
    view.icon = icon_of(item->kind);
    if (printer_for(look.model, look.state)) view.print = words("item.print");
    if (item->loan) {
        view.now = words("item.with", {{"name", borrower_name(look, *item->loan)},
                                       {"time", clock_text(look, item->loan->at)}});
        view.tone = ui::Tone::accent;
        view.back = words("items.back");
    } else if (item->is_struck_off) {
        view.now = words("items.struck_off");
        view.tone = ui::Tone::warning;
        view.back = words("item.found");
        view.lost.clear();
    } else {
        add_takers(look, index, *item, view);
    }
    return view;
}

namespace {

std::optional<Action> draw_thing(ui::Ui& ui, const ItemCardView& view) {
    std::optional<Action> action;
    ui.card("item.card", [&] {
        ui.row({.weights = {0, 1}, .across = ui::Align::centre}, [&] {
            ui.icon(view.icon, 12);
            ui.heading("item.name", view.name);
        });
        if (!view.about.empty()) ui.text(view.about, {.tone = ui::Tone::soft, .id = "item.about"});
        if (!view.now.empty())
            ui.text(view.now, {.style = ui::TextStyle::lead, .tone = view.tone, .id = "item.now"});
        if (!view.back.empty() &&
            ui.button("item.back", view.back,
                      {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_go}))
            action = Action{Intent::return_item, view.item};
        if (!view.print.empty() &&
            ui.button("item.print", view.print,
                      {.look = ui::Look::quiet, .icon = ui::Icon::print, .enabled = view.can_go}))
            action = Action{Intent::print_item_label, view.item};
        if (!view.lost.empty() &&
            ui.button("item.lost", view.lost,
                      {.look = ui::Look::quiet, .icon = ui::Icon::remove, .enabled = view.can_go}))
            action = Action{Intent::strike_off_item, view.item};
    });
    return action;
}

std::optional<Action> draw_takers(ui::Ui& ui, ItemCardView& view) {
    std::optional<Action> action;
    if (ui.field("item.search", view.query,
                 {.kind = ui::FieldKind::search, .label = view.who, .placeholder = view.hint}) ==
        ui::Edit::changed)
        action = Action{Intent::edit_query, view.query};
    if (!view.list_title.empty()) ui.heading("item.list", view.list_title, ui::TextStyle::heading);
    if (!view.card.empty() &&
        ui.list_row("item.by_card", view.card, {.icon = ui::Icon::badge, .enabled = view.can_go}) ==
            ui::RowTap::row)
        action = Action{Intent::lend_to_card, view.card_number};
    int place = 0;
    for (const auto& row : view.rows) {
        const auto tap = ui.list_row("item.result." + std::to_string(++place), row.name,
                                     {.icon = icon_of(row),
                                      .detail = row.detail,
                                      .trailing = row.trailing,
                                      .trailing_tone = ui::Tone::success,
                                      .enabled = view.can_go});
        if (tap == ui::RowTap::row) action = Action{Intent::lend_item, row.person + " " + view.item};
    }
    if (!view.nobody.empty()) ui.text(view.nobody, {.tone = ui::Tone::soft, .id = "item.nobody"});
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, ItemCardView view) {
    std::optional<Action> action;
    const auto take = [&](const std::optional<Action>& tapped) {
        if (tapped) action = tapped;
    };
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.row_or_column({.weights = {1, 1}, .gap_mm = 8}, [&] {
            ui.column({}, [&] { take(draw_thing(ui, view)); });
            if (view.is_free) ui.column({}, [&] { take(draw_takers(ui, view)); });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
