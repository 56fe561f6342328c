#pragma once
// gzip of whole texts, bounded on the way out. Pure; any thread.

#include <string>
#include <string_view>

#include "sync/result.h"

namespace welcome::sync {

Result<std::string> gzip(std::string_view text);

// `unreadable` where the bytes are no gzip, end early, or would grow beyond `most`.
Result<std::string> gunzip(std::string_view bytes, std::size_t most);

}  // namespace welcome::sync
