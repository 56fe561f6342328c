#include "kiosk/screens/staff/row_view.h"

namespace welcome::kiosk::screens {

std::optional<Action> draw_row(ui::Ui& ui, const RowView& row) {
    const auto tap = ui.list_row(row.id, row.title,
                                 {.icon = row.icon,
                                  .detail = row.detail,
                                  .trailing = row.trailing,
                                  .trailing_tone = row.tone,
                                  .action_id = row.action_id,
                                  .action_label = row.action_label,
                                  .action_icon = row.action_id.empty() ? ui::Icon::none : ui::Icon::save,
                                  .opens = row.row_means.has_value()});
    if (tap == ui::RowTap::row) return row.row_means;
    if (tap == ui::RowTap::action) return row.action_means;
    return std::nullopt;
}

}  // namespace welcome::kiosk::screens
