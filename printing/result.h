#pragma once
// How printers, designs and disks say no: a value that must be looked at, never an exception.

#include <string>
#include <tl/expected.hpp>

namespace welcome::printing {

// What a caller can do about a failure decides the kind; `detail` is for the log.
enum class Fault {
    printer_missing,  // nobody answers at its address: is it on, is the cable in?
    printer_refused,  // it answered and will not take this job
    out_of_paper,
    cover_open,
    busy,         // it answered and asks to come back later
    slow,         // it stopped taking or confirming the job in time
    held_back,    // whoever asked for the label says that it may not leave now
    disk_failed,  // a file or folder could not be written
    unreadable,   // a design, a text or an address that cannot be used as it is
};

struct Error {
    Fault fault;
    std::string detail;
    // Some of the job had left when it failed: a label may be lying in the tray. Never repeat it unasked.
    bool may_have_printed = false;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Fault fault, std::string detail, bool may_have_printed = false) {
    return tl::unexpected<Error>(Error{fault, std::move(detail), may_have_printed});
}

}  // namespace welcome::printing
