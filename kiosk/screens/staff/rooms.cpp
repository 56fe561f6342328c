#include "kiosk/screens/staff/rooms.h"

#include <algorithm>
#include <numeric>

#include "kiosk/event/decide_items.h"
#include "kiosk/event/decide_meals.h"
#include "kiosk/event/evening_numbers.h"

namespace welcome::kiosk::screens {

namespace {

constexpr int k_minutes = 30;  // that the chart shows

void add_limit(const Look& look, int in, RoomsView& view) {
    const int limit = look.state.event().room_limit;
    const bool lead = is_lead(look.model);
    const auto& board = std::get<RoomBoard>(look.model.screen);
    if (lead) {
        view.set_limit = look.words("rooms.set_limit");
        view.limit_label = look.words("rooms.limit_label");
        view.limit_typed = board.limit;
        view.save = look.words("rooms.save");
        view.asks_limit = board.asks_limit;
    }
    if (limit <= 0) return;
    view.has_limit = true;
    view.part = std::clamp(static_cast<float>(in) / static_cast<float>(limit), 0.0F, 1.0F);
    view.limit = look.words("rooms.limit", {{"in", std::to_string(in)}, {"limit", std::to_string(limit)}});
    auto& tone = view.counts.front().tone;
    if (in >= limit) {
        view.kind = ui::Notice::error;
        view.advice = look.words("rooms.full");
        tone = ui::Tone::danger;
    } else if (in * 10 >= limit * 9) {  // Advisory: amber at 90 % (shared/field.md, 1.1).
        view.kind = ui::Notice::warning;
        view.advice = look.words("rooms.nearly_full");
        tone = ui::Tone::warning;
    }
}

void add_arrivals(const Look& look, RoomsView& view) {
    view.by_minute = event::arrivals_by_minute(look.state, look.wall, k_minutes);
    const auto all = std::accumulate(view.by_minute.begin(), view.by_minute.end(), 0);
    const auto most = *std::max_element(view.by_minute.begin(), view.by_minute.end());
    view.arrivals_title = look.words("rooms.arrivals");
    view.arrivals =
        look.words("rooms.arrivals_said", {{"n", std::to_string(all)}, {"most", std::to_string(most)}});
    view.arrivals_from = clock_text(look, look.wall - std::chrono::minutes(k_minutes));
    view.arrivals_to = clock_text(look, look.wall);
}

void add_needs(const Look& look, const event::EveningNumbers& numbers, RoomsView& view) {
    using event::Need;
    struct Kind {
        Need need;
        ui::Icon icon;
    };
    const auto waits = event::who_waits(look.state);
    const auto hungry = static_cast<long>(event::meals_now(look.state).waiting.size());
    for (const auto& [need, icon] :
         {Kind{Need::interpretation, ui::Icon::headset}, Kind{Need::food, ui::Icon::food},
          Kind{Need::ride, ui::Icon::car}, Kind{Need::access, ui::Icon::seat}}) {
        const auto asked = numbers.needs.find(need);
        if (asked == numbers.needs.end()) continue;
        const long waiting = need == Need::food
                                 ? hungry
                                 : std::count_if(waits.begin(), waits.end(),
                                                 [need = need](const auto& one) { return one.need == need; });
        const std::string word(event::text_of(need));
        view.needs.push_back({.id = "rooms.need." + word,
                              .label = look.words("needs." + word),
                              .waits = waiting > 0 ? look.words.count("rooms.need_waits", waiting) : "",
                              .number = std::to_string(asked->second),
                              .icon = icon});
    }
    if (!view.needs.empty()) view.needs_title = look.words("rooms.needs");
}

std::string languages_of(const Look& look, const event::EveningNumbers& numbers) {
    std::string line;
    for (const auto& language : numbers.languages)
        line +=
            (line.empty() ? "" : " · ") + ui::own_name(language.tag) + " " + std::to_string(language.people);
    return line.empty() ? "" : look.words("close.languages", {{"what", line}});
}

// How they are, and nothing to be done about it here: that is the other board's.
std::vector<TabletRowView> tablets_of(const Look& look) {
    std::vector<TabletRowView> rows{own_tablet_row(look)};
    for (auto& row : tablet_rows(look)) {
        row.call_lost.clear();
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

RoomsView rooms_view(const Look& look) {
    const auto& words = look.words;
    const auto count = look.state.count();
    const auto numbers = event::evening_numbers(look.state);
    const int in_care = count.children_dropped_off - count.children_picked_up;
    RoomsView view{
        .furniture = staff_furniture(look, "rooms"),
        .title = words("rooms.title"),
        .limit = {},
        .advice = {},
        .rooms_title = words("rooms.childcare"),
        .languages = languages_of(look, numbers),
        .needs_title = {},
        .tablets_title = words("rooms.tablets"),
        .set_limit = {},
        .limit_label = {},
        .limit_typed = {},
        .save = {},
        .arrivals_title = {},
        .arrivals = {},
        .arrivals_from = {},
        .arrivals_to = {},
        .by_minute = {},
        .counts = {{"rooms.all", std::to_string(count.in_the_room()), words("rooms.all"), {}},
                   {"rooms.adults", std::to_string(numbers.adults), words("close.adults"), {}},
                   {"rooms.minors", std::to_string(numbers.children), words("close.minors"), {}},
                   {"rooms.anonymous", std::to_string(count.anonymous), words("rooms.anonymous"), {}},
                   {"rooms.new", std::to_string(count.signed_up), words("rooms.new"), {}},
                   {"rooms.in_care", std::to_string(in_care), words("rooms.in_care"), {}}},
        .needs = {},
        .rooms = room_lines(look),
        .tablets = tablets_of(look),
        .can_go = !look.model.waiting};
    if (count.left > 0)
        view.counts.push_back({"rooms.left", std::to_string(count.left), words("rooms.left"), {}});
    view.minds_children = minds_children(look.model);
    if (!view.minds_children && look.state.event().childcare_rooms.empty()) view.rooms.clear();
    add_limit(look, count.in_the_room(), view);
    add_arrivals(look, view);
    add_needs(look, numbers, view);
    return view;
}

namespace {

using Touched = std::optional<Action>;

Touched draw_limit(ui::Ui& ui, RoomsView& view) {
    Touched action;
    if (view.has_limit) {
        ui.text(view.limit, {.id = "rooms.limit_text"});
        ui.progress("rooms.limit", view.part, view.limit);
    }
    if (view.set_limit.empty()) return action;
    if (!view.asks_limit) {
        if (ui.button("rooms.set_limit", view.set_limit, {.look = ui::Look::quiet, .icon = ui::Icon::edit}))
            action = Action{Intent::ask_limit};
        return action;
    }
    ui.row({.weights = {1, 0}, .across = ui::Align::end}, [&] {
        if (ui.field("rooms.limit_field", view.limit_typed,
                     {.kind = ui::FieldKind::digits, .label = view.limit_label, .take_focus = true}) !=
            ui::Edit::none)
            action = Action{Intent::edit_limit, view.limit_typed};
        if (ui.button(
                "rooms.save", view.save,
                {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_go, .wide = false}))
            action = Action{Intent::limit_ready};
    });
    return action;
}

void draw_arrivals(ui::Ui& ui, const RoomsView& view) {
    ui.heading("rooms.arrivals", view.arrivals_title, ui::TextStyle::heading);
    ui.bars("rooms.chart", {.values = view.by_minute, .label = view.arrivals_title, .spoken = view.arrivals});
    ui.row({.weights = {1, 1}}, [&] {
        ui.text(view.arrivals_from, {.tone = ui::Tone::soft, .id = "rooms.arrivals_from"});
        ui.text(view.arrivals_to,
                {.tone = ui::Tone::soft, .align = ui::Align::end, .id = "rooms.arrivals_to"});
    });
    ui.text(view.arrivals, {.id = "rooms.arrivals_said"});
}

Touched draw_needs(ui::Ui& ui, const RoomsView& view) {
    Touched action;
    if (!view.languages.empty()) ui.text(view.languages, {.id = "rooms.languages"});
    if (view.needs.empty()) return action;
    ui.heading("rooms.needs", view.needs_title, ui::TextStyle::heading);
    for (const auto& need : view.needs) {
        const auto tap = ui.list_row(need.id, need.label,
                                     {.icon = need.icon,
                                      .detail = need.waits,
                                      .trailing = need.number,
                                      .trailing_tone = ui::Tone::accent});
        if (tap == ui::RowTap::row)
            action = Action{Intent::open_page, need.id == "rooms.need.food" ? "food" : "waits"};
    }
    return action;
}

Touched draw_rooms(ui::Ui& ui, const RoomsView& view) {
    Touched toggled;
    if (view.rooms.empty()) return toggled;
    ui.heading("rooms.childcare", view.rooms_title, ui::TextStyle::heading);
    int place = 0;
    for (const auto& room : view.rooms) {
        const std::string toggle = "rooms.toggle." + std::to_string(++place);
        const auto tap = ui.list_row("rooms.room." + room.name, room.name,
                                     {.icon = ui::Icon::meeting_room,
                                      .trailing = room.places,
                                      .trailing_tone = room.tone,
                                      .action_id = view.minds_children ? toggle : "",
                                      .action_label = room.toggle,
                                      .opens = false});
        if (tap == ui::RowTap::action) toggled = Action{Intent::toggle_room, room.room};
    }
    return toggled;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, RoomsView view) {
    Touched action;
    const auto take = [&](const Touched& tapped) {
        if (tapped) action = tapped;
    };
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("rooms.title", view.title, ui::TextStyle::heading);
        if (!view.advice.empty()) ui.banner("rooms.advice", view.advice, view.kind);
        ui.row_or_column({.weights = {1, 1}, .gap_mm = 8}, [&] {
            ui.column({}, [&] {
                ui.grid(25, [&] {
                    for (const auto& count : view.counts)
                        ui.stat(count.id, count.number, count.label, count.tone);
                });
                take(draw_limit(ui, view));
                take(draw_needs(ui, view));
            });
            ui.column({}, [&] {
                draw_arrivals(ui, view);
                take(draw_rooms(ui, view));
                ui.heading("rooms.tablets", view.tablets_title, ui::TextStyle::heading);
                draw_tablet_rows(ui, view.tablets, true, "rooms.tablet.");
            });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
