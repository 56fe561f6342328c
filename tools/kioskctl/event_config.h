#pragma once
// The optional TOML file of `event create`: where to go, the room's limit, languages, childcare rooms.

#include <string>
#include <tl/expected.hpp>

#include "kiosk/event/facts.h"

namespace welcome::tools::kioskctl {

//   place = "the big room, on your left"
//   room_limit = 300
//   languages = ["en", "es", "vi"]    guests are offered these; the first one greets them
//   colour = "#7A1FA2"                        # of buttons; darkened until words on it can be read
//   logo = "logo.png"                         # beside this file, at most 24 KB; on the first screen
//   asks_photo = true                         # each guest is asked about pictures
//   [speaking]                                # left out: no speakers are taken
//   minutes = [[10, 3], [20, 2], [0, 1]]      # up to 10 in the line 3 minutes each … 0: any number
//   total_minutes = 30                        # of all; 0: no cap
//   cut_off_minutes = 20                      # after the start nobody joins; 0: never
//   double_for_interpreter = true
//   questions = true                          # written ones too
//   [[calls]]                                 # at most three, each asked after check-in
//   key = "help"
//   en = "I can help at the next meeting."   # and a line for each other language
//   [[childcare_rooms]]
//   name = "Room 4"
//   places = 12
//   bands = ["2-3", "4-5"]
// Fills what the file names into `event`; gives one plain sentence where it cannot be read.
tl::expected<void, std::string> read_event_config(const std::string& file, kiosk::event::EventOpened& event);

}  // namespace welcome::tools::kioskctl
