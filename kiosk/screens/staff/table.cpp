#include "kiosk/screens/staff/table.h"

#include "kiosk/event/decide_taking_part.h"
#include "kiosk/screens/staff/line.h"
#include "kiosk/screens/staff/waits.h"

namespace welcome::kiosk::screens {

namespace {

constexpr std::size_t k_most_found = 6;
constexpr std::size_t k_last_deeds = 5;

}  // namespace

FoundRow found_row(const Look& look, const event::Person& person) {
    const auto family = static_cast<long>(look.state.household_of(person.id).size());
    std::string detail = person.is_child ? look.words("who.child") : "";
    const std::string more =
        family > 1 ? look.words.count("table.family", family) : masked_phone(person.phone);
    if (!detail.empty() && !more.empty()) detail += " · ";
    return {.person = person.id.text(),
            .name = person.full_name,
            .detail = detail + more,
            .trailing = in_since(look, person),
            .is_in = person.attendance.has_value(),
            .is_child = person.is_child};
}

std::vector<FoundRow> found_rows(const Look& look, const event::FindIndex& index, const std::string& query,
                                 std::size_t most, const std::optional<PersonId>& but) {
    std::vector<FoundRow> rows;
    if (query.find_first_not_of(' ') == std::string::npos) return rows;
    for (const auto& one : index.find(query, most + (but ? 1 : 0))) {
        if (const auto* person = look.state.person(one.person);
            person && person->id != but && rows.size() < most)
            rows.push_back(found_row(look, *person));
    }
    return rows;
}

ui::Icon icon_of(const FoundRow& row) {
    if (row.is_in) return ui::Icon::check_circle;
    return row.is_child ? ui::Icon::child : ui::Icon::person;
}

std::string in_since(const Look& look, const event::Person& person) {
    if (!person.attendance) return {};
    return look.words("card.in_since", {{"time", clock_text(look, person.attendance->at)}});
}

namespace {

// Quietly, and to the lead alone: the guest's own screen says nothing of it.
void add_noted(const Look& look, TableView& view) {
    if (!is_lead(look.model)) return;
    for (const auto* person : event::to_be_greeted(look.state)) {
        const bool press = person->part.role == event::GuestRole::press;
        view.noted.push_back(
            {person->id.text(),
             look.words(press ? "table.noted_press" : "table.noted_vip",
                        {{"name", person->full_name}, {"time", clock_text(look, person->attendance->at)}}),
             press});
    }
}

}  // namespace

TableView table_view(const Look& look, const event::FindIndex& index) {
    const auto& words = look.words;
    const auto& table = std::get<Table>(look.model.screen);
    TableView view{.furniture = staff_furniture(look, "table"),
                   .search_label = words("table.search"),
                   .search_hint = words("table.search_hint"),
                   .query = table.query,
                   .add = words("table.add"),
                   .nobody = {},
                   .deeds_title = words("table.deeds"),
                   .all_deeds = words("table.all_deeds"),
                   .helper = look.model.helper_wanted ? words("table.helper_wanted") : "",
                   .helper_seen = words("table.helper_seen"),
                   .check_in = words("card.check_in"),
                   .noted = {},
                   .noted_seen = words("table.noted_seen"),
                   .rows = found_rows(look, index, table.query, k_most_found, std::nullopt),
                   .deeds = deed_rows(look, k_last_deeds),
                   .undo = undo_view(look),
                   .shows_deeds = table.query.empty(),
                   .can_go = !look.model.waiting};
    add_noted(look, view);
    view.alerts = alerts_view(look);
    view.line = line_alarm(look);
    view.waits = waits_alarm(look);
    view.waits_open = words("table.waits_open");
    const auto count = look.state.count();
    view.left = count.left;
    view.left_label = words("table.left");
    view.in_room = count.in_the_room();
    if (view.rows.empty() && !table.query.empty()) view.nobody = words("table.nobody");
    return view;
}

namespace {

std::optional<Action> draw_results(ui::Ui& ui, const TableView& view) {
    std::optional<Action> action;
    int place = 0;
    ui.grid(85, [&] {
        for (const auto& row : view.rows) {
            const std::string id = "table.result." + std::to_string(++place);
            const auto tap = ui.list_row(id, row.name,
                                         {.icon = icon_of(row),
                                          .detail = row.detail,
                                          .trailing = row.trailing,
                                          .trailing_tone = ui::Tone::success,
                                          .action_id = row.is_in ? "" : id + ".check_in",
                                          .action_label = view.check_in,
                                          .action_icon = ui::Icon::check,
                                          .action_look = ui::Look::primary});
            if (tap == ui::RowTap::row) action = Action{Intent::open_person, row.person};
            if (tap == ui::RowTap::action && view.can_go)
                action = Action{Intent::check_in_person, row.person};
        }
    });
    if (!view.nobody.empty()) ui.banner("table.nobody", view.nobody);
    return action;
}

std::optional<Action> draw_find(ui::Ui& ui, TableView& view) {
    std::optional<Action> action;
    ui.row({.weights = {1, 0}, .across = ui::Align::end}, [&] {
        if (ui.field("table.search", view.query,
                     {.kind = ui::FieldKind::search,
                      .label = view.search_label,
                      .placeholder = view.search_hint,
                      .take_focus = true}) == ui::Edit::changed)
            action = Action{Intent::edit_query, view.query};
        if (ui.button("table.add", view.add, {.icon = ui::Icon::add_person, .wide = false}))
            action = Action{Intent::open_add};
    });
    return action;
}

// The room's own count: one tap when somebody goes home, one when they come back.
std::optional<Action> draw_left(ui::Ui& ui, const TableView& view) {
    std::optional<Action> action;
    const auto left = ui.stepper("table.left", view.left_label, view.left,
                                 {.most = view.left + view.in_room, .icon = ui::Icon::home});
    if (left && view.can_go) action = Action{Intent::someone_left, {}, *left - view.left};
    return action;
}

std::optional<Action> draw_last(ui::Ui& ui, const TableView& view) {
    std::optional<Action> action;
    ui.heading("table.deeds", view.deeds_title, ui::TextStyle::heading);
    if (const auto tapped = draw_deeds(ui, "table.deed", view.deeds)) action = tapped;
    if (ui.button("table.all_deeds", view.all_deeds, {.look = ui::Look::quiet, .icon = ui::Icon::history}))
        action = Action{Intent::open_deeds};
    return action;
}

std::optional<Action> draw_noted(ui::Ui& ui, const TableView& view) {
    std::optional<Action> action;
    int place = 0;
    for (const auto& noted : view.noted) {
        const std::string id = "table.noted." + std::to_string(++place);
        ui.row({.weights = {1, 0}, .across = ui::Align::centre}, [&] {
            ui.banner(id, noted.text, noted.is_press ? ui::Notice::press : ui::Notice::info);
            if (ui.button(id + ".seen", view.noted_seen, {.wide = false}) && view.can_go)
                action = Action{Intent::greet, noted.person};
        });
    }
    return action;
}

std::optional<Action> draw_waits(ui::Ui& ui, const TableView& view) {
    std::optional<Action> action;
    ui.row({.weights = {1, 0}, .across = ui::Align::centre}, [&] {
        ui.banner("table.waits", view.waits);
        if (ui.button("table.waits.open", view.waits_open, {.wide = false}))
            action = Action{Intent::open_page, "waits"};
    });
    return action;
}

std::optional<Action> draw_helper(ui::Ui& ui, const TableView& view) {
    std::optional<Action> action;
    ui.row({.weights = {1, 0}, .across = ui::Align::centre}, [&] {
        ui.banner("table.helper", view.helper, ui::Notice::warning);
        if (ui.button("table.helper_seen", view.helper_seen, {.wide = false}))
            action = Action{Intent::helper_seen};
    });
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, TableView view) {
    std::optional<Action> action;
    const auto take = [&](const std::optional<Action>& tapped) {
        if (tapped) action = tapped;
    };
    const auto around = draw_page(ui, view.furniture, [&] {
        if (!view.helper.empty()) take(draw_helper(ui, view));
        take(draw_alerts(ui, view.alerts));
        take(draw_noted(ui, view));
        if (!view.line.empty()) ui.banner("table.line", view.line, ui::Notice::warning);
        if (!view.waits.empty()) take(draw_waits(ui, view));
        take(draw_find(ui, view));
        take(draw_results(ui, view));
        if (view.shows_deeds) {
            take(draw_left(ui, view));
            take(draw_last(ui, view));
        }
    });
    if (auto answer = draw_undo(ui, view.undo)) return answer;
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
