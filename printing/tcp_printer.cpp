// A printer that takes raw bytes on a TCP port (9100). It says nothing back, so "printed" means: all bytes
// were taken and the far end closed in peace, or at least its machine has acknowledged every one of them.
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/sockios.h>
#include <netdb.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "printing/printers.h"

namespace welcome::printing {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int get() const { return number_; }

  private:
    int number_;
};

struct FreeAddresses {
    void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

enum class Wait { ready, timed_out, stopped };

// Waits for a socket and for the stop request at once.
class Waiter {
  public:
    explicit Waiter(std::stop_token stop)
        : bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), ring_(std::move(stop), Ring{bell_.get()}) {}

    Wait wait(int socket, short events, milliseconds patience) {
        const auto end = Clock::now() + patience;
        for (;;) {
            const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
            std::array<pollfd, 2> polled{{{socket, events, 0}, {bell_.get(), POLLIN, 0}}};
            const int ready =
                ::poll(polled.data(), polled.size(), std::max(0, static_cast<int>(left.count())));
            if (ready < 0 && errno == EINTR) continue;
            if (polled[1].revents != 0) return Wait::stopped;
            return polled[0].revents != 0 ? Wait::ready : Wait::timed_out;
        }
    }

  private:
    struct Ring {
        int bell;
        void operator()() const {
            const std::uint64_t one = 1;
            [[maybe_unused]] const auto written = ::write(bell, &one, sizeof one);
        }
    };
    Descriptor bell_;
    std::stop_callback<Ring> ring_;
};

tl::unexpected<Error> stopped(bool begun) {
    return fail(Fault::busy, "stopped while printing", begun);
}

class TcpPrinter : public Printer {
  public:
    TcpPrinter(std::string host, std::string port, const PageFormat& format, const Patience& patience)
        : host_(std::move(host)), port_(std::move(port)), format_(format), patience_(patience) {}

    [[nodiscard]] PageFormat format() const override { return format_; }

    Result<void> send(const Page& page, std::stop_token stop) override {
        Waiter waiter(std::move(stop));
        const auto socket = connect(waiter);
        if (!socket) return tl::unexpected(socket.error());
        if (auto noted = page.may_leave(); !noted) return noted;
        if (auto written = write(*socket, page.bytes, waiter); !written) return written;
        return confirm(*socket, waiter);
    }

    Result<void> ready(std::stop_token stop) override {
        Waiter waiter(std::move(stop));
        const auto socket = connect(waiter);
        if (!socket) return tl::unexpected(socket.error());
        return {};
    }

  private:
    [[nodiscard]] std::string name() const { return host_ + ":" + port_; }

    tl::unexpected<Error> missing(const std::string& why) const {
        return fail(Fault::printer_missing, "no printer at " + name() + ": " + why);
    }

    Result<Descriptor> connect(Waiter& waiter) const {
        addrinfo hints{};
        hints.ai_socktype = SOCK_STREAM;
        addrinfo* list = nullptr;
        const int failed = ::getaddrinfo(host_.c_str(), port_.c_str(), &hints, &list);
        const Addresses addresses(list);
        if (failed != 0) return missing(::gai_strerror(failed));
        std::string why = "no address";
        for (const addrinfo* one = list; one != nullptr; one = one->ai_next) {
            auto socket = connect_to(*one, waiter);
            if (socket || socket.error().fault == Fault::busy) return socket;
            why = socket.error().detail;
        }
        return missing(why);
    }

    Result<Descriptor> connect_to(const addrinfo& to, Waiter& waiter) const {
        Descriptor socket(::socket(to.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        if (socket.get() < 0) return fail(Fault::printer_missing, std::strerror(errno));
        if (::connect(socket.get(), to.ai_addr, to.ai_addrlen) == 0) return socket;
        if (errno != EINPROGRESS) return fail(Fault::printer_missing, std::strerror(errno));
        const Wait waited = waiter.wait(socket.get(), POLLOUT, patience_.connect);
        if (waited == Wait::stopped) return stopped(false);
        if (waited == Wait::timed_out) return fail(Fault::printer_missing, "no answer in time");
        int error = 0;
        socklen_t size = sizeof error;
        ::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size);
        if (error != 0) return fail(Fault::printer_missing, std::strerror(error));
        return socket;
    }

    Result<void> write(const Descriptor& socket, std::string_view bytes, Waiter& waiter) const {
        bool begun = false;
        while (!bytes.empty()) {
            const ssize_t taken = ::send(socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (taken > 0) {
                begun = true;
                bytes.remove_prefix(static_cast<std::size_t>(taken));
                continue;
            }
            if (errno == EINTR) continue;
            if (errno != EAGAIN && errno != EWOULDBLOCK)
                return fail(Fault::printer_missing, name() + ": " + std::strerror(errno), begun);
            const Wait waited = waiter.wait(socket.get(), POLLOUT, patience_.write);
            if (waited == Wait::stopped) return stopped(begun);
            if (waited == Wait::timed_out) return fail(Fault::slow, name() + " takes no more bytes", begun);
        }
        return {};
    }

    // Some printers close when they have read all, some hold the line for the next job.
    Result<void> confirm(const Descriptor& socket, Waiter& waiter) const {
        ::shutdown(socket.get(), SHUT_WR);
        const auto end = Clock::now() + patience_.confirm;
        for (;;) {
            const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
            const Wait waited = waiter.wait(socket.get(), POLLIN, std::max(left, milliseconds(0)));
            if (waited == Wait::timed_out) return held_open(socket);
            if (waited == Wait::stopped) return stopped(true);
            std::array<char, 256> said{};
            const ssize_t count = ::recv(socket.get(), said.data(), said.size(), 0);
            if (count == 0) return {};
            if (count < 0 && errno != EAGAIN && errno != EINTR)
                return fail(Fault::printer_missing, name() + " hung up: " + std::strerror(errno), true);
        }
    }

    Result<void> held_open(const Descriptor& socket) const {
        int unacknowledged = 0;
        if (::ioctl(socket.get(), SIOCOUTQ, &unacknowledged) == 0 && unacknowledged == 0) return {};
        return fail(Fault::slow, name() + " did not confirm all bytes", true);
    }

    std::string host_;
    std::string port_;
    PageFormat format_;
    Patience patience_;
};

}  // namespace

std::unique_ptr<Printer> make_tcp_printer(std::string host, std::string port, const PageFormat& format,
                                          const Patience& patience) {
    return std::make_unique<TcpPrinter>(std::move(host), std::move(port), format, patience);
}

}  // namespace welcome::printing
