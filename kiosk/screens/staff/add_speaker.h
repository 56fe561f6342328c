#pragma once
// A volunteer puts somebody into the line who has no screen at hand: a name if they want one, and no more.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct AddSpeakerView {
    FurnitureView furniture;
    std::string title, name_label, name, words_label, words, interpreter, ready;
    bool wants_interpreter = false, can_go = true;
};

AddSpeakerView add_speaker_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, AddSpeakerView view);

}  // namespace welcome::kiosk::screens
