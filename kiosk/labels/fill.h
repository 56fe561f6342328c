#pragma once
// A label as it is printed: from what is true now, so that a name put right or a new code is on it.

#include <string>
#include <vector>

#include "kiosk/labels/catalogues.h"

namespace welcome::kiosk::labels {

// What labels need beside the State.
struct Press {
    Catalogues& words;
    Signing signing;
    std::string time = {};  // this moment as people read it
};

// Its pages, one but for the roll-call; none where its subject is not known here, or is erased. `what` is
// the design ("badge", "child", "claim", "speaker", "item", "rollcall"), `subject` the id of the person,
// stay, speech or thing; of the roll-call the language.
std::vector<printing::Label> fill(const event::State& state, std::string_view what, std::string_view subject,
                                  const Press& press);

}  // namespace welcome::kiosk::labels
