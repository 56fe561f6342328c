#include "kiosk/screens/staff/questions.h"

#include "kiosk/screens/speech_words.h"

namespace welcome::kiosk::screens {

namespace {

using event::QuestionList;
using event::Speech;

QuestionsView::Row row_of(const Look& look, const Speech& speech) {
    auto request = speech.request;
    request.words.clear();  // They stand above.
    // Under the words, which need the whole line.
    std::string detail = who_speaks_text(request) + " · " + clock_text(look, speech.asked_at);
    const auto about = about_speech(look, request);
    return {.speech = request.speech.text(),
            .title = speech.request.words,
            .detail = about.empty() ? detail : detail + " · " + about};
}

// Each group's first question, and under it those that ask the same.
std::vector<QuestionsView::Row> rows_of(const Look& look, const event::SpeakerLine& line, QuestionList list) {
    std::vector<QuestionsView::Row> rows;
    for (const auto& group : line.questions(list)) {
        for (const auto* speech : group) {
            rows.push_back(row_of(look, *speech));
            rows.back().stands_first = speech == group.front();
        }
        rows[rows.size() - group.size()].detail = about_question(look, group);
    }
    return rows;
}

// Those that a question may be put to: the first of each other group.
std::vector<QuestionsView::Row> choices_for(const Look& look, const event::SpeakerLine& line,
                                            const Speech& moving) {
    std::vector<QuestionsView::Row> rows;
    const auto own = line.together_with(moving.request.speech);
    for (const auto& group : line.questions(QuestionList::open)) {
        if (line.together_with(group.front()->request.speech) == own) continue;
        rows.push_back(row_of(look, *group.front()));
        rows.back().detail = about_question(look, group);
    }
    return rows;
}

void add_asked(const Look& look, const event::SpeakerLine& line, const event::SpeechId& id,
               QuestionsView& view) {
    const auto* speech = line.find(id);
    if (!speech || speech->request.kind != event::SpeechKind::question) return;
    view.asked = {.row = row_of(look, *speech),
                  .can_move = !choices_for(look, line, *speech).empty(),
                  .can_part = speech->under.has_value(),
                  .is_hidden = speech->is_hidden,
                  .is_answered = speech->state == event::SpeechState::spoke};
}

}  // namespace

std::string about_question(const Look& look, const event::QuestionGroup& group) {
    auto detail = row_of(look, *group.front()).detail;
    if (group.size() < 2) return detail;
    return look.words.count("questions.alike", static_cast<long>(group.size() - 1)) + " · " + detail;
}

QuestionsView questions_view(const Look& look) {
    const auto& words = look.words;
    const auto& board = std::get<QuestionsBoard>(look.model.screen);
    const auto line = look.state.speakers();
    QuestionsView view{.furniture = staff_furniture(look, "questions", true),
                       .words = {.open = words("questions.open"),
                                 .answered = words("questions.answered"),
                                 .hidden = words("questions.hidden"),
                                 .nobody = words("questions.nobody"),
                                 .do_answer = words("speakers.answered"),
                                 .move = words("questions.move"),
                                 .part = words("questions.part"),
                                 .hide = words("questions.hide"),
                                 .show = words("questions.show"),
                                 .reopen = words("questions.reopen"),
                                 .keep = words("speakers.keep")},
                       .title = words("questions.title"),
                       .which = {},
                       .moving = {},
                       .open = {},
                       .answered = {},
                       .hidden = {},
                       .asked = {},
                       .can_go = !look.model.waiting};
    if (const auto* moving = board.moving ? line.find(*board.moving) : nullptr) {
        view.which = words("questions.which");
        view.moving = moving->request.words;
        view.open = choices_for(look, line, *moving);
        return view;
    }
    view.open = rows_of(look, line, QuestionList::open);
    view.answered = rows_of(look, line, QuestionList::answered);
    view.hidden = rows_of(look, line, QuestionList::hidden);
    if (board.asked) add_asked(look, line, *board.asked, view);
    return view;
}

namespace {

using Touched = std::optional<Action>;

struct List {
    std::string id, title;
    ui::Icon icon;
    std::string action = {};
};

Touched draw_list(ui::Ui& ui, const List& list, const std::vector<QuestionsView::Row>& rows, bool can_go) {
    Touched action;
    if (rows.empty()) return action;
    ui.heading("questions." + list.id, list.title, ui::TextStyle::heading);
    int place = 0;
    for (const auto& row : rows) {
        const std::string id = "questions." + list.id + "." + std::to_string(++place);
        const bool acts = row.stands_first && !list.action.empty();
        const auto tap = ui.list_row(id, row.title,
                                     {.icon = row.stands_first ? list.icon : ui::Icon::group,
                                      .detail = row.detail,
                                      .action_id = acts ? id + ".do" : "",
                                      .action_label = acts ? list.action : "",
                                      .action_icon = ui::Icon::check});
        if (tap == ui::RowTap::row) action = Action{Intent::ask_of_question, row.speech};
        if (tap == ui::RowTap::action && can_go) action = Action{Intent::end_speech, row.speech};
    }
    return action;
}

// Which one asks the same: a tap on it, or back.
Touched draw_choices(ui::Ui& ui, const QuestionsView& view) {
    Touched action;
    ui.heading("questions.which", view.which, ui::TextStyle::heading);
    ui.banner("questions.moving", view.moving);
    int place = 0;
    for (const auto& row : view.open) {
        if (ui.list_row("questions.choice." + std::to_string(++place), row.title,
                        {.icon = ui::Icon::question, .detail = row.detail, .enabled = view.can_go}) ==
            ui::RowTap::row)
            action = Action{Intent::put_question, row.speech};
    }
    ui.dock_bottom([&] {
        if (ui.button("questions.never_mind", view.words.keep)) action = Action{Intent::open_questions};
    });
    return action;
}

Touched draw_lists(ui::Ui& ui, const QuestionsView& view) {
    Touched action;
    const auto take = [&action](const Touched& tapped) {
        if (tapped) action = tapped;
    };
    const auto& words = view.words;
    ui.heading("questions.title", view.title, ui::TextStyle::heading);
    if (view.open.empty() && view.answered.empty() && view.hidden.empty())
        return ui.text(words.nobody, {.tone = ui::Tone::soft, .id = "questions.nobody"}), action;
    ui.row_or_column({.weights = {3, 2}, .gap_mm = 8}, [&] {
        ui.column({}, [&] {
            take(draw_list(ui, {"open", words.open, ui::Icon::question, words.do_answer}, view.open,
                           view.can_go));
        });
        ui.column({}, [&] {
            take(draw_list(ui, {"answered", words.answered, ui::Icon::check_circle}, view.answered,
                           view.can_go));
            take(draw_list(ui, {"hidden", words.hidden, ui::Icon::block}, view.hidden, view.can_go));
        });
    });
    return action;
}

Touched draw_asked(ui::Ui& ui, const QuestionsView& view) {
    Touched action;
    if (!view.asked) return action;
    const auto& asked = *view.asked;
    const auto& words = view.words;
    ui.dialog("question", {.title = asked.row.title, .text = asked.row.detail}, [&] {
        const auto offer = [&](bool fits, const std::string& id, const std::string& label, ui::Icon icon,
                               Intent does) {
            if (fits && ui.button("question." + id, label, {.icon = icon, .enabled = view.can_go}))
                action = Action{does, asked.row.speech};
        };
        const bool is_open = !asked.is_answered && !asked.is_hidden;
        offer(is_open && asked.can_move, "move", words.move, ui::Icon::group, Intent::move_question);
        offer(asked.can_part, "part", words.part, ui::Icon::undo, Intent::part_question);
        offer(asked.is_answered, "reopen", words.reopen, ui::Icon::redo, Intent::reopen_question);
        offer(!asked.is_hidden, "hide", words.hide, ui::Icon::block, Intent::hide_question);
        offer(asked.is_hidden, "show", words.show, ui::Icon::redo, Intent::show_question);
        if (ui.button("question.keep", words.keep, {.look = ui::Look::primary}))
            action = Action{Intent::open_questions};
    });
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, const QuestionsView& view) {
    Touched action;
    const auto around = draw_page(ui, view.furniture, [&] {
        action = view.which.empty() ? draw_lists(ui, view) : draw_choices(ui, view);
    });
    if (auto answer = draw_asked(ui, view)) return answer;
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
