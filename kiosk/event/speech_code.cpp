#include "kiosk/event/speech_code.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::string_view k_mark = "WTQ:";

}  // namespace

std::string write_speech_code(const SpeechId& speech) {
    return std::string(k_mark) + speech.capital_hex();
}

std::optional<SpeechId> read_speech_code(std::string_view scanned) {
    if (!scanned.starts_with(k_mark)) return std::nullopt;
    const auto id = sync::Uuid::parse_hex(scanned.substr(k_mark.size()));
    return id ? std::optional(SpeechId(*id)) : std::nullopt;
}

}  // namespace welcome::kiosk::event
