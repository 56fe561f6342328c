#include "kiosk/screens/guest/speak.h"

#include "kiosk/screens/speech_words.h"

namespace welcome::kiosk::screens {

namespace {

void add_form(const Look& look, const Speak& speak, const event::SpeakerLine& line, SpeakView& view) {
    const auto& words = look.words;
    view.is_form = true;
    view.is_question = speak.kind == event::SpeechKind::question;
    view.words = speak.words;
    view.wants_interpreter = speak.interpreter;
    view.by_name = speak.by_name;
    view.wants_reading = speak.read_out;
    if (view.is_question) {
        view.title = words("speak.ask");
        view.words_label = words("speak.ask_label");
        view.read_out = words("speak.read_out");
        view.ready = words("speak.ask_ready");
        return;
    }
    view.title = words("speak.about");
    view.words_label = words("speak.about_label");
    view.words_hint = words("speak.about_hint");
    view.interpreter = words.count("speak.interpreter", whole_minutes(line.tier_seconds(true)));
    view.ready = words("speak.talk_ready");
    const auto* person = look.state.person(speak.from.person);
    if (person && !person->first_name().empty())
        view.call_me = words("speak.call_me", {{"name", person->first_name()}});
}

}  // namespace

SpeakView speak_view(const Look& look) {
    const auto& words = look.words;
    const auto& speak = std::get<Speak>(look.model.screen);
    const auto line = look.state.speakers();
    SpeakView view{.furniture = guest_furniture(look, "speak"),
                   .title = words("speak.title"),
                   .skip = words("speak.skip"),
                   .talk = words("speak.talk"),
                   .talk_hint = words.count("speak.talk_hint", whole_minutes(line.tier_seconds(false))),
                   .question = {},
                   .question_hint = {},
                   .can_go = !look.model.waiting};
    if (line.rules && line.rules->questions) {
        view.question = words("speak.question");
        view.question_hint = words("speak.question_hint");
    }
    if (speak.kind) add_form(look, speak, line, view);
    return view;
}

namespace {

std::optional<Action> draw_choice(ui::Ui& ui, const SpeakView& view) {
    std::optional<Action> action;
    const auto choose = [](event::SpeechKind kind) {
        return Action{Intent::choose_speech, {}, static_cast<int>(kind)};
    };
    ui.grid(85, [&] {
        if (ui.tile("speak.talk", view.talk,
                    {.icon = ui::Icon::microphone, .detail = view.talk_hint, .min_height_mm = 40}))
            action = choose(event::SpeechKind::talk);
        if (!view.question.empty() &&
            ui.tile("speak.question", view.question,
                    {.icon = ui::Icon::question, .detail = view.question_hint, .min_height_mm = 40}))
            action = choose(event::SpeechKind::question);
    });
    return action;
}

std::optional<Action> draw_form(ui::Ui& ui, SpeakView& view) {
    std::optional<Action> action;
    if (ui.field("speak.words", view.words, {.label = view.words_label, .placeholder = view.words_hint}) ==
        ui::Edit::changed)
        action = Action{Intent::edit_speech, view.words};
    if (!view.interpreter.empty() &&
        ui.checkbox("speak.interpreter", view.interpreter, view.wants_interpreter))
        action = Action{Intent::toggle_interpreter};
    if (!view.call_me.empty() && ui.checkbox("speak.call_me", view.call_me, view.by_name))
        action = Action{Intent::toggle_by_name};
    if (!view.read_out.empty() && ui.checkbox("speak.read_out", view.read_out, view.wants_reading))
        action = Action{Intent::toggle_read_out};
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, SpeakView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("speak.title", view.title);
        action = view.is_form ? draw_form(ui, view) : draw_choice(ui, view);
        ui.dock_bottom([&] {
            ui.row({}, [&] {
                if (ui.button("speak.skip", view.skip)) action = Action{Intent::speak_skipped};
                if (view.is_form &&
                    ui.button("speak.ready", view.ready,
                              {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_go}))
                    action = Action{Intent::speak_ready};
            });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
