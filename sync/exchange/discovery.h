#pragma once
// Tablets of the same event on this network, by Avahi (DNS-SD, `_welcometable._tcp`, the event's id in TXT),
// and this one told to them. What is found is only an address to try: whoever answers there proves with the
// event's key that it belongs. Without a running avahi-daemon nothing is found, and `is_running` says so; the
// daemon may come and go. Callbacks come on Avahi's own thread, which ends with this.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "sync/id.h"

namespace welcome::sync {

class Discovery {
  public:
    // `seen` true: a tablet is at HOST:PORT; false: it is gone.
    using Heard = std::function<void(bool seen, const std::string& address)>;

    Discovery(const EventId& event, const DeviceId& device, std::uint16_t port, Heard heard);
    ~Discovery();

    [[nodiscard]] bool is_running() const;

  private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace welcome::sync
