#include "kiosk/screens/speech_words.h"

#include <cstdlib>

namespace welcome::kiosk::screens {

Light light_of(const event::Speech& speech, event::Instant now) {
    const int left = speech.left_at(now);
    if (left <= 0) return Light::over;
    if (speech.state == event::SpeechState::called) return Light::ready;
    if (speech.state == event::SpeechState::paused) return Light::paused;
    return left <= event::k_warning_seconds ? Light::finish : Light::go;
}

std::string light_words(const Look& look, Light light) {
    switch (light) {
        case Light::ready:
            return look.words("light.ready");
        case Light::go:
            return look.words("light.go");
        case Light::finish:
            return look.words("light.finish");
        case Light::over:
            return look.words("light.over");
        case Light::paused:
            return look.words("light.paused");
    }
    return {};
}

ui::Icon icon_of(Light light) {
    switch (light) {
        case Light::ready:
            return ui::Icon::microphone;
        case Light::go:
            return ui::Icon::check_circle;
        case Light::finish:
            return ui::Icon::warning;
        case Light::over:
            return ui::Icon::error;
        case Light::paused:
            return ui::Icon::time;
    }
    return ui::Icon::none;
}

ui::Tone tone_of(Light light) {
    switch (light) {
        case Light::go:
            return ui::Tone::success;
        case Light::finish:
            return ui::Tone::warning;
        case Light::over:
            return ui::Tone::danger;
        case Light::ready:
        case Light::paused:
            break;
    }
    return ui::Tone::accent;
}

std::string time_left_text(int seconds) {
    const int shown = std::abs(seconds);
    const std::string rest = std::to_string(shown % 60);
    return (seconds < 0 ? "+" : "") + std::to_string(shown / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

std::string who_speaks_text(const event::SpeakingRequested& request) {
    return request.name.empty() ? request.number : request.number + " · " + request.name;
}

std::string about_speech(const Look& look, const event::SpeakingRequested& request) {
    std::string line = request.words;
    const auto add = [&line](const std::string& part) { line += (line.empty() ? "" : " · ") + part; };
    if (!request.language.empty() && request.language != "en") add(ui::own_name(request.language));
    if (request.interpreter) add(look.words("speakers.interpreter"));
    if (request.read_out) add(look.words("speakers.read_out"));
    return line;
}

int whole_minutes(int seconds) {
    return (seconds + 59) / 60;
}

}  // namespace welcome::kiosk::screens
