#pragma once
// Which facts to send next, several batches at once, and what becomes of a batch that the service will not
// take: halved until the one bad fact is alone, and that one set aside, in sight, and tried again later.
// Pure; one owner.

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "sync/fact.h"

namespace welcome::sync {

using Moment = std::chrono::steady_clock::time_point;
using Held = std::map<DeviceId, std::uint64_t>;

// A run of one device's facts: those after `after`, `count` of them.
struct Span {
    DeviceId device;
    std::uint64_t after = 0;
    std::uint64_t count = 0;
    bool operator==(const Span&) const = default;
};

struct Place {  // of one fact
    DeviceId device;
    std::uint64_t seq = 0;
    auto operator<=>(const Place&) const = default;
};

class PushPlan {
  public:
    struct Patience {
        std::chrono::milliseconds poison{300'000};  // until a fact that made the service fail is tried again
        int poison_in_a_row = 3;  // so many without one success: it is the service, not the facts
    };
    explicit PushPlan(Patience patience) : patience_(patience), poison_limit_(patience.poison_in_a_row) {}

    // What the service says it holds. A service that lost facts is sent them again.
    void service_holds(const Held& held);

    // Never what is on its way. While something is, nothing that needs care goes beside it.
    [[nodiscard]] std::optional<Span> next(const Held& here, std::uint64_t most, Moment now) const;

    void sent(const Span& span) {
        under_way_.push_back(span);
    }  // until it is answered, given up, split or aside
    void give_up(const Span& span) { std::erase(under_way_, span); }  // as if it had never been sent
    void answered(const Span& span);                                  // every fact of it got its answer
    void ask_again(const Place& place, Moment due);                   // but this one: "retry"
    void split(const Span& span);                                     // count > 1: halves next
    // The span is one fact that the service fails at. False: so many in a row that the service is unwell;
    // then they are all taken back, to be sent again.
    bool set_aside(const Span& span, Moment now);
    void refused(const Place& place) { refused_.insert(place); }

    struct Count {
        std::uint64_t captured = 0, accepted = 0, waiting = 0, refused = 0;
    };
    [[nodiscard]] Count count(const Held& here) const;
    [[nodiscard]] std::optional<Moment> next_due() const;  // of what was set aside

  private:
    struct Aside {
        Moment due;
        bool poison = false;
    };
    [[nodiscard]] std::uint64_t done(const DeviceId& device) const;
    void close_gaps(const DeviceId& device);
    void take_back_the_row();

    Patience patience_;
    Held done_;  // device → every fact up to here was answered or set aside
    // Device → the same of further facts, whose batches overtook another: after → through.
    std::map<DeviceId, std::map<std::uint64_t, std::uint64_t>> beyond_;
    std::vector<Span> under_way_;
    std::vector<Span> halves_;  // to send before anything else, last first
    std::map<Place, Aside> aside_;
    std::set<Place> refused_;
    std::vector<Place> poison_row_;  // set aside since the last success
    int poison_limit_;
};

}  // namespace welcome::sync
