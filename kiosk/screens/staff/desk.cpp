#include "kiosk/screens/staff/desk.h"

#include <algorithm>

namespace welcome::kiosk::screens {

namespace {

void add_part(std::string& line, const std::string& part) {
    if (part.empty()) return;
    if (!line.empty()) line += " · ";
    line += part;
}

DeskView::Child child_of(const Look& look, const event::Stay& stay, event::Instant since) {
    return {.stay = stay.id.text(),
            .name = stay.request.first_name,
            .detail = child_line(look, stay),
            .trailing = clock_text(look, since),
            .careful = !stay.request.allergies.empty()};
}

ui::Tone tone_of(int in, int places) {
    if (places <= 0) return ui::Tone::plain;
    if (in > places) return ui::Tone::danger;
    return places - in <= 1 ? ui::Tone::warning : ui::Tone::success;
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
    return line;
}

std::vector<DeskView::RoomLine> room_lines(const Look& look) {
    const auto stays = look.state.stays();
    std::vector<DeskView::RoomLine> lines;
    for (const auto& room : look.state.event().childcare_rooms) {
        const auto in = std::count_if(stays.begin(), stays.end(), [&](const event::Stay* stay) {
            return stay->state == event::StayState::dropped_off && stay->room == room.name;
        });
        lines.push_back({.name = room.name,
                         .places = look.words("desk.places", {{"in", std::to_string(in)},
                                                              {"places", std::to_string(room.places)}}),
                         .tone = tone_of(static_cast<int>(in), room.places)});
    }
    return lines;
}

DeskView desk_view(const Look& look) {
    const auto& words = look.words;
    DeskView view{.furniture = staff_furniture(look, "desk"),
                  .waiting_title = words("desk.waiting"),
                  .in_title = words("desk.in"),
                  .nobody_waits = {},
                  .nobody_in = {},
                  .drop_off = words("desk.drop_off"),
                  .pick_up = words("desk.pick_up"),
                  .waiting = {},
                  .in_rooms = {},
                  .rooms = room_lines(look),
                  .can_go = !look.model.waiting};
    if (!minds_children(look.model)) return view;
    for (const auto* stay : look.state.stays()) {
        if (stay->state == event::StayState::requested)
            view.waiting.push_back(child_of(look, *stay, stay->requested_at));
        if (stay->state == event::StayState::dropped_off)
            view.in_rooms.push_back(child_of(look, *stay, *stay->dropped_off_at));
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
                                      .action_look = ui::Look::primary,
                                      .opens = false});
        if (tap == ui::RowTap::action && view.can_go) action = Action{Intent::drop_off, child.stay};
    }
    return action;
}

void draw_in_rooms(ui::Ui& ui, const DeskView& view) {
    ui.heading("desk.in", view.in_title, ui::TextStyle::heading);
    for (const auto& room : view.rooms) {
        ui.row({.weights = {1, 0}}, [&] {
            ui.text(room.name, {.id = "desk.room." + room.name});
            ui.text(room.places, {.tone = room.tone, .id = "desk.places." + room.name});
        });
    }
    if (!view.nobody_in.empty()) ui.text(view.nobody_in, {.tone = ui::Tone::soft, .id = "desk.nobody_in"});
    int place = 0;
    for (const auto& child : view.in_rooms) {
        ui.list_row("desk.in." + std::to_string(++place), child.name,
                    {.icon = child.careful ? ui::Icon::warning : ui::Icon::child_face,
                     .detail = child.detail,
                     .trailing = child.trailing,
                     .opens = false});
    }
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, const DeskView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.row_or_column({.weights = {1, 1}, .gap_mm = 8}, [&] {
            ui.column({}, [&] {
                if (const auto tapped = draw_waiting(ui, view)) action = tapped;
            });
            ui.column({}, [&] { draw_in_rooms(ui, view); });
        });
        ui.dock_bottom([&] {
            if (ui.button("desk.pick_up", view.pick_up,
                          {.look = ui::Look::primary, .icon = ui::Icon::family}))
                action = Action{Intent::open_pick_up};
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
