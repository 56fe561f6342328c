#pragma once
// The optional TOML file of `event create`: where to go, the room's limit, languages, childcare rooms.

#include <string>
#include <tl/expected.hpp>

#include "kiosk/event/facts.h"

namespace welcome::tools::kioskctl {

//   place = "the big room, on your left"
//   room_limit = 300
//   languages = ["en", "es", "vi"]    guests are offered these; the first one greets them
//   [[childcare_rooms]]
//   name = "Room 4"
//   places = 12
//   bands = ["2-3", "4-5"]
// Fills what the file names into `event`; gives one plain sentence where it cannot be read.
tl::expected<void, std::string> read_event_config(const std::string& file, kiosk::event::EventOpened& event);

}  // namespace welcome::tools::kioskctl
