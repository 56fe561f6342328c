#pragma once
// A label of the queue as it is printed: from what is true now, so that a name put right or a new code is on
// it. Pure; any thread.

#include <optional>

#include "kiosk/labels/labels.h"

namespace welcome::kiosk::labels {

// Nothing where its subject is not known here, or is erased. `what` and `subject` as in event::LabelAsked.
std::optional<printing::Label> fill(const event::State& state, std::string_view what,
                                    std::string_view subject);

}  // namespace welcome::kiosk::labels
