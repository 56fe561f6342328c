#include "kiosk/screens/staff/roll_call.h"

#include <algorithm>

#include "kiosk/screens/staff/desk.h"

namespace welcome::kiosk::screens {

namespace {

// How old what this tablet knows of the others' may be.
std::string shared_text(const Look& look) {
    std::optional<event::Instant> last;
    for (const auto& tablet : look.model.others.tablets) {
        if (tablet.last_seen != sync::Instant{} && (!last || *last < tablet.last_seen))
            last = tablet.last_seen;
    }
    return last ? look.words("rollcall.shared", {{"time", clock_text(look, *last)}})
                : look.words("rollcall.alone");
}

bool is_ticked(const Look& look, const event::Stay& stay) {
    const auto& ticks = std::get<RollCall>(look.model.screen).ticks;
    const auto mine = ticks.find(stay.id);
    return mine == ticks.end() ? look.state.is_ticked_off(stay) : mine->second;
}

}  // namespace

RollCallView roll_call_view(const Look& look) {
    const auto& words = look.words;
    RollCallView view{.furniture = staff_furniture(look, "rollcall", true),
                      .title = words("rollcall.title"),
                      .print = words("rollcall.print"),
                      .count = {},
                      .as_of = words("rollcall.as_of"),
                      .shared = shared_text(look),
                      .again = words("rollcall.again"),
                      .question = {},
                      .yes = words("rollcall.again_yes"),
                      .no = words("rollcall.keep"),
                      .children = {}};
    if (!minds_children(look.model)) return view;
    if (std::get<RollCall>(look.model.screen).asks_again) view.question = words("rollcall.again_ask");
    for (const auto* stay : look.state.roll_call()) {
        std::string detail = child_line(look, *stay);
        if (!stay->request.contact.empty()) detail += " · " + stay->request.contact;
        const bool seen = is_ticked(look, *stay);
        view.children.push_back({stay->id.text(), stay->request.first_name, std::move(detail),
                                 seen && stay->seen ? clock_text(look, stay->seen->at) : "", seen});
    }
    const auto ticked = std::count_if(view.children.begin(), view.children.end(),
                                      [](const RollCallView::Child& child) { return child.seen; });
    view.count = words("rollcall.count",
                       {{"seen", std::to_string(ticked)}, {"all", std::to_string(view.children.size())}});
    return view;
}

namespace {

std::optional<Action> draw_foot(ui::Ui& ui, const RollCallView& view) {
    std::optional<Action> action;
    if (!view.question.empty()) ui.banner("rollcall.question", view.question, ui::Notice::warning);
    ui.row({}, [&] {
        if (view.question.empty()) {
            if (ui.button("rollcall.again", view.again, {.icon = ui::Icon::redo}))
                action = Action{Intent::ask_roll_call_again};
            if (ui.button("rollcall.print", view.print, {.icon = ui::Icon::print}))
                action = Action{Intent::print_roll_call};
            return;
        }
        if (ui.button("rollcall.keep", view.no, {.look = ui::Look::primary}))
            action = Action{Intent::keep_roll_call};
        if (ui.button("rollcall.again_yes", view.yes, {.icon = ui::Icon::redo}))
            action = Action{Intent::begin_roll_call};
    });
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, const RollCallView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("rollcall.title", view.title, ui::TextStyle::heading);
        ui.text(view.count, {.style = ui::TextStyle::heading, .id = "rollcall.count"});
        ui.text(view.as_of, {.tone = ui::Tone::soft, .id = "rollcall.as_of"});
        ui.text(view.shared, {.tone = ui::Tone::soft, .id = "rollcall.shared"});
        int place = 0;
        for (const auto& child : view.children) {
            const auto tap =
                ui.list_row("rollcall.child." + std::to_string(++place), child.name,
                            {.icon = child.seen ? ui::Icon::checkbox_ticked : ui::Icon::checkbox_empty,
                             .detail = child.detail,
                             .trailing = child.trailing,
                             .trailing_tone = ui::Tone::success});
            if (tap == ui::RowTap::row) action = Action{Intent::tick_off, child.stay};
        }
        ui.dock_bottom([&] {
            if (const auto tapped = draw_foot(ui, view)) action = tapped;
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
