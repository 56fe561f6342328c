#include "kiosk/screens/staff/food.h"

#include "kiosk/screens/diet_words.h"
#include "kiosk/screens/staff/table.h"

namespace welcome::kiosk::screens {

namespace {

constexpr std::size_t k_most_found = 6, k_most_waiting = 40;

int plates_of(const event::PlateCount& plates, event::Diet diet) {
    const auto found = plates.find(diet);
    return found == plates.end() ? 0 : found->second;
}

std::string of_all(int given, int asked) {
    return std::to_string(given) + " / " + std::to_string(asked);
}

void add_stats(const Look& look, const event::MealsNow& meals, FoodView& view) {
    view.stats.push_back(
        {"food.all", of_all(number_of(meals.given), number_of(meals.asked)), look.words("food.all")});
    for (const auto diet : k_all_diets) {
        const int asked = plates_of(meals.asked, diet), given = plates_of(meals.given, diet);
        if (asked + given > 0)
            view.stats.push_back({"food.of." + std::string(event::text_of(diet)), of_all(given, asked),
                                  look.words(diet_key(diet))});
    }
}

FoodView::Row row_of(const Look& look, const event::Person& person) {
    const auto left = event::plates_left(person);
    FoodView::Row row{.person = person.id.text(),
                      .name = person.full_name,
                      .detail = plates_text(look, left),
                      .trailing = {},
                      .has_all = left.empty() && !person.part.plates_given.empty()};
    if (row.has_all) row.trailing = look.words("food.has_it");
    return row;
}

void add_rows(const Look& look, const event::FindIndex& index, const event::MealsNow& meals, FoodView& view) {
    if (!view.query.empty()) {
        for (const auto& found : found_rows(look, index, view.query, k_most_found, std::nullopt)) {
            const auto id = PersonId::parse(found.person);
            if (const auto* person = id ? look.state.person(*id) : nullptr)
                view.rows.push_back(row_of(look, *person));
        }
        if (view.rows.empty()) view.nothing = look.words("pick.nobody");
        return;
    }
    view.list_title = look.words("food.waiting");
    for (const auto* person : meals.waiting) {
        if (view.rows.size() < k_most_waiting) view.rows.push_back(row_of(look, *person));
    }
    if (view.rows.empty()) view.nothing = look.words("food.nobody");
}

}  // namespace

FoodView food_view(const Look& look, const event::FindIndex& index) {
    const auto& words = look.words;
    const auto meals = event::meals_now(look.state);
    FoodView view{.furniture = staff_furniture(look, "food", true),
                  .title = words("more.food"),
                  .search_label = words("table.search"),
                  .search_hint = words("food.search_hint"),
                  .query = std::get<MealsBoard>(look.model.screen).query,
                  .list_title = {},
                  .nothing = {},
                  .hand_out = words("food.hand_out"),
                  .unnamed_title = words("food.unnamed"),
                  .stats = {},
                  .rows = {},
                  .kinds = {},
                  .can_go = !look.model.waiting};
    add_stats(look, meals, view);
    add_rows(look, index, meals, view);
    for (const auto diet : k_all_diets) {
        const std::string word(event::text_of(diet));
        view.kinds.push_back({"food.plate." + word, word, words(diet_key(diet)), icon_of(diet)});
    }
    return view;
}

namespace {

std::optional<Action> draw_rows(ui::Ui& ui, const FoodView& view) {
    std::optional<Action> action;
    if (!view.list_title.empty()) ui.heading("food.waiting", view.list_title, ui::TextStyle::heading);
    if (!view.nothing.empty()) ui.text(view.nothing, {.tone = ui::Tone::soft, .id = "food.nothing"});
    int place = 0;
    for (const auto& row : view.rows) {
        const std::string id = "food.row." + std::to_string(++place);
        const auto tap = ui.list_row(id, row.name,
                                     {.icon = row.has_all ? ui::Icon::check_circle : ui::Icon::food,
                                      .detail = row.detail,
                                      .trailing = row.trailing,
                                      .trailing_tone = ui::Tone::success,
                                      .action_id = row.has_all ? "" : id + ".do",
                                      .action_label = view.hand_out,
                                      .action_icon = ui::Icon::check,
                                      .action_look = ui::Look::primary});
        if (tap == ui::RowTap::row) action = Action{Intent::open_person, row.person};
        if (tap == ui::RowTap::action && view.can_go) action = Action{Intent::hand_out, row.person};
    }
    return action;
}

std::optional<Action> draw_unnamed(ui::Ui& ui, const FoodView& view) {
    std::optional<Action> action;
    ui.heading("food.unnamed", view.unnamed_title, ui::TextStyle::heading);
    ui.grid(32, [&] {
        for (const auto& kind : view.kinds) {
            if (ui.button(kind.id, kind.label, {.icon = kind.icon, .enabled = view.can_go}))
                action = Action{Intent::hand_out_plate, kind.diet};
        }
    });
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, FoodView view) {
    std::optional<Action> action;
    const auto take = [&](const std::optional<Action>& tapped) {
        if (tapped) action = tapped;
    };
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("food.title", view.title, ui::TextStyle::heading);
        ui.grid(36, [&] {
            for (const auto& one : view.stats) ui.stat(one.id, one.number, one.label);
        });
        if (ui.field("food.search", view.query,
                     {.kind = ui::FieldKind::search,
                      .label = view.search_label,
                      .placeholder = view.search_hint}) == ui::Edit::changed)
            action = Action{Intent::edit_query, view.query};
        take(draw_rows(ui, view));
        take(draw_unnamed(ui, view));
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
