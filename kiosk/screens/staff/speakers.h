#pragma once
// The caller's view: who is at the microphone and how long still, who is next, who waits, what was asked in
// writing. Names only of those who want to be called by theirs.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct SpeakersView {
    struct Row {
        std::string speech, title, detail, trailing;
    };
    struct Now {
        Row who;
        std::string time, light;
        ui::Tone tone = ui::Tone::plain;
        ui::Icon icon = ui::Icon::none;
        bool is_running = false;
    };
    struct Words {
        std::string now, start, stop, more_time, end, not_here;
        std::string waiting, nobody, skipped, call, questions, answered;
        std::string sort, timer, add, close, withdraw, print, keep;
    };
    FurnitureView furniture;
    Words words;
    std::string title, off, state, closed, nobody_up, call_next;
    std::optional<Now> now;
    std::optional<Row> next;  // on deck
    std::vector<Row> waiting, skipped, questions;
    std::optional<Row> asked;  // a row was tapped, or its ticket scanned: what shall be done
    std::string call_asked;    // empty while somebody else is up
    bool has_questions = false;
    bool takes_speakers = false, is_open = false, may_rule = false, can_print = false, can_go = true;
};

SpeakersView speakers_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const SpeakersView& view);

}  // namespace welcome::kiosk::screens
