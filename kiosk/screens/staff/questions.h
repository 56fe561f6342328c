#pragma once
// The moderator's page: questions that ask the same stand together and are answered together; what is not to
// be read out is hidden, and comes back by a tap.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct QuestionsView {
    struct Row {
        std::string speech, title, detail;
        bool stands_first = true;  // of those that ask the same
    };
    struct Asked {  // a row was tapped: what shall be done
        Row row;
        bool can_move = false, can_part = false, is_hidden = false, is_answered = false;
    };
    struct Words {
        std::string open, answered, hidden, nobody, do_answer;
        std::string move, part, hide, show, reopen, keep;
    };
    FurnitureView furniture;
    Words words;
    std::string title, which, moving;  // while the one that asks the same is chosen
    std::vector<Row> open, answered, hidden;
    std::optional<Asked> asked;
    bool can_go = true;
};

QuestionsView questions_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const QuestionsView& view);

// "2 more ask the same", the language, who reads it: what stands under a question.
std::string about_question(const Look& look, const event::QuestionGroup& group);

}  // namespace welcome::kiosk::screens
