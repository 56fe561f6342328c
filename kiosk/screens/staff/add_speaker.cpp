#include "kiosk/screens/staff/add_speaker.h"

namespace welcome::kiosk::screens {

AddSpeakerView add_speaker_view(const Look& look) {
    const auto& words = look.words;
    const auto& form = std::get<AddSpeaker>(look.model.screen);
    return {.furniture = staff_furniture(look, "add_speaker", true),
            .title = words("speakers.add"),
            .name_label = words("add_speaker.name"),
            .name = form.name,
            .words_label = words("speak.about_label"),
            .words = form.words,
            .interpreter = words("add_speaker.interpreter"),
            .ready = words("add_speaker.ready"),
            .wants_interpreter = form.interpreter,
            .can_go = !look.model.waiting};
}

std::optional<Action> draw(ui::Ui& ui, AddSpeakerView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("add_speaker.title", view.title, ui::TextStyle::heading);
        if (ui.field("add_speaker.name", view.name,
                     {.kind = ui::FieldKind::name, .label = view.name_label, .take_focus = true}) ==
            ui::Edit::changed)
            action = Action{Intent::edit_name, view.name};
        if (ui.field("add_speaker.words", view.words, {.label = view.words_label}) == ui::Edit::changed)
            action = Action{Intent::edit_speech, view.words};
        if (ui.checkbox("add_speaker.interpreter", view.interpreter, view.wants_interpreter))
            action = Action{Intent::toggle_interpreter};
        ui.dock_bottom([&] {
            if (ui.button("add_speaker.ready", view.ready,
                          {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_go}))
                action = Action{Intent::add_speaker_ready};
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
