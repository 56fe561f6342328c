#pragma once
// How long a tablet and another could not reach each other, told by what arrived late. Pure.

#include <chrono>
#include <map>
#include <optional>
#include <vector>

#include "sync/fact.h"

namespace welcome::kiosk::event {

struct Apart {
    sync::DeviceId device;
    std::chrono::milliseconds longest{};  // at least so long
    sync::Instant until;                  // it was still so, by the own clock
};

// Of the tablet `own`, whose facts it takes in order of arrival. What another wrote at ten past and is here
// only after the own fact of half past was at least twenty minutes on its way. Clocks that differ count as
// time, so nothing under a minute is told.
class ApartWatch {
  public:
    explicit ApartWatch(const sync::DeviceId& own) : own_(own) {}

    void take(const sync::Fact& fact);
    [[nodiscard]] std::vector<Apart> told() const;  // one a tablet, the longest first

  private:
    sync::DeviceId own_;
    std::optional<sync::Instant> now_;
    std::map<sync::DeviceId, Apart> longest_;
};

}  // namespace welcome::kiosk::event
