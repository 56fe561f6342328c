#pragma once
// How alike two folded words are written, 0 … 1. Pure; any thread.

#include <string_view>

namespace welcome::kiosk::event {

// Winkler 1990: letters that match nearby, in order; a common beginning of up to four counts more.
double jaro_winkler(std::string_view left, std::string_view right);

// 1 less the share of letters that a typist would have to mend; two swapped neighbours are one slip.
double edit_share(std::string_view left, std::string_view right);

// How well a typed word fits a name's word; what is still being typed fits a beginning.
double word_fit(std::string_view typed, std::string_view word);

}  // namespace welcome::kiosk::event
