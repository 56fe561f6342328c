#pragma once
// How the world says no: a value that must be looked at, never an exception.

#include <string>
#include <tl/expected.hpp>

namespace welcome::sync {

// What a caller can do about a failure decides the kind; `detail` is for the log.
enum class Fault {
    not_found,    // the thing asked for is not there
    unreadable,   // bytes that are damaged, forged, foreign or of a wrong shape
    refused,      // a wrong key, card, passphrase or token
    busy,         // try again later (a lock, a rate limit, a 503)
    unreachable,  // the network or the far end is not there
    disk_full,
    disk_failed,
};

struct Error {
    Fault fault;
    std::string detail;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Fault fault, std::string detail) {
    return tl::unexpected<Error>(Error{fault, std::move(detail)});
}

}  // namespace welcome::sync
