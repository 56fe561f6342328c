#pragma once
// The lead's rules of the microphone: whether the line is open, how long each turn is, how long all are.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct SpeakingRulesView {
    struct Tier {
        std::string label;
        int minutes = 0;
    };
    FurnitureView furniture;
    std::string title, open, questions, double_time, total;
    bool is_open = false, takes_questions = false, doubles = false;
    std::vector<Tier> tiers;
    std::vector<ui::Option> totals;
    std::string total_now;
    bool can_go = true;
};

SpeakingRulesView speaking_rules_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const SpeakingRulesView& view);

// What an event takes where its file says nothing and the lead turns it on (shared/field.md, 1.1).
event::SpeakingRules usual_speaking_rules();

}  // namespace welcome::kiosk::screens
