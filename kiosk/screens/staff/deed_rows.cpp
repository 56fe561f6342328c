#include "kiosk/screens/staff/deed_rows.h"

#include <algorithm>
#include <array>

#include "kiosk/screens/staff/item_words.h"

namespace welcome::kiosk::screens {

namespace {

using ui::Icon;

Icon icon_of(const std::string& kind) {
    constexpr std::array<std::pair<std::string_view, Icon>, 17> icons = {
        {{"item_lent", Icon::headset},
         {"item_returned", Icon::headset},
         {"item_struck_off", Icon::remove},
         {"need_met", Icon::check},
         {"meals_handed_out", Icon::food},
         {"plate_handed_out", Icon::food},
         {"people_merged", Icon::group},
         {"person_corrected", Icon::edit},
         {"checked_in", Icon::check_circle},
         {"came_in", Icon::walk_in},
         {"people_left", Icon::home},
         {"people_came_back", Icon::walk_in},
         {"signed_up", Icon::add_person},
         {"need_raised", Icon::volunteer},
         {"childcare_requested", Icon::child},
         {"child_dropped_off", Icon::child},
         {"child_picked_up", Icon::family}}};
    const auto* found =
        std::find_if(icons.begin(), icons.end(), [&](const auto& one) { return one.first == kind; });
    return found == icons.end() ? Icon::info : found->second;
}

std::string thing_in(const Look& look, const event::Deed& deed) {
    const auto item = deed.item ? look.state.item(*deed.item) : std::nullopt;
    return item ? item_name(look, *item) : "";
}

std::string name_in(const Look& look, const event::Deed& deed) {
    if (const auto* stay = deed.stay ? look.state.stay(*deed.stay) : nullptr)
        return minds_children(look.model) ? stay->request.first_name : look.words("deed.a_child");
    const auto* person = deed.person ? look.state.person(*deed.person) : nullptr;
    return person ? person->full_name : look.words("deed.somebody");
}

}  // namespace

bool may_undo(const Look& look, const FactId& fact) {
    const event::Context asks{.now = {},
                              .staff = look.model.staff ? std::optional(look.model.staff->id) : std::nullopt,
                              .new_id = [] { return sync::Uuid{}; },
                              .random_below = {}};
    return event::decide_undo(look.state, fact, "", asks).has_value();
}

std::vector<DeedRow> deed_rows(const Look& look, std::size_t how_many, std::size_t passed_over) {
    auto deeds = look.state.last_deeds(how_many + passed_over);
    deeds.resize(deeds.size() - std::min(deeds.size(), passed_over));  // the newest are last
    std::reverse(deeds.begin(), deeds.end());
    std::vector<DeedRow> rows;
    rows.reserve(deeds.size());
    for (const auto& deed : deeds) {
        rows.push_back({.fact = deed.fact.text(),
                        .text = look.words("deed." + deed.kind,
                                           {{"name", name_in(look, deed)}, {"item", thing_in(look, deed)}}),
                        .time = deed.undone ? look.words("deeds.was_undone") : clock_text(look, deed.at),
                        .undo = look.words("deeds.undo"),
                        .icon = icon_of(deed.kind),
                        .can_undo = !deed.undone && may_undo(look, deed.fact),
                        .undone = deed.undone});
    }
    return rows;
}

std::optional<Action> draw_deeds(ui::Ui& ui, const std::string& prefix, const std::vector<DeedRow>& rows) {
    std::optional<Action> action;
    int place = 0;
    for (const auto& row : rows) {
        const std::string id = prefix + "." + std::to_string(++place);
        const auto tap = ui.list_row(id, row.text,
                                     {.icon = row.icon,
                                      .trailing = row.time,
                                      .action_id = row.can_undo ? id + ".undo" : "",
                                      .action_label = row.undo,
                                      .action_icon = Icon::undo,
                                      .opens = false,
                                      .enabled = !row.undone});
        if (tap == ui::RowTap::action) action = Action{Intent::ask_undo, row.fact};
    }
    return action;
}

std::optional<UndoView> undo_view(const Look& look) {
    if (!look.model.undoing) return std::nullopt;
    const auto& words = look.words;
    return UndoView{.title = words("undo.title"),
                    .text = words("undo.text"),
                    .wrong_person = words("undo.wrong_person"),
                    .did_not_come = words("undo.did_not_come"),
                    .mistake = words("undo.mistake"),
                    .keep = words("undo.keep")};
}

std::optional<Action> draw_undo(ui::Ui& ui, const std::optional<UndoView>& view) {
    if (!view) return std::nullopt;
    std::optional<Action> action;
    ui.dialog("undo", {.title = view->title, .text = view->text, .icon = ui::Icon::undo}, [&] {
        if (ui.button("undo.wrong_person", view->wrong_person)) action = Action{Intent::undo_because, {}, 0};
        if (ui.button("undo.did_not_come", view->did_not_come)) action = Action{Intent::undo_because, {}, 1};
        if (ui.button("undo.mistake", view->mistake)) action = Action{Intent::undo_because, {}, 2};
        if (ui.button("undo.keep", view->keep, {.look = ui::Look::quiet})) action = Action{Intent::keep_it};
    });
    return action;
}

}  // namespace welcome::kiosk::screens
