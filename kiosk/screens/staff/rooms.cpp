#include "kiosk/screens/staff/rooms.h"

#include <algorithm>

namespace welcome::kiosk::screens {

namespace {

void add_limit(const Look& look, int in, RoomsView& view) {
    const int limit = look.state.event().room_limit;
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

}  // namespace

RoomsView rooms_view(const Look& look) {
    const auto& words = look.words;
    const auto count = look.state.count();
    const int in_care = count.children_dropped_off - count.children_picked_up;
    RoomsView view{
        .furniture = staff_furniture(look, "rooms"),
        .title = words("rooms.title"),
        .limit = {},
        .advice = {},
        .rooms_title = words("rooms.childcare"),
        .counts = {{"rooms.all", std::to_string(count.in_the_room()), words("rooms.all"), {}},
                   {"rooms.named", std::to_string(count.people_checked_in), words("rooms.named"), {}},
                   {"rooms.company", std::to_string(count.company), words("rooms.company"), {}},
                   {"rooms.anonymous", std::to_string(count.anonymous), words("rooms.anonymous"), {}},
                   {"rooms.new", std::to_string(count.signed_up), words("rooms.new"), {}},
                   {"rooms.in_care", std::to_string(in_care), words("rooms.in_care"), {}}},
        .rooms = room_lines(look)};
    view.minds_children = minds_children(look.model);
    if (!view.minds_children && look.state.event().childcare_rooms.empty()) view.rooms.clear();
    add_limit(look, count.in_the_room(), view);
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const RoomsView& view) {
    std::optional<Action> toggled;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("rooms.title", view.title, ui::TextStyle::heading);
        if (!view.advice.empty()) ui.banner("rooms.advice", view.advice, view.kind);
        ui.grid(45, [&] {
            for (const auto& count : view.counts) ui.stat(count.id, count.number, count.label, count.tone);
        });
        if (view.has_limit) {
            ui.text(view.limit, {.id = "rooms.limit_text"});
            ui.progress("rooms.limit", view.part, view.limit);
        }
        if (!view.rooms.empty()) {
            ui.heading("rooms.childcare", view.rooms_title, ui::TextStyle::heading);
            int place = 0;
            ui.grid(80, [&] {
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
            });
        }
    });
    return around ? around : toggled;
}

}  // namespace welcome::kiosk::screens
