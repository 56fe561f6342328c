#include "kiosk/screens/staff/speakers.h"

#include "kiosk/screens/speech_words.h"
#include "kiosk/screens/staff/questions.h"

namespace welcome::kiosk::screens {

namespace {

using event::SpeechKind;
using event::SpeechState;

SpeakersView::Words words_of(const ui::Words& words) {
    return {.now = words("speakers.now"),
            .start = words("speakers.start"),
            .stop = words("speakers.stop"),
            .more_time = words("speakers.more_time"),
            .end = words("speakers.end"),
            .not_here = words("speakers.not_here"),
            .waiting = words("speakers.waiting"),
            .nobody = words("speakers.nobody"),
            .skipped = words("speakers.skipped"),
            .call = words("speakers.call"),
            .questions = words("speakers.questions"),
            .answered = words("speakers.answered"),
            .sort = words("questions.sort"),
            .timer = words("speakers.timer"),
            .add = words("speakers.add"),
            .close = words("speakers.close"),
            .withdraw = words("speakers.withdraw"),
            .print = words("speakers.print"),
            .keep = words("speakers.keep")};
}

SpeakersView::Row row_of(const Look& look, const event::SpeakerLine& line, const event::Speech& speech) {
    SpeakersView::Row row{.speech = speech.request.speech.text(),
                          .title = who_speaks_text(speech.request),
                          .detail = about_speech(look, speech.request),
                          .trailing = {}};
    if (speech.late)
        row.detail = look.words("speakers.late") + (row.detail.empty() ? "" : " · " + row.detail);
    const bool question = speech.request.kind == SpeechKind::question;
    row.trailing =
        question ? clock_text(look, speech.asked_at) : time_left_text(line.seconds_for(speech, look.wall));
    if (question) std::swap(row.title, row.detail);
    return row;
}

// Whoever comes next: the first of the line, where there is one.
std::optional<SpeakersView::Row> next_of(const Look& look, const event::SpeakerLine& line) {
    const auto waiting = line.waiting(SpeechKind::talk);
    if (waiting.empty()) return std::nullopt;
    return row_of(look, line, *waiting.front());
}

void add_lists(const Look& look, const event::SpeakerLine& line, SpeakersView& view) {
    for (const auto* speech : line.waiting(SpeechKind::talk))
        view.waiting.push_back(row_of(look, line, *speech));
    for (const auto& group : line.questions(event::QuestionList::open)) {
        view.questions.push_back(row_of(look, line, *group.front()));
        view.questions.back().title = group.front()->request.words;
        view.questions.back().detail = about_question(look, group);
        view.questions.back().trailing.clear();  // it says when, too
    }
    view.has_questions = !view.questions.empty() || !line.questions(event::QuestionList::answered).empty() ||
                         !line.questions(event::QuestionList::hidden).empty();
    for (const auto& speech : line.speeches) {
        if (speech.state == SpeechState::skipped && speech.request.kind == SpeechKind::talk)
            view.skipped.push_back(row_of(look, line, speech));
    }
}

void add_now(const Look& look, const event::SpeakerLine& line, SpeakersView& view) {
    const auto* speech = line.now();
    if (!speech) {
        view.nobody_up = look.words("speakers.nobody_up");
        return;
    }
    const auto light = light_of(*speech, look.wall);
    view.now = {.who = row_of(look, line, *speech),
                .time = time_left_text(speech->left_at(look.wall)),
                .light = light_words(look, light),
                .tone = tone_of(light),
                .icon = icon_of(light),
                .is_running = speech->running_since.has_value()};
}

void add_state(const Look& look, const event::SpeakerLine& line, SpeakersView& view) {
    view.state = look.words("speakers.state", {{"n", std::to_string(line.waiting(SpeechKind::talk).size())},
                                               {"time", time_left_text(line.tier_seconds(false))}});
    if (const auto left = line.left_in_all(look.wall))
        view.state += " " + look.words("speakers.left", {{"time", time_left_text(*left)}});
    view.is_open =
        line.rules && line.rules->open;  // what the lead said; after the cut-off it may still be so
    if (!line.takes_more(look.wall, look.state.event().starts)) view.closed = look.words("speakers.closed");
}

}  // namespace

SpeakersView speakers_view(const Look& look) {
    const auto line = look.state.speakers();
    const auto& board = std::get<SpeakersBoard>(look.model.screen);
    SpeakersView view{.furniture = staff_furniture(look, "speakers"),
                      .words = words_of(look.words),
                      .title = look.words("speakers.title"),
                      .off = {},
                      .state = {},
                      .closed = {},
                      .nobody_up = {},
                      .call_next = {},
                      .now = {},
                      .next = next_of(look, line),
                      .waiting = {},
                      .skipped = {},
                      .questions = {},
                      .asked = {},
                      .call_asked = {},
                      .takes_speakers = line.rules.has_value(),
                      .may_rule = is_lead(look.model),
                      .can_print = printer_for(look.model, look.state).has_value(),
                      .can_go = !look.model.waiting};
    if (!view.takes_speakers) {
        view.off = look.words("speakers.off");
        return view;
    }
    add_now(look, line, view);
    add_lists(look, line, view);
    add_state(look, line, view);
    if (view.next) view.call_next = look.words("speakers.call_next", {{"who", view.next->title}});
    if (!view.is_open) view.words.close = look.words("speakers.open");
    const auto* asked = board.asked ? line.find(*board.asked) : nullptr;
    if (asked) view.asked = row_of(look, line, *asked);
    if (asked && !view.now && asked->request.kind == SpeechKind::talk) view.call_asked = view.words.call;
    return view;
}

namespace {

using Touched = std::optional<Action>;

Touched draw_clock(ui::Ui& ui, const SpeakersView& view) {
    Touched action;
    const auto& now = *view.now;
    const auto& words = view.words;
    ui.row({.weights = {0, 0, 1}, .across = ui::Align::centre}, [&] {
        ui.icon(now.icon, 9, now.tone);
        ui.text(now.time, {.style = ui::TextStyle::huge, .tone = now.tone, .id = "speakers.time"});
        ui.text(now.light, {.style = ui::TextStyle::heading, .tone = now.tone, .id = "speakers.light"});
    });
    ui.row({}, [&] {
        const bool runs = now.is_running;
        if (ui.button(runs ? "speakers.stop" : "speakers.start", runs ? words.stop : words.start,
                      {.look = runs ? ui::Look::secondary : ui::Look::primary,
                       .icon = ui::Icon::time,
                       .enabled = view.can_go}))
            action = Action{runs ? Intent::stop_speech : Intent::start_speech, now.who.speech};
        if (ui.button("speakers.more_time", words.more_time, {.icon = ui::Icon::add, .enabled = view.can_go}))
            action = Action{Intent::extend_speech, now.who.speech};
    });
    ui.row({}, [&] {
        if (ui.button("speakers.end", words.end,
                      {.look = now.is_running ? ui::Look::primary : ui::Look::secondary,
                       .icon = ui::Icon::check,
                       .enabled = view.can_go}))
            action = Action{Intent::end_speech, now.who.speech};
        if (ui.button("speakers.not_here", words.not_here, {.enabled = view.can_go}))
            action = Action{Intent::skip_speaker, now.who.speech};
    });
    return action;
}

Touched draw_now(ui::Ui& ui, const SpeakersView& view) {
    Touched action;
    ui.heading("speakers.now", view.words.now, ui::TextStyle::heading);
    ui.card("speakers.up", [&] {
        if (view.now) {
            ui.text(view.now->who.title, {.style = ui::TextStyle::title, .id = "speakers.who"});
            if (!view.now->who.detail.empty())
                ui.text(view.now->who.detail, {.tone = ui::Tone::soft, .id = "speakers.about"});
            action = draw_clock(ui, view);
            return;
        }
        ui.text(view.nobody_up, {.tone = ui::Tone::soft, .id = "speakers.nobody_up"});
        if (view.next &&
            ui.button("speakers.call_next", view.call_next,
                      {.look = ui::Look::primary, .icon = ui::Icon::microphone, .enabled = view.can_go}))
            action = Action{Intent::call_speaker, view.next->speech};
    });
    ui.text(view.state, {.tone = ui::Tone::soft, .id = "speakers.state"});
    if (!view.closed.empty()) ui.banner("speakers.closed", view.closed);
    return action;
}

struct List {
    std::string id, title, action;
    ui::Icon icon;
    Intent does;
};

Touched draw_list(ui::Ui& ui, const List& list, const std::vector<SpeakersView::Row>& rows, bool can_go) {
    Touched action;
    if (rows.empty()) return action;
    ui.heading("speakers." + list.id, list.title, ui::TextStyle::heading);
    int place = 0;
    for (const auto& row : rows) {
        const std::string id = "speakers." + list.id + "." + std::to_string(++place);
        const auto tap = ui.list_row(id, row.title,
                                     {.icon = list.icon,
                                      .detail = row.detail,
                                      .trailing = row.trailing,
                                      .action_id = list.action.empty() ? "" : id + ".do",
                                      .action_label = list.action});
        if (tap == ui::RowTap::row) action = Action{Intent::ask_of_speech, row.speech};
        if (tap == ui::RowTap::action && can_go) action = Action{list.does, row.speech};
    }
    return action;
}

Touched draw_lists(ui::Ui& ui, const SpeakersView& view) {
    Touched action;
    const auto take = [&action](const Touched& tapped) {
        if (tapped) action = tapped;
    };
    const auto& words = view.words;
    const std::string call = view.now ? "" : words.call;  // One at a time.
    if (view.waiting.empty()) {
        ui.heading("speakers.waiting", words.waiting, ui::TextStyle::heading);
        ui.text(words.nobody, {.tone = ui::Tone::soft, .id = "speakers.nobody"});
    }
    take(draw_list(ui, {"waiting", words.waiting, call, ui::Icon::microphone, Intent::call_speaker},
                   view.waiting, view.can_go));
    take(draw_list(ui, {"skipped", words.skipped, call, ui::Icon::redo, Intent::call_speaker}, view.skipped,
                   view.can_go));
    take(draw_list(ui, {"questions", words.questions, words.answered, ui::Icon::question, Intent::end_speech},
                   view.questions, view.can_go));
    if (view.has_questions &&
        ui.button("speakers.sort", words.sort, {.look = ui::Look::quiet, .icon = ui::Icon::question}))
        action = Action{Intent::open_questions};
    return action;
}

Touched draw_dock(ui::Ui& ui, const SpeakersView& view) {
    Touched action;
    ui.grid(45, [&] {  // upright two beside each other: three would be pillars of words
        if (view.may_rule && ui.button("speakers.close", view.words.close, {.enabled = view.can_go}))
            action = Action{Intent::set_speaking_rule, "open", view.is_open ? 0 : 1};
        if (ui.button("speakers.timer", view.words.timer, {.icon = ui::Icon::time}))
            action = Action{Intent::open_timer};
        if (ui.button("speakers.add", view.words.add, {.icon = ui::Icon::add}))
            action = Action{Intent::open_add_speaker};
    });
    return action;
}

Touched draw_asked(ui::Ui& ui, const SpeakersView& view) {
    Touched action;
    if (!view.asked) return action;
    ui.dialog("speech", {.title = view.asked->title, .text = view.asked->detail}, [&] {
        if (!view.call_asked.empty() &&
            ui.button("speech.call", view.call_asked,
                      {.look = ui::Look::primary, .icon = ui::Icon::microphone, .enabled = view.can_go}))
            action = Action{Intent::call_speaker, view.asked->speech};
        if (view.can_print && ui.button("speech.print", view.words.print, {.icon = ui::Icon::print}))
            action = Action{Intent::print_speech, view.asked->speech};
        if (ui.button("speech.withdraw", view.words.withdraw, {.icon = ui::Icon::remove}))
            action = Action{Intent::withdraw_speech, view.asked->speech};
        const auto look = view.call_asked.empty() ? ui::Look::primary : ui::Look::secondary;
        if (ui.button("speech.keep", view.words.keep, {.look = look})) action = Action{Intent::ask_of_speech};
    });
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, const SpeakersView& view) {
    Touched action;
    const auto take = [&action](const Touched& tapped) {
        if (tapped) action = tapped;
    };
    const auto around = draw_page(ui, view.furniture, [&] {
        if (!view.takes_speakers) {
            ui.heading("speakers.title", view.title, ui::TextStyle::heading);
            return ui.banner("speakers.off", view.off);
        }
        ui.row_or_column({.weights = {1, 1}, .gap_mm = 8}, [&] {
            ui.column({}, [&] { take(draw_now(ui, view)); });
            ui.column({}, [&] { take(draw_lists(ui, view)); });
        });
        ui.dock_bottom([&] { take(draw_dock(ui, view)); });
    });
    if (auto answer = draw_asked(ui, view)) return answer;
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
