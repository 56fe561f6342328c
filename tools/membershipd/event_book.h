#pragma once
// One event as the service knows it: the fold of its stored facts, when each came, and how far each
// device's facts are held. Filled from the store alone, so it is right after a restart and beside other
// processes. One owner, one thread.

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "kiosk/event/state.h"
#include "tools/membershipd/store.h"

namespace welcome::tools::membershipd {

// Sequences of one device, in any order; `through` is the highest without a gap below it.
class HeldRun {
  public:
    void take(std::uint64_t seq);
    [[nodiscard]] std::uint64_t through() const { return through_; }
    [[nodiscard]] std::uint64_t count() const { return through_ + beyond_.size(); }
    // How many below the highest are not here.
    [[nodiscard]] std::uint64_t missing() const {
        return beyond_.empty() ? 0 : *beyond_.rbegin() - through_ - beyond_.size();
    }

  private:
    std::uint64_t through_ = 0;
    std::set<std::uint64_t> beyond_;
};

class EventBook {
  public:
    explicit EventBook(const EventId& event) : event_(event) {}

    // Takes in what was stored since the last call.
    Result<void> catch_up(Store& store);
    // The same, where the caller knows the last arrival: asks nothing if that is here already.
    Result<void> catch_up(Store& store, std::int64_t last_arrival);
    // What was added right after all that is here: decided on this book, and committed.
    Result<void> take(const Additions& added, Store& store);

    [[nodiscard]] const EventId& event() const { return event_; }
    [[nodiscard]] const kiosk::event::State& state() const { return state_; }
    [[nodiscard]] std::optional<Instant> received(const FactId& fact) const;
    [[nodiscard]] std::uint64_t held(const DeviceId& device) const;
    [[nodiscard]] const std::map<DeviceId, HeldRun>& held() const { return held_; }
    [[nodiscard]] Instant heard(const DeviceId& device) const;  // when its latest fact was received
    [[nodiscard]] const std::vector<Refusal>& refusals() const { return refusals_; }
    [[nodiscard]] sync::Hlc latest() const { return latest_; }  // the furthest clock in any fact
    [[nodiscard]] std::int64_t last_arrival() const { return std::max(arrival_, refusal_arrival_); }
    [[nodiscard]] std::int64_t arrival() const { return arrival_; }

  private:
    void take(const StoredFact& one);

    EventId event_;
    kiosk::event::State state_;
    std::unordered_map<FactId, Instant> received_;
    std::map<DeviceId, HeldRun> held_;
    std::map<DeviceId, Instant> heard_;
    std::vector<Refusal> refusals_;
    sync::Hlc latest_;
    std::int64_t arrival_ = 0;          // of the last fact taken in
    std::int64_t refusal_arrival_ = 0;  // of the last refusal
};

}  // namespace welcome::tools::membershipd
