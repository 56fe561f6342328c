#pragma once
// What the printer makes before doors: numbered sign-in sheets and pre-numbered cards. Pure; any thread.

#include <string>
#include <string_view>

#include "kiosk/event/sheet.h"
#include "kiosk/event/state.h"
#include "printing/label.h"

namespace welcome::kiosk::labels {

struct SheetWords {
    std::string language = "en";
    std::string heading = "Welcome! Please sign in if you like.";
    std::string notice = "You do not have to write your name. You can just come in.";
    std::string name = "Name";
    std::string contact = "Phone or email, if you like";
    std::string adults = "Grown-ups with you";
    std::string children = "Children";
};
// Of the languages that guests are offered; English for any other.
SheetWords sheet_words_for(std::string_view language);

// Names nobody. The code says the event and the number.
printing::Label sheet_label(const event::State& state, const sync::EventId& event, int number,
                            const SheetWords& words);

// `secret`: 128 random bits as text, so that nobody can make a neighbour's card from its number.
printing::Label card_label(const event::State& state, int number, std::string_view secret);

}  // namespace welcome::kiosk::labels
