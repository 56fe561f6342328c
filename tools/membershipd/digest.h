#pragma once
// What is kept of a text instead of the text itself: BLAKE2b-256, in base64url. Pure; any thread.

#include <string>
#include <string_view>

namespace welcome::tools::membershipd {

std::string digest_of_text(std::string_view text);

}  // namespace welcome::tools::membershipd
