// A printer that takes raw bytes on a TCP port (9100). Where it talks back, its word counts; where it does
// not, "printed" means: all bytes were taken and the far end closed in peace, or at least its machine has
// acknowledged every one of them.
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/sockios.h>
#include <netdb.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include "printing/conversation.h"
#include "printing/printers.h"

namespace welcome::printing {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

struct FreeAddresses {
    void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

class TcpPrinter : public Printer {
  public:
    TcpPrinter(std::string host, std::string port, const PageFormat& format, const Patience& patience)
        : host_(std::move(host)),
          port_(std::move(port)),
          format_(format),
          patience_(patience),
          conversation_(format.language, patience) {}

    [[nodiscard]] PageFormat format() const override { return format_; }

    Result<void> send(const Page& page, const std::stop_token& stop) override {
        Waiter waiter(stop);
        auto socket = connect(waiter);
        if (!socket) return tl::unexpected(socket.error());
        const Line line(std::move(*socket), name());
        const auto told = conversation_.send(line, page, waiter);
        if (!told) return tl::unexpected(told.error());
        return *told ? Result<void>{} : confirm(line, waiter);
    }

    Result<void> ready(const std::stop_token& stop) override {
        Waiter waiter(stop);
        auto socket = connect(waiter);
        if (!socket) return tl::unexpected(socket.error());
        return conversation_.ask(Line(std::move(*socket), name()), waiter);
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

    // Some printers close when they have read all, some hold the line for the next job.
    Result<void> confirm(const Line& line, Waiter& waiter) const {
        ::shutdown(line.get(), SHUT_WR);
        const auto end = Clock::now() + patience_.confirm;
        for (;;) {
            const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
            const auto heard = line.read(std::max(left, milliseconds(0)), waiter);
            if (!heard) return stopped(true);
            if (heard->ended && heard->in_peace) return {};
            if (heard->ended) return fail(Fault::printer_missing, name() + " hung up", true);
            if (heard->bytes.empty() && Clock::now() >= end) return held_open(line);
        }
    }

    Result<void> held_open(const Line& line) const {
        int unacknowledged = 0;
        if (::ioctl(line.get(), SIOCOUTQ, &unacknowledged) == 0 && unacknowledged == 0) return {};
        return fail(Fault::slow, name() + " did not confirm all bytes", true);
    }

    std::string host_;
    std::string port_;
    PageFormat format_;
    Patience patience_;
    Conversation conversation_;
};

}  // namespace

std::unique_ptr<Printer> make_tcp_printer(std::string host, std::string port, const PageFormat& format,
                                          const Patience& patience) {
    return std::make_unique<TcpPrinter>(std::move(host), std::move(port), format, patience);
}

}  // namespace welcome::printing
