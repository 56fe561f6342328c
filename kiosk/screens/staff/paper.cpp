#include "kiosk/screens/staff/paper.h"

#include <algorithm>

#include "kiosk/event/sheet.h"

namespace welcome::kiosk::screens {

namespace {

constexpr std::size_t k_most_found = 4;

void add_sheets(const Look& look, PaperView& view) {
    const auto& words = look.words;
    const auto& paper = std::get<Paper>(look.model.screen);
    view.title = words("paper.title");
    view.lead = words("paper.lead");
    view.number_label = words("paper.number");
    view.number = paper.number;
    view.open = words("paper.open");
    for (const int number : look.state.sheets()) {
        const auto rows = static_cast<long>(look.state.sheet(number).size());
        view.sheets.push_back({.number = std::to_string(number),
                               .title = words("paper.sheet", {{"number", std::to_string(number)}}),
                               .detail = words.count("paper.rows", rows)});
    }
}

void add_rows(const Look& look, const Paper& paper, PaperView& view) {
    for (const auto& entered : look.state.sheet(paper.sheet)) {
        const auto* person = look.state.person(entered.person);
        const int company = entered.more_adults + entered.more_children;
        view.rows.push_back(
            {.row = entered.row,
             .text = look.words("paper.entered", {{"row", std::to_string(entered.row)},
                                                  {"name", person ? person->full_name : "?"}}),
             .trailing = company > 0 ? "+" + std::to_string(company) : "",
             .is_now = entered.row == paper.row});
    }
    std::reverse(view.rows.begin(), view.rows.end());  // What was written last is looked at first.
}

void add_row_form(const Look& look, const event::FindIndex& index, PaperView& view) {
    const auto& words = look.words;
    const auto& paper = std::get<Paper>(look.model.screen);
    view.is_open = true;
    view.row = paper.row;
    view.title = words("paper.sheet", {{"number", std::to_string(paper.sheet)}});
    view.row_title = words(
        "paper.row", {{"row", std::to_string(paper.row)}, {"rows", std::to_string(event::k_sheet_rows)}});
    view.name_label = words("paper.name");
    view.name_hint = words("paper.name_hint");
    view.name = paper.name;
    if (paper.name.find_first_not_of(' ') != std::string::npos)
        view.add = words("paper.add", {{"name", paper.name}});
    view.adults = words("new.adults");
    view.children = words("new.children");
    view.more_adults = paper.more_adults;
    view.more_children = paper.more_children;
    view.empty_row = words("paper.empty_row");
    view.close = words("paper.close");
    view.found = found_rows(look, index, paper.name, k_most_found, std::nullopt);
    add_rows(look, paper, view);
}

}  // namespace

PaperView paper_view(const Look& look, const event::FindIndex& index) {
    PaperView view;
    view.furniture = staff_furniture(look, "paper", true);
    view.can_go = !look.model.waiting;
    if (std::get<Paper>(look.model.screen).sheet == 0) {
        add_sheets(look, view);
    } else {
        add_row_form(look, index, view);
    }
    return view;
}

namespace {

std::optional<Action> draw_sheets(ui::Ui& ui, PaperView& view) {
    std::optional<Action> action;
    ui.heading("paper.title", view.title, ui::TextStyle::heading);
    ui.text(view.lead, {.tone = ui::Tone::soft, .id = "paper.lead"});
    ui.row({.weights = {1, 0}, .across = ui::Align::end}, [&] {
        const auto edit = ui.field("paper.number", view.number,
                                   {.kind = ui::FieldKind::digits,
                                    .label = view.number_label,
                                    .most_characters = 4,
                                    .take_focus = true});
        if (edit == ui::Edit::changed) action = Action{Intent::edit_sheet, view.number};
        const bool tapped = ui.button("paper.open", view.open, {.look = ui::Look::primary, .wide = false});
        if (tapped || edit == ui::Edit::submitted) action = Action{Intent::open_sheet};
    });
    int place = 0;
    for (const auto& sheet : view.sheets) {
        const auto tap = ui.list_row("paper.sheet." + std::to_string(++place), sheet.title,
                                     {.icon = ui::Icon::edit, .detail = sheet.detail});
        if (tap == ui::RowTap::row) action = Action{Intent::open_sheet, sheet.number};
    }
    return action;
}

std::optional<Action> draw_found(ui::Ui& ui, const PaperView& view) {
    std::optional<Action> action;
    int place = 0;
    for (const auto& row : view.found) {
        const auto tap = ui.list_row("paper.result." + std::to_string(++place), row.name,
                                     {.icon = icon_of(row),
                                      .detail = row.detail,
                                      .trailing = row.trailing,
                                      .trailing_tone = ui::Tone::success,
                                      .enabled = view.can_go});
        if (tap == ui::RowTap::row) action = Action{Intent::row_person, row.person};
    }
    if (!view.add.empty() &&
        ui.button("paper.add", view.add, {.icon = ui::Icon::add_person, .enabled = view.can_go}))
        action = Action{Intent::row_new};
    return action;
}

std::optional<Action> draw_form(ui::Ui& ui, PaperView& view) {
    std::optional<Action> action;
    ui.heading("paper.row", view.row_title, ui::TextStyle::heading);
    // A field for each row: the next one is ready to be typed into as soon as it stands there.
    const auto edit = ui.field("paper.name." + std::to_string(view.row), view.name,
                               {.kind = ui::FieldKind::search,
                                .label = view.name_label,
                                .placeholder = view.name_hint,
                                .take_focus = true});
    if (edit == ui::Edit::changed) action = Action{Intent::edit_name, view.name};
    if (const auto tapped = draw_found(ui, view)) action = tapped;
    ui.row({}, [&] {
        if (const auto adults =
                ui.stepper("paper.adults", view.adults, view.more_adults, {.icon = ui::Icon::person}))
            action = Action{Intent::set_adults, {}, *adults};
        if (const auto children =
                ui.stepper("paper.children", view.children, view.more_children, {.icon = ui::Icon::child}))
            action = Action{Intent::set_children, {}, *children};
    });
    ui.row({}, [&] {
        if (ui.button("paper.empty_row", view.empty_row, {.look = ui::Look::quiet}))
            action = Action{Intent::row_empty};
        if (ui.button("paper.close", view.close, {.look = ui::Look::quiet, .icon = ui::Icon::check}))
            action = Action{Intent::close_sheet};
    });
    return action;
}

std::optional<Action> draw_entered(ui::Ui& ui, const PaperView& view) {
    std::optional<Action> action;
    ui.heading("paper.title", view.title, ui::TextStyle::heading);
    for (const auto& row : view.rows) {
        const auto tap =
            ui.list_row("paper.row." + std::to_string(row.row), row.text,
                        {.icon = ui::Icon::check, .trailing = row.trailing, .selected = row.is_now});
        if (tap == ui::RowTap::row) action = Action{Intent::open_row, {}, row.row};
    }
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, PaperView view) {
    std::optional<Action> action;
    const auto take = [&](const std::optional<Action>& tapped) {
        if (tapped) action = tapped;
    };
    const auto around = draw_page(ui, view.furniture, [&] {
        if (!view.is_open) return take(draw_sheets(ui, view));
        ui.row_or_column({.weights = {3, 2}, .gap_mm = 8}, [&] {
            ui.column({}, [&] { take(draw_form(ui, view)); });
            ui.column({}, [&] { take(draw_entered(ui, view)); });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
