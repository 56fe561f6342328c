#include "kiosk/screens/guest/who_is_here.h"

namespace welcome::kiosk::screens {

namespace {

WhoIsHereView::Row row_of(const Look& look, const WhoIsHere& who, const event::Person& person) {
    WhoIsHereView::Row row{person.id.text(), person.short_name(), {}, who.ticked.contains(person.id), true};
    if (person.attendance && who.by_code) {
        row.detail = look.words("who.already_in", {{"time", clock_text(look, person.attendance->at)}});
        row.ticked = true;
        row.enabled = false;
    } else if (person.is_child) {
        row.detail = look.words("who.child");
    }
    return row;
}

// What is asked, by who is here already.
void add_question(const Look& look, const WhoIsHere& who, const event::Person& first, WhoIsHereView& view) {
    const auto& words = look.words;
    const bool is_in = who.by_code && first.attendance.has_value();
    view.title = words("who.title", {{"name", first.short_name()}});
    if (is_in) {
        view.lead = words("who.lead_back", {{"time", clock_text(look, first.attendance->at)}});
        view.yes = who.ticked.empty() ? words("who.nobody_else") : words("furniture.yes");
    } else {
        const bool family = who.people.size() > 1;
        view.lead = family ? words("who.lead_family") : words("who.lead_one");
        view.yes = family ? words("who.yes_us") : words("who.yes_me");
    }
    view.can_confirm = (is_in || !who.ticked.empty()) && !look.model.waiting;
}

}  // namespace

WhoIsHereView who_is_here_view(const Look& look) {
    const auto& words = look.words;
    const auto& who = std::get<WhoIsHere>(look.model.screen);
    WhoIsHereView view{.furniture = guest_furniture(look, "who"),
                       .title = {},
                       .lead = {},
                       .yes = words("who.yes_me"),
                       .not_me = words("who.not_me"),
                       .adults = words("new.adults"),
                       .children = words("new.children"),
                       .rows = {},
                       .more_adults = who.more_adults,
                       .more_children = who.more_children};
    // One person is asked by name in the title; a row of one would ask twice.
    for (const auto& id : who.people) {
        if (who.people.size() == 1) break;
        if (const auto* person = look.state.person(id)) view.rows.push_back(row_of(look, who, *person));
    }
    if (const auto* first = look.state.person(who.people.front())) add_question(look, who, *first, view);
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const WhoIsHereView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("who.title", view.title);
        ui.text(view.lead, {.style = ui::TextStyle::lead, .id = "who.lead"});
        ui.grid(80, [&] {
            int place = 0;
            for (const auto& row : view.rows) {
                if (ui.tick_row("who.person." + std::to_string(++place), row.name, row.ticked,
                                {.detail = row.detail, .enabled = row.enabled}))
                    action = Action{Intent::toggle_person, row.id};
            }
        });
        ui.row_or_column({}, [&] {
            if (const auto adults =
                    ui.stepper("who.adults", view.adults, view.more_adults, {.icon = ui::Icon::person}))
                action = Action{Intent::set_adults, {}, *adults};
            if (const auto children =
                    ui.stepper("who.children", view.children, view.more_children, {.icon = ui::Icon::child}))
                action = Action{Intent::set_children, {}, *children};
        });
        ui.dock_bottom([&] {
            ui.row({}, [&] {
                if (ui.button("who.not_me", view.not_me, {})) action = Action{Intent::not_me};
                if (ui.button(
                        "who.yes", view.yes,
                        {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_confirm}))
                    action = Action{Intent::confirm_people};
            });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
