// The microphone: a guest's wish to speak or to ask, the caller's deeds, the lead's rules, the big screen.

#include "kiosk/event/decide_speakers.h"
#include "kiosk/event/id_code.h"
#include "kiosk/screens/staff/speaking_rules.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

constexpr int k_more_seconds = 60;  // what one touch adds to a turn

event::SpeakingRequested asked_in(const event::Decision& decision) {
    return std::get<event::SpeakingRequested>(
        *event::read_body(decision->front().kind, decision->front().body));
}

void ask(Step& step) {
    const auto* speak = step.on<Speak>();
    if (!speak || !speak->kind) return;
    const auto* person = step.known.state.person(speak->from.person);
    const auto decision =
        event::decide_ask_to_speak(step.known.state,
                                   {.person = speak->from.person,
                                    .kind = *speak->kind,
                                    .name = speak->by_name && person ? person->first_name() : "",
                                    .words = speak->words,
                                    .language = step.model.language,
                                    .interpreter = speak->interpreter,
                                    .read_out = speak->read_out},
                                   step.context());
    if (!decision) return step.refuse(decision.error());
    const auto request = asked_in(decision);
    const bool talk = request.kind == event::SpeechKind::talk;
    Needs next = speak->from;
    next.spoke_up = true;
    if (talk) next.speaker_number = request.number;
    Waiting waiting{
        .next = next,
        .notice = Notice{talk ? "needs.speak_asked" : "needs.question_asked", next.speaker_number, true}};
    if (talk) waiting.labels = {{"speaker", request.speech.text()}};
    step.commit(decision, std::move(waiting));
}

void skip_speaking(Step& step) {
    const auto* speak = step.on<Speak>();
    if (!speak) return;
    Needs next = speak->from;
    next.chosen.erase(event::Need::speaking);
    step.go(next);
}

void add_speaker(Step& step) {
    const auto* form = step.on<AddSpeaker>();
    if (!form) return;
    const auto decision = event::decide_ask_to_speak(step.known.state,
                                                     {.person = {},
                                                      .name = form->name,
                                                      .words = form->words,
                                                      .language = step.model.language,
                                                      .interpreter = form->interpreter},
                                                     step.context());
    if (!decision) return step.refuse(decision.error());
    const auto request = asked_in(decision);
    step.commit(decision, {.next = SpeakersBoard{},
                           .labels = {{"speaker", request.speech.text()}},
                           .notice = Notice{"speakers.added", request.number, true}});
}

void set_rule(Step& step, const std::string& what, int number) {
    auto rules = step.known.state.speakers().rules.value_or(usual_speaking_rules());
    if (what == "open") {
        rules.open = number != 0;
    } else if (what == "questions") {
        rules.questions = number != 0;
    } else if (what == "double") {
        rules.double_for_interpreter = number != 0;
    } else if (what == "total") {
        rules.total_seconds = number * 60;
    } else if (what.starts_with("tier.")) {
        const auto place = static_cast<std::size_t>(what.back() - '1');
        if (place < rules.tiers.size()) rules.tiers[place].seconds = number * 60;
    }
    step.commit(event::decide_rule_speaking(step.known.state, rules, step.context()),
                {.next = step.model.screen});
}

// What is done to one in the line, if the intent is one of these.
std::optional<event::Decision> deed_about(const Step& step, const Action& action,
                                          const event::SpeechId& speech) {
    const auto& state = step.known.state;
    const auto context = step.context();
    switch (action.intent) {
        case Intent::call_speaker:
            return decide_call_speaker(state, speech, context);
        case Intent::start_speech:
            return decide_start_speech(state, speech, context);
        case Intent::stop_speech:
            return decide_stop_speech(state, speech, context);
        case Intent::extend_speech:
            return decide_extend_speech(state, speech, k_more_seconds, context);
        case Intent::end_speech:
            return decide_end_speech(state, speech, context);
        case Intent::skip_speaker:
            return decide_skip_speaker(state, speech, context);
        case Intent::withdraw_speech:
            return decide_withdraw_speech(state, speech, context);
        case Intent::part_question:
            return decide_group_question(state, speech, std::nullopt, context);
        case Intent::hide_question:
            return decide_hide_question(state, speech, true, context);
        case Intent::show_question:
            return decide_hide_question(state, speech, false, context);
        case Intent::reopen_question:
            return decide_reopen_question(state, speech, context);
        default:
            return std::nullopt;
    }
}

void put_question(Step& step, const event::SpeechId& under) {
    const auto* board = step.on<QuestionsBoard>();
    if (!board || !board->moving) return;
    step.commit(event::decide_group_question(step.known.state, *board->moving, under, step.context()),
                {.next = QuestionsBoard{}});
}

}  // namespace

bool step_speak(Step& step, const Action& action) {
    auto* speak = step.on<Speak>();
    if (!speak) return false;
    switch (action.intent) {
        case Intent::choose_speech:
            speak->kind = static_cast<event::SpeechKind>(action.number);
            return true;
        case Intent::edit_speech:
            speak->words = action.text;
            return true;
        case Intent::toggle_interpreter:
            speak->interpreter = !speak->interpreter;
            return true;
        case Intent::toggle_by_name:
            speak->by_name = !speak->by_name;
            return true;
        case Intent::toggle_read_out:
            speak->read_out = !speak->read_out;
            return true;
        case Intent::speak_ready:
            ask(step);
            return true;
        case Intent::speak_skipped:
            skip_speaking(step);
            return true;
        case Intent::go_back:
            if (speak->kind) {
                step.go(Speak{.from = speak->from});
            } else {
                step.go(Needs(speak->from));
            }
            return true;
        default:
            return false;
    }
}

// A ticket opens what can be done with its turn: to call it, most of all.
bool scanned_at_speakers(Step& step, const std::string& text) {
    const auto id = event::read_speech_code(text);
    if (!id && !step.on<SpeakersBoard>()) return false;
    const auto line = step.known.state.speakers();
    const auto* speech = id ? line.find(*id) : nullptr;
    if (!speech) {
        step.say(id ? "speakers.not_heard" : "speakers.not_a_ticket");
        return true;
    }
    const bool waits =
        speech->state == event::SpeechState::waiting || speech->state == event::SpeechState::skipped;
    step.go(SpeakersBoard{.asked = waits ? id : std::nullopt});
    if (speech == line.now()) {
        step.say("speakers.is_up", speech->request.number, true);
    } else if (!waits) {
        step.say("speakers.is_over", speech->request.number);
    }
    return true;
}

bool step_speakers(Step& step, const Action& action) {
    const auto speech = event::SpeechId::parse(action.text);
    if (auto* form = step.on<AddSpeaker>()) {
        if (action.intent == Intent::edit_name) return form->name = action.text, true;
        if (action.intent == Intent::edit_speech) return form->words = action.text, true;
        if (action.intent == Intent::toggle_interpreter) return form->interpreter = !form->interpreter, true;
        if (action.intent == Intent::add_speaker_ready) return add_speaker(step), true;
    }
    switch (action.intent) {
        case Intent::open_speakers:
            step.go(SpeakersBoard{});
            return true;
        case Intent::ask_of_speech:
            step.go(SpeakersBoard{.asked = speech});
            return true;
        case Intent::print_speech:
            if (speech) ask_for_labels(step, {{"speaker", speech->text()}});
            step.go(SpeakersBoard{});
            return true;
        case Intent::open_add_speaker:
            step.go(AddSpeaker{});
            return true;
        case Intent::set_speaking_rule:
            set_rule(step, action.text, action.number);
            return true;
        case Intent::open_questions:
            step.go(QuestionsBoard{});
            return true;
        case Intent::ask_of_question:
            step.go(QuestionsBoard{.asked = speech});
            return true;
        case Intent::move_question:
            step.go(QuestionsBoard{.moving = speech});
            return true;
        case Intent::put_question:
            if (speech) put_question(step, *speech);
            return true;
        case Intent::open_timer:  // For everybody's eyes: nobody stays unlocked behind it.
            start_over(step);
            step.go(TimerBoard{});
            return true;
        default:
            break;
    }
    const auto decision = speech ? deed_about(step, action, *speech) : std::nullopt;
    if (!decision) return false;
    Screen next = SpeakersBoard{};
    if (step.on<QuestionsBoard>()) next = QuestionsBoard{};
    step.commit(*decision, {.next = next});
    return true;
}

}  // namespace welcome::kiosk::screens
