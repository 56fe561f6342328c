#include "sync/upload/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace welcome::sync {

void append_json_text(std::string& to, std::string_view text) {
    const auto plain = [](char c) { return c >= ' ' && c < 127 && c != '"' && c != '\\'; };
    if (std::all_of(text.begin(), text.end(), plain)) {
        to += '"';
        to += text;
        to += '"';
        return;
    }
    using nlohmann::json;
    to += json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace welcome::sync
