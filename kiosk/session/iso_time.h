#pragma once
// ISO 8601 as people type it.

#include <optional>
#include <string>

#include "sync/fact.h"

namespace welcome::kiosk::session {

// "2026-12-03T18:00", with seconds, milliseconds, "Z" or an offset where wanted. Without an offset it is
// wall-clock time in `zone` (IANA). Nothing where it is no time or `zone` is no zone.
std::optional<sync::Instant> parse_iso_time(const std::string& text, const std::string& zone);

bool is_time_zone(const std::string& zone);

}  // namespace welcome::kiosk::session
