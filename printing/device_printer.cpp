// A printer at a device file of this machine, as the kernel gives one for USB (/dev/usb/lp0).
#include <cerrno>
#include <cstring>
#include <fcntl.h>

#include "printing/conversation.h"
#include "printing/printers.h"

namespace welcome::printing {
namespace {

class DevicePrinter : public Printer {
  public:
    DevicePrinter(std::filesystem::path device, const PageFormat& format, const Patience& patience)
        : device_(std::move(device)), format_(format), conversation_(format.language, patience) {}

    [[nodiscard]] PageFormat format() const override { return format_; }

    Result<void> send(const Page& page, const std::stop_token& stop) override {
        Waiter waiter(stop);
        auto line = open_line();
        if (!line) return tl::unexpected(line.error());
        // Where it says nothing: the kernel took all of it, and it takes no more than the printer does.
        return conversation_.send(*line, page, waiter).map([](bool /*told*/) {});
    }

    Result<void> ready(const std::stop_token& stop) override {
        Waiter waiter(stop);
        auto line = open_line();
        if (!line) return tl::unexpected(line.error());
        return conversation_.ask(*line, waiter);
    }

  private:
    [[nodiscard]] Result<Line> open_line() const {
        Descriptor file(::open(device_.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
        if (file.get() >= 0) return Line(std::move(file), device_.string());
        const bool taken = errno == EBUSY;
        return fail(taken ? Fault::busy : Fault::printer_missing,
                    device_.string() + ": " + std::strerror(errno));
    }

    std::filesystem::path device_;
    PageFormat format_;
    Conversation conversation_;
};

}  // namespace

std::unique_ptr<Printer> make_device_printer(std::filesystem::path device, const PageFormat& format,
                                             const Patience& patience) {
    return std::make_unique<DevicePrinter>(std::move(device), format, patience);
}

}  // namespace welcome::printing
