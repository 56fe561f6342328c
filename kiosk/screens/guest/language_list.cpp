#include "kiosk/screens/guest/language_list.h"

#include "kiosk/screens/languages.h"

namespace welcome::kiosk::screens {

LanguageListView language_list_view(const Look& look) {
    const bool staff = is_staff_screen(look.model.screen);
    return {
        .furniture = staff ? staff_furniture(look, "languages", true) : guest_furniture(look, "languages"),
        .title = look.words("languages.title"),
        .tags = offered_languages(look.model, look.state.event()),
        .chosen = look.words.language()};
}

std::optional<Action> draw(ui::Ui& ui, const LanguageListView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("languages.title", view.title);
        if (const auto tag = ui.languages("language", view.tags, view.chosen))
            action = Action{Intent::set_language, *tag};
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
