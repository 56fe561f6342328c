#pragma once
// What was written down twice, for the lead: entries that may be one person, and what tablets that could not
// see each other both did, with what was made of it and what is left to do.

#include "kiosk/screens/furniture.h"
#include "kiosk/screens/staff/row_view.h"

namespace welcome::kiosk::screens {

struct TwiceView {
    struct Part {
        std::string id, title, lead;
        std::vector<RowView> rows;
    };
    FurnitureView furniture;
    std::string title, nothing;
    std::vector<Part> parts;  // none of them without a row
};

TwiceView twice_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const TwiceView& view);

// Whether the page is worth its tile: there are other tablets, or something was written down twice.
bool has_twice(const Model& model, const event::State& state);
// Two entries a row, that may be one person; a tap compares them. Their ids are `prefix` and the place.
std::vector<RowView> twin_rows(const Look& look, const std::string& prefix);

}  // namespace welcome::kiosk::screens
