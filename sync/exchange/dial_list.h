#pragma once
// Where other tablets may be, and when to try each again: a wait that doubles from a tenth of a second to two
// seconds, so that tablets that lost each other meet soon after they can. A tablet that is in touch, by
// whichever connection and whoever dialled, is not dialled. Pure; one owner.

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sync/id.h"

namespace welcome::sync {

using Moment = std::chrono::steady_clock::time_point;

class DialList {
  public:
    using InTouch = std::function<bool(const DeviceId&)>;

    void add(const std::string& address);    // listed by a person; stays
    void found(const std::string& address);  // seen on the network; at most k_most_found
    void lost(const std::string& address);   // no more seen; a listed one stays
    [[nodiscard]] std::size_t size() const { return places_.size(); }

    // What to dial now; each is taken as being dialled until `failed` or `ended`.
    std::vector<std::string> due(Moment now, const InTouch& in_touch);
    [[nodiscard]] std::optional<Moment> next(const InTouch& in_touch) const;

    void met(const std::string& address, const DeviceId& device, bool is_self);
    void failed(const std::string& address, Moment now, double random);  // never met, or not this time
    void ended(const std::string& address, Moment now);                  // had met: try soon

  private:
    struct Place {
        bool listed = false, dialling = false, is_self = false;
        std::optional<DeviceId> device;
        Moment not_before{};
        int failures = 0;
    };
    static constexpr std::size_t k_most_found = 200;
    [[nodiscard]] static bool is_wanted(const Place& place, const InTouch& in_touch);

    std::map<std::string, Place> places_;
};

}  // namespace welcome::sync
