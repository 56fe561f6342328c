#pragma once
// How far the evening's facts have got, in plain words: captured = accepted + waiting + refused.

#include "kiosk/screens/staff/tablet_rows.h"

namespace welcome::kiosk::screens {

struct SyncBoardView {
    struct Count {
        std::string id, number, label;
        ui::Tone tone = ui::Tone::plain;
    };
    struct Fix {
        std::string what, why;
    };
    FurnitureView furniture;
    std::string title, sentence, fix_title, labels, open_labels, others_title, others_sentence;
    ui::Notice kind = ui::Notice::info;
    std::vector<Count> counts;
    std::vector<Fix> fixes;
    std::vector<TabletRowView> others;
    std::optional<LostView> lost;
    bool can_act = true;
};

SyncBoardView sync_board_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const SyncBoardView& view);

}  // namespace welcome::kiosk::screens
