#pragma once
// What kioskctl asks of the membership service besides sending facts. Each call waits for its answer.

#include "sync/upload/http_client.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

// A connection with that bearer token; an empty token for a service that is open to this machine.
tl::expected<sync::HttpClient, std::string> service_at(const std::string& url, const std::string& token);

// "http://…" or "https://…", without a slash at its end; nothing for another shape.
std::optional<std::string> service_url(std::string text);

// The sentence for an answer that is none of the wanted: the service's own words where it has some.
std::string refusal_of(const sync::HttpAnswer& answer);

// Makes this event known there. Made before, the same: that is well too.
Outcome make_event_at(sync::HttpClient& service, const Session& session);

// Gives this device a bearer token. `code` is the enrolment code; empty for the organiser's own connection.
tl::expected<std::string, std::string> enrol_at(sync::HttpClient& service, Session& session,
                                                const std::string& code);

}  // namespace welcome::tools::kioskctl
