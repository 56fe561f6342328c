#pragma once
// What the organiser's page shows of one event: counts only, nobody's name. Pure.

#include <nlohmann/json_fwd.hpp>

#include "tools/membershipd/service.h"

namespace welcome::tools::membershipd {

nlohmann::ordered_json live_json(const EventRecord& event, const EventBook& book);

}  // namespace welcome::tools::membershipd
