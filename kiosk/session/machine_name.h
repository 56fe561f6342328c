#pragma once
// What this machine calls itself, for other tablets and the membership service. Any thread.

#include <string>

namespace welcome::kiosk::session {

std::string machine_name();  // empty where the system has none

}  // namespace welcome::kiosk::session
