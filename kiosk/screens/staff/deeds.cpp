#include "kiosk/screens/staff/deeds.h"

namespace welcome::kiosk::screens {

namespace {
constexpr std::size_t k_rows = 40;  // a page; all night is some pages
}

DeedsView deeds_view(const Look& look) {
    const auto page = std::get<Deeds>(look.model.screen).page;
    const auto passed_over = static_cast<std::size_t>(page) * k_rows;
    DeedsView view{.furniture = staff_furniture(look, "deeds", true),
                   .title = look.words("deeds.title"),
                   .none = {},
                   .newer = look.words("deeds.newer"),
                   .older = look.words("deeds.older"),
                   .page = page,
                   .has_older = false,
                   .rows = deed_rows(look, k_rows + 1, passed_over),
                   .undo = undo_view(look)};
    view.has_older = view.rows.size() > k_rows;
    if (view.has_older) view.rows.pop_back();
    if (view.rows.empty()) view.none = look.words("deeds.none");
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const DeedsView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("deeds.title", view.title, ui::TextStyle::heading);
        if (!view.none.empty()) ui.text(view.none, {.tone = ui::Tone::soft, .id = "deeds.none"});
        action = draw_deeds(ui, "deeds.row", view.rows);
        ui.row({}, [&] {
            if (view.page > 0 && ui.button("deeds.newer", view.newer, {.icon = ui::Icon::up}))
                action = Action{Intent::turn_page, {}, view.page - 1};
            if (view.has_older && ui.button("deeds.older", view.older, {.icon = ui::Icon::down}))
                action = Action{Intent::turn_page, {}, view.page + 1};
        });
    });
    if (auto answer = draw_undo(ui, view.undo)) return answer;
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
