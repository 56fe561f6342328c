#pragma once
// What happened at the child care desk that the lead is to know: quietly, and to the lead alone.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct AlertsView {
    struct One {
        std::string fact, text;
    };
    std::vector<One> alerts;
    std::string seen;
    bool can_go = true;
};

// Empty for anybody but the lead.
AlertsView alerts_view(const Look& look);
std::optional<Action> draw_alerts(ui::Ui& ui, const AlertsView& view);

}  // namespace welcome::kiosk::screens
