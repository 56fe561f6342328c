#include "tests/screens/shown.h"

#include <filesystem>

#include "tests/places.h"

namespace welcome::kiosk::screens::test {

namespace {

const std::filesystem::path& locale_folder() {
    static const std::filesystem::path folder =
        std::filesystem::path(welcome::test::bin_dir()) / ".." / "share" / "welcome-table" / "locale";
    return folder;
}

}  // namespace

std::vector<std::string> languages() {
    return ui::languages_in(locale_folder());
}

const ui::Words& words_of(const std::string& language) {
    static std::map<std::string, ui::Words> loaded;
    const auto found = loaded.find(language);
    if (found != loaded.end()) return found->second;
    auto words = ui::Words::load(locale_folder(), language);
    return loaded.emplace(language, words ? std::move(*words) : ui::Words::none(language)).first->second;
}

Shown::Shown(const Scene& scene, const std::string& language, ui::Frame frame) {
    scene.set(evening);
    evening.model.language = language;
    evening.model.bigger = frame.text_scale > 1;
    frame.language = language;
    frame.words = &words_of(language);
    screen = std::make_unique<ui::test::Headless>(
        [this, &words = words_of(language)](ui::Ui& ui) {
            const Look look{.model = evening.model,
                            .state = evening.state,
                            .words = words,
                            .now = evening.now,
                            .wall = evening.known().context.now};
            if (const auto action = draw_screen(ui, look, {.index = evening.index, .camera = {}}))
                actions.push_back(*action);
        },
        density_of(evening.model), frame);
}

void Shown::put_keyboard_away() {
    screen->ui.stop_editing();
    screen->settle();
}

std::string text_of(const Action& action) {
    std::string text = name_of(action.intent);
    if (!action.text.empty()) text.append(" ").append(action.text);
    if (action.number != 0) text.append(" ").append(std::to_string(action.number));
    return text;
}

}  // namespace welcome::kiosk::screens::test
