#pragma once
// What kioskctl asks of the membership service besides sending facts. Each call waits for its answer.

#include "sync/upload/http_client.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

// A connection; an empty token for a service that is open to this machine.
tl::expected<sync::HttpClient, std::string> service_at(const sync::ServiceAddress& address);

// "http://…" or "https://…", without a slash at its end; nothing for another shape.
std::optional<std::string> service_url(std::string text);

// The service's token file has a line `organiser=…`; a file with the bare secret, or "-", will do too.
tl::expected<std::string, std::string> organiser_token_in(const std::string& file);

// The sentence for an answer that is none of the wanted: the service's own words where it has some.
std::string refusal_of(const sync::HttpAnswer& answer);

// Makes this event known there. Made before, the same: that is well too.
Outcome make_event_at(sync::HttpClient& service, const Session& session);

// This device's token, over the organiser's own connection.
tl::expected<std::string, std::string> enrol_by_organiser(sync::HttpClient& service, Session& session);

// This device's token, once the organiser has typed the code that this tells the user. `service` signs with
// the device's key. Waits for it as long as `patience`.
tl::expected<std::string, std::string> enrol_by_code(sync::HttpClient& service, Session& session,
                                                     const std::string& url, std::chrono::seconds patience);

}  // namespace welcome::tools::kioskctl
