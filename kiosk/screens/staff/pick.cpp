#include "kiosk/screens/staff/pick.h"

namespace welcome::kiosk::screens {

namespace {
constexpr std::size_t k_most_found = 6;
}

PickView pick_view(const Look& look, const event::FindIndex& index) {
    const auto& words = look.words;
    const auto& pick = std::get<Pick>(look.model.screen);
    const auto* person = look.state.person(pick.person);
    const std::string name = person ? person->first_name() : "";
    PickView view{
        .furniture = staff_furniture(look, "pick", true),
        .title = words(pick.same_person ? "pick.same" : "pick.family", {{"name", name}}),
        .search_label = words("table.search"),
        .search_hint = words("table.search_hint"),
        .query = pick.query,
        .nobody = {},
        .add = pick.same_person ? "" : words("pick.new"),
        .rows = found_rows(look, index, pick.query, k_most_found, person ? person->id : pick.person),
        .can_go = !look.model.waiting};
    if (view.rows.empty() && !pick.query.empty()) view.nobody = words("pick.nobody");
    return view;
}

namespace {

std::optional<Action> draw_rows(ui::Ui& ui, const PickView& view) {
    std::optional<Action> action;
    int place = 0;
    ui.grid(85, [&] {
        for (const auto& row : view.rows) {
            const auto tap = ui.list_row("pick.result." + std::to_string(++place), row.name,
                                         {.icon = icon_of(row),
                                          .detail = row.detail,
                                          .trailing = row.trailing,
                                          .trailing_tone = ui::Tone::success,
                                          .enabled = view.can_go});
            if (tap == ui::RowTap::row) action = Action{Intent::pick_person, row.person};
        }
    });
    if (!view.nobody.empty()) ui.text(view.nobody, {.tone = ui::Tone::soft, .id = "pick.nobody"});
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, PickView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("pick.title", view.title, ui::TextStyle::heading);
        if (ui.field("pick.search", view.query,
                     {.kind = ui::FieldKind::search,
                      .label = view.search_label,
                      .placeholder = view.search_hint,
                      .take_focus = view.query.empty()}) == ui::Edit::changed)
            action = Action{Intent::edit_query, view.query};
        if (const auto tapped = draw_rows(ui, view)) action = tapped;
        if (!view.add.empty() &&
            ui.button("pick.new", view.add, {.icon = ui::Icon::add_person, .enabled = view.can_go}))
            action = Action{Intent::open_add};
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
