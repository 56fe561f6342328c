#pragma once
// How the line goes: arrivals, seconds a party, tablets at work, the wait, and whether to open one more.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct LineView {
    struct Stat {
        std::string id, number, label;
        ui::Tone tone = ui::Tone::plain;
    };
    FurnitureView furniture;
    std::string title, advice, count_label, note;
    ui::Notice kind = ui::Notice::info;
    std::vector<Stat> stats;
    int in_line = 0;
};

LineView line_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const LineView& view);

// The advice as a sentence, where somebody must act; empty where all is well.
std::string line_alarm(const Look& look);

}  // namespace welcome::kiosk::screens
