#pragma once
// JSON written as text, for what is written thousands of times: no tree is built first. Pure; any thread.

#include <string>
#include <string_view>

namespace welcome::sync {

// Appends the text as a JSON string, quotes and escapes included. What is no UTF-8 becomes U+FFFD.
void append_json_text(std::string& to, std::string_view text);

}  // namespace welcome::sync
