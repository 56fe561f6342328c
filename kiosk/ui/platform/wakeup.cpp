#include "kiosk/ui/platform/wakeup.h"

#include <algorithm>
#include <array>
#include <climits>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace welcome::kiosk::ui {

Wakeup::Wakeup() : bell_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Wakeup::~Wakeup() {
    if (bell_ >= 0) close(bell_);
}

// A bell that is full rings already: a failed write loses nothing.
void Wakeup::ring() const {
    const std::uint64_t once = 1;
    [[maybe_unused]] const ssize_t written = write(bell_, &once, sizeof once);
}

void Wakeup::sleep(int connection, std::optional<std::chrono::milliseconds> at_most) const {
    using Count = std::chrono::milliseconds::rep;
    const int timeout = at_most ? static_cast<int>(std::clamp<Count>(at_most->count(), 0, INT_MAX)) : -1;
    std::array<pollfd, 2> watched{pollfd{connection, POLLIN, 0}, pollfd{bell_, POLLIN, 0}};
    poll(watched.data(), watched.size(),
         timeout);  // a signal also wakes: the caller looks around and comes back
    if ((watched[1].revents & POLLIN) == 0) return;
    std::uint64_t rings = 0;
    [[maybe_unused]] const ssize_t heard = read(bell_, &rings, sizeof rings);
}

}  // namespace welcome::kiosk::ui
