#include "printing/line.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace welcome::printing {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

}  // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

void Waiter::Ring::operator()() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(bell, &one, sizeof one);
}

Waiter::Waiter(std::stop_token stop)
    : bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), ring_(std::move(stop), Ring{bell_.get()}) {}

Wait Waiter::wait(int descriptor, short events, milliseconds patience) {
    const auto end = Clock::now() + patience;
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
        std::array<pollfd, 2> polled{{{descriptor, events, 0}, {bell_.get(), POLLIN, 0}}};
        const int ready = ::poll(polled.data(), polled.size(), std::max(0, static_cast<int>(left.count())));
        if (ready < 0 && errno == EINTR) continue;
        if (polled[1].revents != 0) return Wait::stopped;
        return polled[0].revents != 0 ? Wait::ready : Wait::timed_out;
    }
}

tl::unexpected<Error> stopped(bool begun) {
    return fail(Fault::busy, "stopped while printing", begun);
}

Result<void> Line::write(std::string_view bytes, milliseconds patience, Waiter& waiter) const {
    bool begun = false;
    while (!bytes.empty()) {
        const ssize_t taken = ::write(get(), bytes.data(), bytes.size());
        if (taken > 0) {
            begun = true;
            bytes.remove_prefix(static_cast<std::size_t>(taken));
            continue;
        }
        if (taken < 0 && errno == EINTR) continue;
        if (taken < 0 && errno != EAGAIN && errno != EWOULDBLOCK)
            return fail(Fault::printer_missing, name_ + ": " + std::strerror(errno), begun);
        const Wait waited = waiter.wait(get(), POLLOUT, patience);
        if (waited == Wait::stopped) return stopped(begun);
        if (waited == Wait::timed_out) return fail(Fault::slow, name_ + " takes no more bytes", begun);
    }
    return {};
}

Result<Line::Heard> Line::read(milliseconds patience, Waiter& waiter) const {
    const Wait waited = waiter.wait(get(), POLLIN, patience);
    if (waited == Wait::stopped) return stopped(false);
    Heard heard;
    if (waited == Wait::timed_out) return heard;
    std::array<char, 512> some{};
    const ssize_t count = ::read(get(), some.data(), some.size());
    if (count > 0) heard.bytes.assign(some.data(), static_cast<std::size_t>(count));
    const bool passing = count < 0 && (errno == EAGAIN || errno == EINTR);
    heard.ended = count == 0 || (count < 0 && !passing);
    heard.in_peace = count >= 0 || passing;
    return heard;
}

}  // namespace welcome::printing
