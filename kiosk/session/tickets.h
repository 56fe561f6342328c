#pragma once
// Issuing invitation tickets: each person gets one random ticket, kept as a fact, and the same one again
// at every later call.

#include <utility>
#include <vector>

#include "kiosk/session/session.h"

namespace welcome::kiosk::session {

// The text of each person's code. New tickets are durable before this returns.
sync::Result<std::vector<std::pair<event::PersonId, std::string>>> issue_tickets(
    Session& session, const std::vector<event::PersonId>& people);

}  // namespace welcome::kiosk::session
