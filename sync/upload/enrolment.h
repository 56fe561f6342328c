#pragma once
// How a tablet is let in at the membership service, in the shape of RFC 8628: it asks, shows a short code,
// and asks again every few seconds until the organiser has typed that code on the service's page. Each asking
// is signed with the tablet's key, so that nobody else can fetch the token. Waits for each answer.

#include <string>
#include <variant>

#include "sync/upload/http_client.h"

namespace welcome::sync {

struct ShowsCode {
    std::string code;  // "BCDF-GHJK"
    std::chrono::seconds ask_again{5};
    std::chrono::seconds left{600};  // then a new asking gives a new code
};
struct LetIn {
    std::string token;  // good only together with the tablet's key
};
struct TurnedAway {
    std::string sentence;  // the service's
};
using EnrolmentAnswer = std::variant<ShowsCode, LetIn, TurnedAway>;

// For this event alone. `name` is what the organiser sees beside the code. `busy` where the service asks for
// patience.
Result<EnrolmentAnswer> ask_to_be_let_in(HttpClient& service, const DeviceId& device, const EventId& event,
                                         const std::string& name);

}  // namespace welcome::sync
