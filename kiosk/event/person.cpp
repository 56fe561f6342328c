#include "kiosk/event/state.h"

namespace welcome::kiosk::event {

namespace {

// The letter's bytes at the start of UTF-8 text.
std::string first_letter(const std::string& text) {
    std::size_t end = text.empty() ? 0 : 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    return text.substr(0, end);
}

}  // namespace

std::string Person::first_name() const {
    if (!call_me.empty()) return call_me;
    return full_name.substr(0, full_name.find(' '));
}

std::string Person::short_name() const {
    std::string first = first_name();
    const auto space = full_name.find(' ');
    if (space == std::string::npos) return first;
    const auto begin = full_name.find_first_not_of(' ', space);
    if (begin == std::string::npos) return first;
    return first + " " + first_letter(full_name.substr(begin)) + ".";
}

}  // namespace welcome::kiosk::event
