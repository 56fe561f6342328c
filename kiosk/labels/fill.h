#pragma once
// A label as it is printed: from what is true now, so that a name put right or a new code is on it. Pure; any
// thread.

#include <string>
#include <vector>

#include "kiosk/labels/labels.h"

namespace welcome::kiosk::labels {

// Its pages, one but for the roll-call; none where its subject is not known here, or is erased. `what` is
// the design ("badge", "child", "claim", "speaker", "rollcall"), `subject` the id of the person, stay or
// speech; of the roll-call the language. `time` is this moment as people read it.
std::vector<printing::Label> fill(const event::State& state, std::string_view what, std::string_view subject,
                                  const std::string& time);

}  // namespace welcome::kiosk::labels
