#include "kiosk/app/reading_aloud.h"

#include <spdlog/spdlog.h>

#include "kiosk/session/assets.h"

namespace welcome::kiosk::app {

ReadingAloud::ReadingAloud(const Options& options)
    : speaker_({.sink = options.sound,
                .recordings = session::asset_folder("speech"),
                .fault = [](const std::string& why) { spdlog::warn("nothing is heard: {}", why); }}) {
    if (options.spoken) log_.open(*options.spoken);
}

std::set<std::string> ReadingAloud::spoken(const std::vector<std::string>& languages) const {
    std::set<std::string> heard;
    for (const auto& language : languages) {
        if (speaker_.speaks(language)) heard.insert(language);
    }
    return heard;
}

void ReadingAloud::look(const ui::Tree& tree, const ui::Words& words, const screens::Model& model) {
    // Names on the volunteers' screens are for their eyes only.
    const bool on = model.comfort.read_aloud && !screens::is_staff_screen(model.screen);
    if (!on) {
        if (std::exchange(on_, false)) {
            speaker_.hush();
            narrator_.forget();
        }
        return;
    }
    on_ = true;
    const auto narration = narrator_.look(tree, words);
    if (narration.cuts) speaker_.hush();
    for (const auto& sentence : narration.sentences) {
        if (log_.is_open()) log_ << sentence << std::endl;
        speaker_.say({sentence, words.language(), model.comfort.loudness});
    }
}

}  // namespace welcome::kiosk::app
