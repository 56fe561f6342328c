#pragma once
// The raffle: a word that the room calls out draws one of those who are in, and every draw stays in sight.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct RaffleView {
    struct Draw {
        std::string name, detail, trailing;
        bool is_void = false;
    };
    FurnitureView furniture;
    std::string title, lead, prize_label, prize, word_label, word, draw, none, drawn;
    std::vector<Draw> draws;  // the newest first
    bool can_go = true;
};

RaffleView raffle_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, RaffleView view);

}  // namespace welcome::kiosk::screens
