#pragma once
// Speak, or ask a question: first which, then the few words about it. Nobody has to give a name.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct SpeakView {
    FurnitureView furniture;
    std::string title, skip;
    // which
    std::string talk, talk_hint, question, question_hint;
    // the form, once that is known
    bool is_form = false, is_question = false;
    std::string words, words_label, words_hint, interpreter, call_me, read_out, ready;
    bool wants_interpreter = false, by_name = false, wants_reading = false;
    bool can_go = true;
};

SpeakView speak_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, SpeakView view);

}  // namespace welcome::kiosk::screens
