#pragma once
// When a roster last said something new, by the clock of the tablet that read it. One owner, one thread.

#include <optional>

#include "sync/journal/journal.h"

namespace welcome::kiosk::session {

class RosterAge {
  public:
    // Looks only at what came since the last call.
    std::optional<sync::Instant> changed_at(const sync::Journal& journal);

  private:
    std::int64_t row_ = 0;
    std::optional<sync::Instant> latest_;
};

}  // namespace welcome::kiosk::session
