#include "kiosk/screens/staff/speakers.h"

#include "kiosk/screens/staff/table.h"

namespace welcome::kiosk::screens {

SpeakersView speakers_view(const Look& look) {
    SpeakersView view{.furniture = staff_furniture(look, "speakers"),
                      .title = look.words("speakers.title"),
                      .nobody = {},
                      .rows = {}};
    for (const auto* person : look.state.attending()) {
        if (person->needs.contains(event::Need::speaking))
            view.rows.push_back({person->id.text(), person->full_name, in_since(look, *person)});
    }
    if (view.rows.empty()) view.nobody = look.words("speakers.nobody");
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const SpeakersView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("speakers.title", view.title, ui::TextStyle::heading);
        if (!view.nobody.empty()) ui.banner("speakers.nobody", view.nobody);
        int place = 0;
        for (const auto& row : view.rows) {
            if (ui.list_row("speakers.row." + std::to_string(++place), row.name,
                            {.icon = ui::Icon::microphone, .trailing = row.since}) == ui::RowTap::row)
                action = Action{Intent::open_person, row.person};
        }
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
