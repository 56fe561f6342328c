#include "kiosk/screens/guest/find_me.h"

namespace welcome::kiosk::screens {

FindMeView find_me_view(const Look& look) {
    const auto& words = look.words;
    const auto& form = std::get<FindMe>(look.model.screen);
    return {.furniture = guest_furniture(look, "find"),
            .title = words("find.title"),
            .letters_label = words("find.letters"),
            .digits_label = words("find.digits"),
            .privacy = words("find.privacy"),
            .look_up = words("find.look_up"),
            .not_found = words("find.not_found"),
            .new_here = words("welcome.new"),
            .letters = form.letters,
            .digits = form.digits,
            .show_not_found = form.not_found,
            .can_look = !form.letters.empty() && form.digits.size() == 4};
}

std::optional<Action> draw(ui::Ui& ui, FindMeView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("find.title", view.title);
        if (view.show_not_found) ui.banner("find.not_found", view.not_found, ui::Notice::warning);
        ui.row({.across = ui::Align::end}, [&] {
            const auto letters = ui.field("find.letters", view.letters,
                                          {.kind = ui::FieldKind::name,
                                           .label = view.letters_label,
                                           .most_characters = 3,
                                           .take_focus = true});
            if (letters == ui::Edit::changed) action = Action{Intent::edit_letters, view.letters};
            if (letters == ui::Edit::submitted) ui.start_editing("find.digits");
            const auto digits =
                ui.field("find.digits", view.digits,
                         {.kind = ui::FieldKind::digits, .label = view.digits_label, .most_characters = 4});
            if (digits == ui::Edit::changed) action = Action{Intent::edit_digits, view.digits};
            if (digits == ui::Edit::submitted && view.can_look) action = Action{Intent::look_me_up};
        });
        ui.text(view.privacy, {.tone = ui::Tone::soft, .id = "find.privacy"});
        ui.row({}, [&] {
            if (ui.button("find.new", view.new_here, {.icon = ui::Icon::add_person}))
                action = Action{Intent::open_new};
            if (ui.button("find.look_up", view.look_up,
                          {.look = ui::Look::primary, .icon = ui::Icon::search, .enabled = view.can_look}))
                action = Action{Intent::look_me_up};
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
