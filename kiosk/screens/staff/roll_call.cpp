#include "kiosk/screens/staff/roll_call.h"

#include <algorithm>

#include "kiosk/screens/staff/desk.h"

namespace welcome::kiosk::screens {

RollCallView roll_call_view(const Look& look) {
    const auto& words = look.words;
    const auto& seen = std::get<RollCall>(look.model.screen).seen;
    RollCallView view{.furniture = staff_furniture(look, "rollcall", true),
                      .title = words("rollcall.title"),
                      .print = words("rollcall.print"),
                      .count = {},
                      .as_of = words("rollcall.as_of"),
                      .missing = {},
                      .children = {}};
    if (!minds_children(look.model)) return view;
    for (const auto* stay : look.state.roll_call()) {
        std::string detail = child_line(look, *stay);
        if (!stay->request.contact.empty()) detail += " · " + stay->request.contact;
        view.children.push_back(
            {stay->id.text(), stay->request.first_name, std::move(detail), seen.contains(stay->id)});
    }
    const auto ticked = std::count_if(view.children.begin(), view.children.end(),
                                      [](const RollCallView::Child& child) { return child.seen; });
    view.count = words("rollcall.count",
                       {{"seen", std::to_string(ticked)}, {"all", std::to_string(view.children.size())}});
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const RollCallView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("rollcall.title", view.title, ui::TextStyle::heading);
        ui.text(view.count, {.style = ui::TextStyle::heading, .id = "rollcall.count"});
        ui.text(view.as_of, {.tone = ui::Tone::soft, .id = "rollcall.as_of"});
        int place = 0;
        for (const auto& child : view.children) {
            const auto tap =
                ui.list_row("rollcall.child." + std::to_string(++place), child.name,
                            {.icon = child.seen ? ui::Icon::checkbox_ticked : ui::Icon::checkbox_empty,
                             .detail = child.detail});
            if (tap == ui::RowTap::row) action = Action{Intent::tick_off, child.stay};
        }
        ui.dock_bottom([&] {
            if (ui.button("rollcall.print", view.print, {.icon = ui::Icon::print}))
                action = Action{Intent::print_roll_call};
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
