#pragma once
// A new event with its first lead, as the window makes one.

#include "kiosk/session/session.h"

namespace welcome::kiosk::session {

struct NewEvent {
    std::string name;
    std::string starts;  // "2026-12-03T18:30", by the clock of `time_zone`
    std::string time_zone;
    std::string lead, pin;
};

// `unreadable`: that is no time. The unlock card lies beside the event as Session::create leaves it.
sync::Result<std::unique_ptr<Session>> make_new_event(const EventFolder& folder, const NewEvent& wanted);

// This machine's zone by its IANA name; empty where nothing says it.
std::string machine_zone();
// "2026-12-03T18:30" now, by the clock of `zone`.
std::string local_now(const std::string& zone);

}  // namespace welcome::kiosk::session
