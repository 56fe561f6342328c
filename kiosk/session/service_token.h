#pragma once
// The bearer token that the membership service gave this device, kept in the event's folder, sealed by the
// event's key: a stolen tablet does not speak for the event.

#include <optional>
#include <string>

#include "kiosk/session/session.h"

namespace welcome::kiosk::session {

struct ServiceToken {
    std::string url;  // the service it is good for
    std::string token;
};

// Any thread: the session's folder and key never change.
sync::Result<void> write_service_token(const std::filesystem::path& folder, const sync::EventKey& key,
                                       const ServiceToken& token);

// Nothing where this device was never enrolled.
sync::Result<std::optional<ServiceToken>> read_service_token(const Session& session);

}  // namespace welcome::kiosk::session
