#pragma once
// The other tablets, line by line: last seen, how far behind, battery, what waits there; and the lead's word
// that one is off for good.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct TabletRowView {
    std::string device, name, detail, battery;
    ui::Icon icon = ui::Icon::devices;
    ui::Tone battery_tone = ui::Tone::soft;
    std::string call_lost;  // the button's word; empty: there is none
};
// This one left out; those in touch first, then by name.
std::vector<TabletRowView> tablet_rows(const Look& look);
// This one: its battery, its printer, what waits here.
TabletRowView own_tablet_row(const Look& look);
// "Its clock is 7 minutes ahead"; empty where the two are as good as alike.
std::string clock_apart_text(const Look& look, const OtherTablet& tablet);
// Their ids are `prefix` and the place, from 1.
std::optional<Action> draw_tablet_rows(ui::Ui& ui, const std::vector<TabletRowView>& rows, bool can_act,
                                       const std::string& prefix = "sync.tablet.");

struct LostView {
    std::string title, text, yes, keep;
};
std::optional<LostView> lost_view(const Look& look);  // while it is asked
std::optional<Action> draw_lost(ui::Ui& ui, const std::optional<LostView>& view);

}  // namespace welcome::kiosk::screens
