#pragma once
// assets/schema/membership.sql as it was at the build. Any thread.

#include <string_view>

namespace welcome::tools::membershipd {

std::string_view schema();

}  // namespace welcome::tools::membershipd
