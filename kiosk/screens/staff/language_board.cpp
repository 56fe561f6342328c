#include "kiosk/screens/staff/language_board.h"

#include <algorithm>

#include "kiosk/screens/languages.h"

namespace welcome::kiosk::screens {

namespace {

LanguageBoardView::Row row_of(const Look& look, const Language& language,
                              const std::vector<std::string>& offered, bool may_change) {
    const bool is_first = !offered.empty() && offered.front() == language.tag;
    std::string detail = look.words(language.draft ? "offer.draft" : "offer.reviewed");
    if (is_first) detail += " " + look.words("offer.first");
    return {.tag = language.tag,
            .name = ui::own_name(language.tag),
            .detail = detail,
            .offered = std::find(offered.begin(), offered.end(), language.tag) != offered.end(),
            .can_change = may_change && !is_first};  // Guests must start with something.
}

}  // namespace

LanguageBoardView language_board_view(const Look& look) {
    const bool lead = is_lead(look.model);
    const auto offered = offered_languages(look.model, look.state.event());
    LanguageBoardView view{.furniture = staff_furniture(look, "offer", true),
                           .title = look.words("offer.title"),
                           .lead = look.words(lead ? "offer.lead" : "offer.ask_lead"),
                           .rows = {}};
    for (const auto& language : look.model.languages)
        view.rows.push_back(row_of(look, language, offered, lead && !look.model.waiting));
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const LanguageBoardView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("offer.title", view.title, ui::TextStyle::heading);
        ui.text(view.lead, {.tone = ui::Tone::soft, .id = "offer.lead"});
        ui.grid(75, [&] {
            for (const auto& row : view.rows) {
                if (ui.tick_row("offer." + row.tag, row.name, row.offered,
                                {.detail = row.detail, .enabled = row.can_change}))
                    action = Action{Intent::toggle_language, row.tag};
            }
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
