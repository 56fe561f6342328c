#pragma once
// The languages to choose from, each by its own name: over any screen, from the globe in its bar.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct LanguageListView {
    FurnitureView furniture;
    std::string title;
    std::vector<std::string> tags;
    std::string chosen;
};

LanguageListView language_list_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const LanguageListView& view);

}  // namespace welcome::kiosk::screens
