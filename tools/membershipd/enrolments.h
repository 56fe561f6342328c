#pragma once
// Tablets that ask to be let in (RFC 8628's shape): each shows a short code, and the organiser who types that
// code lets in that tablet and no other. A code is good for ten minutes and for one tablet; wrong ones are
// limited. One owner, one thread at a time; what waits is in the store, so any process may be asked.

#include <map>

#include "tools/membershipd/store.h"

namespace welcome::tools::membershipd {

inline constexpr auto k_code_lives = std::chrono::minutes(10);
inline constexpr auto k_ask_again = std::chrono::seconds(5);

class Enrolments {
  public:
    struct Asking {
        EnrolmentRecord record;
        bool approved = false;
        bool is_full = false;  // as many wait as may, of this event or from this address
    };
    // The same code again while it lives. Only for whoever has shown to hold the device's key. One event's
    // crowd, or one address's, leaves room for all others.
    Result<Asking> ask(Store& store, const DeviceId& device, const std::string& name, const EventId& event,
                       const std::string& address, Instant now);

    enum class Outcome { approved, no_such_code, too_many_tries };
    struct Approval {
        Outcome outcome = Outcome::no_such_code;
        EnrolmentRecord record;
    };
    // As a person types it: small or capital, with or without the dash.
    Result<Approval> approve(Store& store, std::string_view code, Instant now);

  private:
    // Fresh codes of the last ten minutes: address → when each ends. Of this process; it only limits.
    std::map<std::string, std::vector<Instant>> given_;
    int wrong_codes_ = 0;
    Instant wrong_since_{};
};

// "BCDF-GHJK" of "BCDFGHJK".
std::string shown_code(const std::string& code);

}  // namespace welcome::tools::membershipd
