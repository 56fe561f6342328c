#pragma once
// "Help me read this": read aloud, louder, bigger, stronger colours, more time, less movement. Over any
// guest's screen; what was typed there stays.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct ComfortView {
    FurnitureView furniture;
    std::string title, lead;
    std::string aloud, no_voice, loudness, bigger, colours, time, movement, done;
    bool reads_aloud = false, is_bigger = false, has_strong_colours = false, has_more_time = false;
    bool has_less_movement = false;
    int how_loud = Comfort::k_usual;
};

ComfortView comfort_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const ComfortView& view);

}  // namespace welcome::kiosk::screens
