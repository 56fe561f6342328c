#pragma once
// The nicknames that come with the program: assets/nicknames.toml. Any thread.

#include <filesystem>

#include "kiosk/event/nicknames.h"

namespace welcome::kiosk::session {

// Nothing is known where the file is missing or is no TOML: the search goes on without.
event::Nicknames read_nicknames(const std::filesystem::path& file);

}  // namespace welcome::kiosk::session
