#include "kiosk/screens/staff/deeds.h"

namespace welcome::kiosk::screens {

namespace {
constexpr std::size_t k_most_rows = 40;
}

DeedsView deeds_view(const Look& look) {
    DeedsView view{.furniture = staff_furniture(look, "deeds", true),
                   .title = look.words("deeds.title"),
                   .none = {},
                   .rows = deed_rows(look, k_most_rows),
                   .undo = undo_view(look)};
    if (view.rows.empty()) view.none = look.words("deeds.none");
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const DeedsView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("deeds.title", view.title, ui::TextStyle::heading);
        if (!view.none.empty()) ui.text(view.none, {.tone = ui::Tone::soft, .id = "deeds.none"});
        action = draw_deeds(ui, "deeds.row", view.rows);
    });
    if (const auto answer = draw_undo(ui, view.undo)) return answer;
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
