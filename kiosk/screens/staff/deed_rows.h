#pragma once
// What was done last, line by line, and the question why something is taken back. Shared by the volunteers'
// screens that show deeds.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct DeedRow {
    std::string fact, text, time, undo;
    ui::Icon icon = ui::Icon::none;
    bool can_undo = false;
    bool undone = false;
};

// Newest first. Children are named to those who mind them only.
std::vector<DeedRow> deed_rows(const Look& look, std::size_t how_many, std::size_t passed_over = 0);
// ids: PREFIX.N, and PREFIX.N.undo where it may be undone.
std::optional<Action> draw_deeds(ui::Ui& ui, const std::string& prefix, const std::vector<DeedRow>& rows);

struct UndoView {
    std::string title, text, wrong_person, did_not_come, mistake, keep;
};
std::optional<UndoView> undo_view(const Look& look);
// Call after the page: a dialog stands over everything.
std::optional<Action> draw_undo(ui::Ui& ui, const std::optional<UndoView>& view);

// True where the rules would let who is unlocked take this fact back.
bool may_undo(const Look& look, const FactId& fact);

}  // namespace welcome::kiosk::screens
