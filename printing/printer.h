#pragma once
// One printer, by its address. Made by open_printer; send() blocks, so it belongs to the print worker's
// thread (Spool) or to a command that may wait. A stop request ends it within a moment.

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "printing/painter.h"
#include "printing/result.h"

namespace welcome::printing {

// A label in the printer's own language, ready to go.
struct Page {
    std::string bytes;
    std::string title;  // the design's name: it may show in a printer's list, so it is never a person's
    Stock size;
    // Called once, before the first byte leaves: whoever must remember that it did, remembers it durably now.
    // False: nothing may leave. Empty: nobody needs to know.
    std::function<bool()> leaves = {};

    [[nodiscard]] Result<void> may_leave() const;
};

class Printer {
  public:
    Printer() = default;
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;
    virtual ~Printer() = default;

    [[nodiscard]] virtual PageFormat format() const = 0;
    // An error says in may_have_printed whether some of the page had left before it failed.
    virtual Result<void> send(const Page& page, const std::stop_token& stop) = 0;
    // Whether it could print now, as far as it can be told without printing.
    virtual Result<void> ready(const std::stop_token& /*stop*/) { return {}; }

    // One job, a page for each label.
    Result<void> print(LabelPainter& painter, const std::vector<Label>& pages,
                       const std::stop_token& stop = {}, std::function<bool()> leaves = {});
    Result<void> print(LabelPainter& painter, const Label& label, const std::stop_token& stop = {}) {
        return print(painter, std::vector<Label>{label}, stop);
    }
};

struct Patience {
    std::chrono::milliseconds connect{3'000};
    std::chrono::milliseconds write{5'000};    // without a byte taken
    std::chrono::milliseconds confirm{2'000};  // for the far end of TCP to close, too
    std::chrono::milliseconds answer{500};     // to a question how it stands
    std::chrono::milliseconds finish{30'000};  // for a printer or print service to say what became of it
};

// file:/path/label.png (the ending decides: png, pdf, zpl, escpos, brother-ql), folder:/path (a new file a
// label), tcp://host[:9100], usb:/dev/usb/lp0, ipp://host[:631]/path, cups:QUEUE. Behind them, as needed:
// ?as=zpl&dpi=300&stock=50.8x25.4
Result<std::unique_ptr<Printer>> open_printer(std::string_view uri, const Patience& patience = {});

}  // namespace welcome::printing
