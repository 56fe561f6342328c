#pragma once
// The code of a pre-numbered card for whoever gives no name: a ticket like any other seller's until it is
// bound to somebody, and its number can be read off it. Pure; any thread.

#include <string>
#include <string_view>

namespace welcome::kiosk::event {

// "WTN:" + the number + ":" + the secret that makes it a card of ours.
std::string write_card_code(int number, std::string_view secret);
// Empty where it is no card's code.
std::string_view read_card_number(std::string_view scanned);

}  // namespace welcome::kiosk::event
