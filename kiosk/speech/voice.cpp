#include "kiosk/speech/voice.h"

#include <array>
#include <espeak-ng/speak_lib.h>
#include <utility>

namespace welcome::kiosk::speech {

namespace {

constexpr int k_buffer_ms = 40;  // how much sound comes at once: the first of it is heard that soon
constexpr int k_words_a_minute = 155;

int hand_out(short* wave, int count, espeak_EVENT* events) {
    if (wave == nullptr || count == 0) return 0;
    const auto* samples = static_cast<const Voice::Samples*>(events->user_data);
    const bool goes_on = (*samples)({wave, static_cast<std::size_t>(count)});
    return goes_on ? 0 : 1;
}

}  // namespace

std::optional<std::string> voice_for(std::string_view language) {
    using Names = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Names, 17> voices{{{"en", "en-us"},
                                            {"es", "es-419"},
                                            {"ht", "ht"},
                                            {"pt", "pt-br"},
                                            {"vi", "vi"},
                                            {"zh", "cmn"},
                                            {"ar", "ar"},
                                            {"ru", "ru"},
                                            {"ko", "ko"},
                                            {"fr", "fr"},
                                            {"ur", "ur"},
                                            {"am", "am"},
                                            {"ne", "ne"},
                                            {"my", "my"},
                                            {"uk", "uk"},
                                            {"fa", "fa"},
                                            {"sw", "sw"}}};
    const auto primary = language.substr(0, language.find('-'));
    for (const auto& [tag, voice] : voices) {
        if (tag == primary) return std::string(voice);
    }
    return std::nullopt;
}

sync::Result<Voice> Voice::open() {
    // All in this thread: in the other mode eSpeak speaks in one of its own, and dies of a voice set too
    // early. It is never taken down: espeak_Terminate would wait for an answer of that thread for ever.
    const int rate =
        espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, k_buffer_ms, nullptr, espeakINITIALIZE_DONT_EXIT);
    if (rate <= 0)
        return sync::fail(sync::Fault::not_found, "eSpeak NG's data are missing; install espeak-ng-data");
    espeak_SetSynthCallback(hand_out);
    espeak_SetParameter(espeakRATE, k_words_a_minute, 0);
    return Voice(rate);
}

sync::Result<void> Voice::speak(const std::string& text, const std::string& language, Samples samples) {
    const auto voice = voice_for(language);
    if (!voice) return sync::fail(sync::Fault::not_found, "no voice for " + language);
    if (loaded_ != *voice) {
        if (espeak_SetVoiceByName(voice->c_str()) != EE_OK)
            return sync::fail(sync::Fault::not_found, "eSpeak NG has no voice " + *voice);
        loaded_ = *voice;
    }
    espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, &samples);
    return {};
}

}  // namespace welcome::kiosk::speech
