#pragma once
// Who of those who are in would like to speak.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct SpeakersView {
    struct Row {
        std::string person, name, since;
    };
    FurnitureView furniture;
    std::string title, nobody;
    std::vector<Row> rows;
};

SpeakersView speakers_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const SpeakersView& view);

}  // namespace welcome::kiosk::screens
