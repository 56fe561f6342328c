#pragma once
// The hybrid logical clock of one device: never goes back, whatever its wall clock does. Pure; one owner.

#include "sync/fact.h"

namespace welcome::sync {

class HybridClock {
  public:
    // The time of the next fact: after everything seen so far, and near `wall` where that is possible.
    Hlc next(Instant wall);
    // Another device's time was seen: what is written from now on comes after it.
    void witness(const Hlc& seen);
    [[nodiscard]] const Hlc& latest() const { return latest_; }

  private:
    Hlc latest_;
};

}  // namespace welcome::sync
