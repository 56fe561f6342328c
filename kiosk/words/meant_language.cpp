#include <algorithm>

#include "kiosk/words/words.h"

namespace welcome::kiosk::words {

namespace {

std::string primary(std::string_view tag) {
    std::string first(tag.substr(0, tag.find('-')));
    std::transform(first.begin(), first.end(), first.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return first == "fil" ? "tl" : first;  // Filipino's two names
}

}  // namespace

std::optional<std::string> meant_language(const std::vector<std::string>& known, std::string_view wanted) {
    std::string tag(wanted);
    std::replace(tag.begin(), tag.end(), '_', '-');
    auto found = std::find(known.begin(), known.end(), tag);
    if (found == known.end())
        found = std::find_if(known.begin(), known.end(), [meant = primary(tag)](const std::string& one) {
            return primary(one) == meant;
        });
    return found == known.end() ? std::nullopt : std::optional(*found);
}

}  // namespace welcome::kiosk::words
