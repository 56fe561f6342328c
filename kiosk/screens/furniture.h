#pragma once
// What stands in the same place on every screen: Back, Start over, Language, Bigger, Get a helper; the
// idle question; the plain sentence after a refusal.

#include <optional>

#include "kiosk/screens/happening.h"
#include "kiosk/ui/ui.h"
#include "kiosk/ui/words.h"

namespace welcome::kiosk::screens {

// What every view is made from. Pure: looks, never changes.
struct Look {
    const Model& model;
    const event::State& state;
    const ui::Words& words;
    Steady now{0};
};

struct NoticeView {
    std::string text;
    bool good = false;
};

struct FurnitureView {
    ui::Page page;
    std::optional<NoticeView> notice;
    std::string idle_title, idle_text, idle_yes, idle_over;
    int idle_seconds = -1;  // below 0: no question
    std::string band;       // over everything while it is a rehearsal
    std::string spinner;    // while something is made durable; empty: nothing is
};

// A guest's page; `step` of `steps` lights the dots.
FurnitureView guest_furniture(const Look& look, const std::string& id, int step = 0, int steps = 0);
// Every language in its own script, for the first screen's bar.
std::vector<ui::BarItem> language_items(const std::string& now);
// A page that leads back and nowhere else: the tablet is being set up.
FurnitureView setup_furniture(const Look& look, const std::string& id);
// A volunteer's page with its own bar.
FurnitureView staff_furniture(const Look& look, const std::string& id, bool leads_back = false);

// The page around `body`, and what was touched of the furniture.
std::optional<Action> draw_page(ui::Ui& ui, const FurnitureView& view, const ui::Draw& body);

// "••• 0142": the last four digits, as proof and no more; empty where there is no phone.
std::string masked_phone(const std::string& phone);
// "6:04 pm" in the event's zone and the guest's language.
std::string clock_text(const Look& look, event::Instant at);

}  // namespace welcome::kiosk::screens
