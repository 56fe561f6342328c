#include "kiosk/screens/staff/items.h"

#include <algorithm>

#include "kiosk/screens/staff/item_words.h"
#include "kiosk/screens/staff/waits.h"

namespace welcome::kiosk::screens {

namespace {

using event::ItemKind;

constexpr std::size_t k_most_rows = 60;
constexpr std::chrono::hours k_long_out{3};  // longer than a meeting: somebody may have gone home with it

std::string_view stat_key(ItemKind kind) {
    switch (kind) {
        case ItemKind::headset:
            return "items.headsets";
        case ItemKind::hearing:
            return "items.hearing";
        case ItemKind::voucher:
            return "items.vouchers";
        case ItemKind::gift:
            return "items.gifts";
        case ItemKind::other:
            break;
    }
    return "items.others";
}

void add_stats(const Look& look, const std::vector<event::Item>& items, ItemsView& view) {
    for (const auto kind : event::k_item_kinds) {
        long all = 0, out = 0;
        for (const auto& item : items) {
            if (item.kind != kind || item.is_struck_off) continue;
            ++all;
            out += item.loan ? 1 : 0;
        }
        if (all > 0)
            view.stats.push_back({std::string(stat_key(kind)),
                                  std::to_string(out) + " / " + std::to_string(all),
                                  look.words(stat_key(kind))});
    }
}

ItemsView::Row row_of(const Look& look, const event::Item& item) {
    ItemsView::Row row{.item = item.id.text(),
                       .title = item_name(look, item),
                       .detail = item_about(look, item),
                       .trailing = look.words(item.is_struck_off ? "items.struck_off" : "items.here"),
                       .action_label = {},
                       .icon = icon_of(item.kind)};
    if (!item.loan) return row;
    const std::string who = borrower_name(look, *item.loan);
    row.detail = row.detail.empty() ? who : who + " · " + row.detail;
    row.trailing = look.words("items.since", {{"time", clock_text(look, item.loan->at)}});
    if (look.wall - item.loan->at > k_long_out) row.tone = ui::Tone::warning;
    if (event::is_given_away(item.kind)) return row;
    row.action_label = look.words("items.back");
    row.action = Action{Intent::return_item, row.item};
    return row;
}

bool fits(const event::Item& item, const std::string& query) {
    std::string typed;
    for (const char letter : query) {
        if (letter != ' ') typed += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
    }
    return item.number.starts_with(typed);
}

void add_free(const Look& look, const event::Person& borrower, ItemsView& view) {
    view.borrower = look.words("items.for", {{"name", borrower.full_name}});
    view.list_title = look.words("items.free");
    for (const auto& item : event::items_for(look.state, ItemKind::headset, borrower.language)) {
        if (!fits(item, view.query)) continue;
        auto row = row_of(look, item);
        row.action_label = look.words("items.lend");
        row.action = Action{Intent::lend_item, borrower.id.text() + " " + row.item};
        view.rows.push_back(std::move(row));
    }
    if (view.rows.empty()) view.nothing = look.words("items.none_free");
}

void add_rows(const Look& look, const std::vector<event::Item>& items, ItemsView& view) {
    if (items.empty()) {
        view.nothing = look.words("items.empty");
        return;
    }
    if (!view.query.empty()) {
        view.list_title = look.words("items.found");
        for (const auto& item : items) {
            if (fits(item, view.query)) view.rows.push_back(row_of(look, item));
        }
        if (view.rows.empty()) view.nothing = look.words("items.no_such");
        return;
    }
    view.list_title = look.words("items.out");
    for (const auto& item : event::items_out(look.state)) view.rows.push_back(row_of(look, item));
    if (view.rows.empty()) view.nothing = look.words("items.all_here");
}

}  // namespace

ItemsView items_view(const Look& look) {
    const auto& words = look.words;
    const auto& board = std::get<ItemsBoard>(look.model.screen);
    const auto items = look.state.items();
    ItemsView view{.furniture = staff_furniture(look, "items", true),
                   .title = words("more.items"),
                   .borrower = {},
                   .search_label = words("items.number"),
                   .search_hint = words("items.number_hint"),
                   .query = board.query,
                   .list_title = {},
                   .nothing = {},
                   .add = words("items.add"),
                   .waits = {},
                   .stats = {},
                   .rows = {},
                   .can_go = !look.model.waiting};
    const auto* borrower = board.borrower ? look.state.person(*board.borrower) : nullptr;
    if (borrower) {
        add_free(look, *borrower, view);
    } else {
        add_stats(look, items, view);
        add_rows(look, items, view);
        view.waits = waits_alarm(look);
    }
    if (view.rows.size() > k_most_rows) view.rows.resize(k_most_rows);
    return view;
}

namespace {

std::optional<Action> draw_rows(ui::Ui& ui, const ItemsView& view) {
    std::optional<Action> action;
    int place = 0;
    for (const auto& row : view.rows) {
        const std::string id = "items.row." + std::to_string(++place);
        const auto tap = ui.list_row(id, row.title,
                                     {.icon = row.icon,
                                      .detail = row.detail,
                                      .trailing = row.trailing,
                                      .trailing_tone = row.tone,
                                      .action_id = row.action ? id + ".do" : "",
                                      .action_label = row.action_label});
        if (tap == ui::RowTap::row) action = Action{Intent::open_item, row.item};
        if (tap == ui::RowTap::action && view.can_go) action = row.action;
    }
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, ItemsView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("items.title", view.title, ui::TextStyle::heading);
        if (!view.borrower.empty()) ui.banner("items.for", view.borrower);
        if (!view.stats.empty())
            ui.grid(45, [&] {
                for (const auto& one : view.stats) ui.stat(one.id, one.number, one.label);
            });
        if (ui.field("items.number", view.query,
                     {.kind = ui::FieldKind::search,
                      .label = view.search_label,
                      .placeholder = view.search_hint}) == ui::Edit::changed)
            action = Action{Intent::edit_item_number, view.query};
        if (!view.list_title.empty()) ui.heading("items.list", view.list_title, ui::TextStyle::heading);
        if (!view.nothing.empty()) ui.text(view.nothing, {.tone = ui::Tone::soft, .id = "items.nothing"});
        if (const auto tapped = draw_rows(ui, view)) action = tapped;
        if (!view.borrower.empty()) return;
        ui.dock_bottom([&] {
            ui.row({}, [&] {
                if (!view.waits.empty() &&
                    ui.button("items.waits", view.waits,
                              {.look = ui::Look::primary, .icon = ui::Icon::volunteer}))
                    action = Action{Intent::open_page, "waits"};
                if (ui.button("items.add", view.add, {.icon = ui::Icon::add}))
                    action = Action{Intent::open_add_items};
            });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
