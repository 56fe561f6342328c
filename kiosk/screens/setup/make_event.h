#pragma once
// A new event made in the window itself: its name, when, where the clock stands, and the lead; then its
// unlock card, large. Pure but for `draw`. UI thread.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/ui.h"
#include "kiosk/ui/words.h"

namespace welcome::kiosk::screens {

struct MakeModel {
    enum class Page { none, form, card };  // none: the tablet asks for a card instead
    Page page = Page::none;
    std::string name, date, time, lead, pin;
    std::string zone = "America/New_York";
    std::string notice;  // key of the sentence after a refusal
    bool making = false;
    ui::Modules card;  // the unlock card's code
};

struct MakeTouched {
    enum class What { open, back, name, date, time, zone, lead, pin, create, on_paper, not_yet };
    What what;
    std::string text = {};
};

struct MakeView {
    ui::Page page;
    bool is_card = false;
    std::string title, lead, notice, making;
    std::string name_label, date_label, time_label, zone_label, lead_label, pin_label, create;
    std::string name, date, time, lead_name, pin, zone;
    std::vector<ui::Option> zones;
    std::string card_alt, on_paper, not_yet;
    ui::Modules card;
};

// What is wrong with the form, as the key of a sentence; empty where nothing is. The date and the time are
// read by whoever makes the event.
std::string flaw_of(const MakeModel& model);

// The zones of the United States; `machine`'s own comes first where it is another one.
std::vector<std::string> zones_for(const std::string& machine);

MakeView make_view(const MakeModel& model, const std::vector<std::string>& zones, const ui::Words& words);
std::optional<MakeTouched> draw(ui::Ui& ui, MakeView view);
// What a touch changes by itself; `create` and the card's end are the caller's, who has the disk.
void step(MakeModel& model, const MakeTouched& touched);

}  // namespace welcome::kiosk::screens
