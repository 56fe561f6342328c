#pragma once
// What a thing that is lent is called, and who has it.

#include "kiosk/event/decide_items.h"
#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

std::string item_name(const Look& look, const event::Item& item);   // "Headset 12"
std::string item_about(const Look& look, const event::Item& item);  // "Channel 2 · Español", or empty
std::string borrower_name(const Look& look, const event::Loan& loan);
ui::Icon icon_of(event::ItemKind kind);
std::string_view kind_key(event::ItemKind kind);  // of the catalogues: one of it, with its {number}

}  // namespace welcome::kiosk::screens
