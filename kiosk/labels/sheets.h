#pragma once
// What the printer makes before doors: numbered sign-in sheets and pre-numbered cards. Pure; any thread.

#include <string>
#include <string_view>

#include "kiosk/event/sheet.h"
#include "kiosk/event/state.h"
#include "printing/label.h"

namespace welcome::kiosk::labels {

// As Catalogues reads them.
struct SheetWords {
    std::string language;  // BCP 47
    std::string heading, notice, name, contact, adults, children;
};

// Names nobody. The code says the event and the number.
printing::Label sheet_label(const event::State& state, const sync::EventId& event, int number,
                            const SheetWords& words);

// `secret`: 128 random bits as text, so that nobody can make a neighbour's card from its number.
printing::Label card_label(const event::State& state, int number, std::string_view secret);

}  // namespace welcome::kiosk::labels
