#include "kiosk/screens/guest/keep_in_touch.h"

#include "kiosk/event/mail_domain.h"

namespace welcome::kiosk::screens {

KeepInTouchView keep_in_touch_view(const Look& look) {
    const auto& words = look.words;
    const auto& form = std::get<KeepInTouch>(look.model.screen);
    KeepInTouchView view{.furniture = guest_furniture(look, "touch", 2, 2),
                         .title = words("touch.title"),
                         .lead = words("touch.lead"),
                         .phone_label = words("touch.phone"),
                         .email_label = words("touch.email"),
                         .text_box = words("touch.text_box", {{"group", look.state.event().name}}),
                         .email_box = words("touch.email_box", {{"group", look.state.event().name}}),
                         .next = words("furniture.next"),
                         .skip = words("touch.skip"),
                         .phone = form.phone,
                         .email = form.email,
                         .meant = {},
                         .meant_email = {},
                         .text_ok = form.text_ok,
                         .email_ok = form.email_ok,
                         .can_go = !look.model.waiting};
    view.meant_email = event::likely_email(form.email).value_or("");
    if (!view.meant_email.empty()) view.meant = words("touch.meant", {{"email", view.meant_email}});
    return view;
}

std::optional<Action> draw(ui::Ui& ui, KeepInTouchView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("touch.title", view.title);
        ui.text(view.lead, {.style = ui::TextStyle::lead, .id = "touch.lead"});
        ui.row_or_column({}, [&] {
            ui.column({}, [&] {
                if (ui.field("touch.phone", view.phone,
                             {.kind = ui::FieldKind::phone, .label = view.phone_label}) == ui::Edit::changed)
                    action = Action{Intent::edit_phone, view.phone};
                if (ui.checkbox("touch.text_box", view.text_box, view.text_ok))
                    action = Action{Intent::toggle_text_ok};
            });
            ui.column({}, [&] {
                if (ui.field("touch.email", view.email,
                             {.kind = ui::FieldKind::email, .label = view.email_label}) == ui::Edit::changed)
                    action = Action{Intent::edit_email, view.email};
                // Asked when the typing is over: nothing jumps under the fingers.
                if (!view.meant.empty() && !ui.is_editing() &&
                    ui.button("touch.meant", view.meant, {.icon = ui::Icon::edit}))
                    action = Action{Intent::edit_email, view.meant_email};
                if (ui.checkbox("touch.email_box", view.email_box, view.email_ok))
                    action = Action{Intent::toggle_email_ok};
            });
        });
        ui.dock_bottom([&] {
            ui.row({}, [&] {
                if (ui.button("touch.skip", view.skip, {.enabled = view.can_go}))
                    action = Action{Intent::touch_skipped};
                if (ui.button(
                        "touch.next", view.next,
                        {.look = ui::Look::primary, .icon = ui::Icon::arrow_forward, .enabled = view.can_go}))
                    action = Action{Intent::touch_ready};
            });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
