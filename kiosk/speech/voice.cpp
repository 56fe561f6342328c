#include "kiosk/speech/voice.h"

#include <array>
#include <dlfcn.h>
#include <espeak-ng/speak_lib.h>
#include <utility>

namespace welcome::kiosk::speech {

namespace {

constexpr int k_buffer_ms = 40;  // how much sound comes at once: the first of it is heard that soon
constexpr int k_words_a_minute = 155;

// eSpeak NG brings some twenty libraries of sound along, which a tablet that never reads aloud should not
// carry: it is loaded when somebody first asks, and a machine without it is a machine without a voice.
template <class Function>
bool find(void* library, const char* name, Function*& function) {
    function = reinterpret_cast<Function*>(dlsym(library, name));
    return function != nullptr;
}

int hand_out(short* wave, int count, espeak_EVENT* events) {
    if (wave == nullptr || count == 0) return 0;
    const auto* samples = static_cast<const Voice::Samples*>(events->user_data);
    const bool goes_on = (*samples)({wave, static_cast<std::size_t>(count)});
    return goes_on ? 0 : 1;
}

}  // namespace

struct Voice::Library {
    decltype(espeak_Initialize)* initialize = nullptr;
    decltype(espeak_SetSynthCallback)* set_synth_callback = nullptr;
    decltype(espeak_SetParameter)* set_parameter = nullptr;
    decltype(espeak_SetVoiceByName)* set_voice_by_name = nullptr;
    decltype(espeak_Synth)* synth = nullptr;

    bool load() {
        void* library = dlopen("libespeak-ng.so.1", RTLD_LAZY | RTLD_LOCAL);  // stays, as the voice does
        return library != nullptr && find(library, "espeak_Initialize", initialize) &&
               find(library, "espeak_SetSynthCallback", set_synth_callback) &&
               find(library, "espeak_SetParameter", set_parameter) &&
               find(library, "espeak_SetVoiceByName", set_voice_by_name) &&
               find(library, "espeak_Synth", synth);
    }
};

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

Voice::Voice(std::unique_ptr<Library> library, int rate) : library_(std::move(library)), rate_(rate) {}
Voice::Voice(Voice&&) noexcept = default;
Voice::~Voice() = default;

sync::Result<Voice> Voice::open() {
    auto library = std::make_unique<Library>();
    if (!library->load())
        return sync::fail(sync::Fault::not_found, "eSpeak NG is missing; install libespeak-ng1");
    // All in this thread: in the other mode eSpeak speaks in one of its own, and dies of a voice set too
    // early. It is never taken down: espeak_Terminate would wait for an answer of that thread for ever.
    const int rate =
        library->initialize(AUDIO_OUTPUT_SYNCHRONOUS, k_buffer_ms, nullptr, espeakINITIALIZE_DONT_EXIT);
    if (rate <= 0)
        return sync::fail(sync::Fault::not_found, "eSpeak NG's data are missing; install espeak-ng-data");
    library->set_synth_callback(hand_out);
    library->set_parameter(espeakRATE, k_words_a_minute, 0);
    return Voice(std::move(library), rate);
}

sync::Result<void> Voice::speak(const std::string& text, const std::string& language, Samples samples) {
    const auto voice = voice_for(language);
    if (!voice) return sync::fail(sync::Fault::not_found, "no voice for " + language);
    if (loaded_ != *voice) {
        if (library_->set_voice_by_name(voice->c_str()) != EE_OK)
            return sync::fail(sync::Fault::not_found, "eSpeak NG has no voice " + *voice);
        loaded_ = *voice;
    }
    library_->synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, &samples);
    return {};
}

}  // namespace welcome::kiosk::speech
