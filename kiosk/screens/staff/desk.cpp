#include "kiosk/screens/staff/desk.h"

#include <algorithm>

namespace welcome::kiosk::screens {

namespace {

using namespace std::chrono_literals;

constexpr auto k_clocks_differ = 5min;  // shared/childcare.md, "clock wrong"

void add_part(std::string& line, const std::string& part) {
    if (part.empty()) return;
    if (!line.empty()) line += " · ";
    line += part;
}

// By the order of things, which a wrong clock does not change; beside it what that tablet's own clock said.
DeskView::Child child_of(const Look& look, const event::Stay& stay, const sync::Stamp& stamp,
                         event::Instant by_its_clock) {
    const event::Instant at{std::chrono::milliseconds(stamp.time.wall_ms)};
    const bool clocks_differ = std::chrono::abs(at - by_its_clock) > k_clocks_differ;
    std::string detail = child_line(look, stay);
    if (clocks_differ)
        add_part(detail, look.words("desk.other_clock", {{"time", clock_text(look, by_its_clock)}}));
    return {.stay = stay.id.text(),
            .name = stay.request.first_name,
            .detail = std::move(detail),
            .trailing = clock_text(look, clocks_differ ? at : by_its_clock),
            .careful = !stay.request.allergies.empty()};
}

ui::Tone tone_of(const event::RoomNow& now) {
    const int free = now.places_open();
    if (free < 0 || (now.children > 0 && now.adults < event::k_least_adults)) return ui::Tone::danger;
    return free <= 1 ? ui::Tone::warning : ui::Tone::success;
}

std::string rule_of(const Look& look, const event::RoomNow& now) {
    std::string bands;
    for (const auto band : now.room.bands)
        bands.append(bands.empty() ? "" : ", ").append(event::text_of(band));
    return look.words("desk.rule", {{"ages", bands}, {"n", std::to_string(now.children_to_one())}});
}

// What the colour of a room says, in words.
std::string advice_on(const Look& look, const event::RoomNow& now) {
    if (now.adults < 2) return look.words("desk.two_adults");
    if (now.places_open() < 0) return look.words("desk.too_many");
    if (now.places_open() == 0) return look.words("desk.full");
    return now.places_open() == 1 ? look.words("desk.last_place") : "";
}

// On how many tablets, and when the last of them did so; nothing before the first.
std::string erased_text(const Look& look) {
    const auto tablets = look.state.childcare_erasures();
    if (tablets.empty()) return {};
    const auto last = std::max_element(tablets.begin(), tablets.end(),
                                       [](const auto& one, const auto& other) { return one.at < other.at; });
    const auto day = ui::date_text(last->at, look.state.event().time_zone, look.words.language());
    return look.words("desk.erased", {{"n", std::to_string(tablets.size())},
                                      {"time", day + ", " + clock_text(look, last->at)}});
}

}  // namespace

std::string child_line(const Look& look, const event::Stay& stay) {
    const auto& request = stay.request;
    std::string line(event::text_of(request.band));
    add_part(line, stay.room);
    if (!request.allergies.empty()) add_part(line, look.words("desk.allergy", {{"what", request.allergies}}));
    add_part(line, request.notes);
    if (request.toilet_help) add_part(line, look.words("desk.toilet"));
    if (!request.photo_ok) add_part(line, look.words("desk.no_photo"));
    if (stay.state == event::StayState::waitlisted) add_part(line, look.words("desk.waitlisted"));
    if (stay.paged) add_part(line, look.words("desk.paged", {{"number", std::to_string(request.number)}}));
    return line;
}

std::vector<DeskView::RoomLine> room_lines(const Look& look) {
    std::vector<DeskView::RoomLine> lines;
    for (const auto& now : look.state.rooms()) {
        const auto& words = look.words;
        const bool named = !now.room.name.empty();
        std::string places =
            words(named ? "desk.places" : "desk.children",
                  {{"in", std::to_string(now.children)}, {"places", std::to_string(now.room.places)}});
        if (now.expected > 0) add_part(places, words("desk.expected", {{"n", std::to_string(now.expected)}}));
        if (!now.open) add_part(places, words("desk.room_closed"));
        if (now.open) add_part(places, advice_on(look, now));
        lines.push_back({.room = now.room.name,
                         .name = named ? now.room.name : words("rooms.childcare"),
                         .places = std::move(places),
                         .rule = rule_of(look, now),
                         .adults_label = words("desk.adults"),
                         .toggle = words(now.open ? "desk.close_room" : "desk.open_room"),
                         .adults = now.adults,
                         .tone = tone_of(now)});
    }
    return lines;
}

DeskView desk_view(const Look& look) {
    const auto& words = look.words;
    DeskView view{.furniture = staff_furniture(look, "desk"),
                  .erased = {},
                  .waiting_title = words("desk.waiting"),
                  .in_title = words("desk.in"),
                  .nobody_waits = {},
                  .nobody_in = {},
                  .drop_off = words("desk.drop_off"),
                  .pick_up = words("desk.pick_up"),
                  .roll_call = words("desk.roll_call"),
                  .labels = {},
                  .waiting = {},
                  .in_rooms = {},
                  .rooms = room_lines(look),
                  .alerts = alerts_view(look),
                  .can_go = !look.model.waiting};
    if (!minds_children(look.model)) return view;
    view.erased = erased_text(look);
    if (const int labels = labels_to_see_to(look.model, look.state, look.wall); labels > 0)
        view.labels = look.words.count("desk.labels", labels);
    for (const auto* stay : look.state.stays()) {
        if (stay->waits()) view.waiting.push_back(child_of(look, *stay, stay->asked, stay->requested_at));
        if (stay->state == event::StayState::dropped_off)
            view.in_rooms.push_back(child_of(look, *stay, stay->dropped_off_stamp, *stay->dropped_off_at));
    }
    if (view.waiting.empty()) view.nobody_waits = words("desk.nobody_waits");
    if (view.in_rooms.empty()) view.nobody_in = words("desk.nobody_in");
    return view;
}

namespace {

std::optional<Action> draw_waiting(ui::Ui& ui, const DeskView& view) {
    std::optional<Action> action;
    ui.heading("desk.waiting", view.waiting_title, ui::TextStyle::heading);
    if (!view.nobody_waits.empty())
        ui.text(view.nobody_waits, {.tone = ui::Tone::soft, .id = "desk.nobody_waits"});
    int place = 0;
    for (const auto& child : view.waiting) {
        const std::string number = std::to_string(++place);
        const auto tap = ui.list_row("desk.waiting." + number, child.name,
                                     {.icon = child.careful ? ui::Icon::warning : ui::Icon::child,
                                      .detail = child.detail,
                                      .action_id = "desk.drop_off." + number,
                                      .action_label = view.drop_off,
                                      .action_icon = ui::Icon::check,
                                      .action_look = ui::Look::primary});
        if (tap == ui::RowTap::row) action = Action{Intent::open_child, child.stay};
        if (tap == ui::RowTap::action && view.can_go) action = Action{Intent::drop_off, child.stay};
    }
    return action;
}

std::optional<Action> draw_rooms(ui::Ui& ui, const DeskView& view) {
    std::optional<Action> action;
    int place = 0;
    for (const auto& room : view.rooms) {
        ui.row({.weights = {1, 0}}, [&] {
            ui.text(room.name, {.id = "desk.room." + room.room});
            ui.text(room.places, {.tone = room.tone, .id = "desk.places." + room.room});
        });
        ui.text(room.rule, {.tone = ui::Tone::soft, .id = "desk.rule." + room.room});
        if (const auto adults = ui.stepper("desk.adults." + std::to_string(++place), room.adults_label,
                                           room.adults, {.icon = ui::Icon::person, .enabled = view.can_go}))
            action = Action{Intent::set_room_adults, room.room, *adults};
    }
    return action;
}

std::optional<Action> draw_in_rooms(ui::Ui& ui, const DeskView& view) {
    ui.heading("desk.in", view.in_title, ui::TextStyle::heading);
    auto action = draw_rooms(ui, view);
    if (!view.nobody_in.empty()) ui.text(view.nobody_in, {.tone = ui::Tone::soft, .id = "desk.nobody_in"});
    int place = 0;
    for (const auto& child : view.in_rooms) {
        const auto tap = ui.list_row("desk.in." + std::to_string(++place), child.name,
                                     {.icon = child.careful ? ui::Icon::warning : ui::Icon::child_face,
                                      .detail = child.detail,
                                      .trailing = child.trailing});
        if (tap == ui::RowTap::row) action = Action{Intent::open_child, child.stay};
    }
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, const DeskView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        if (const auto seen = draw_alerts(ui, view.alerts)) action = seen;
        if (!view.erased.empty()) ui.text(view.erased, {.tone = ui::Tone::soft, .id = "desk.erased"});
        ui.row_or_column({.weights = {1, 1}, .gap_mm = 8}, [&] {
            ui.column({}, [&] {
                if (const auto tapped = draw_waiting(ui, view)) action = tapped;
            });
            ui.column({}, [&] {
                if (const auto tapped = draw_in_rooms(ui, view)) action = tapped;
            });
        });
        ui.dock_bottom([&] {
            ui.row({}, [&] {
                if (!view.labels.empty() && ui.button("desk.labels", view.labels, {.icon = ui::Icon::print}))
                    action = Action{Intent::open_labels};
                if (ui.button("desk.roll_call", view.roll_call, {.icon = ui::Icon::group}))
                    action = Action{Intent::open_roll_call};
                if (ui.button("desk.pick_up", view.pick_up,
                              {.look = ui::Look::primary, .icon = ui::Icon::family}))
                    action = Action{Intent::open_pick_up};
            });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
