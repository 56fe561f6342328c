#include "kiosk/screens/languages.h"

#include <algorithm>
#include <optional>

#include "kiosk/ui/words.h"

namespace welcome::kiosk::screens {

namespace {

constexpr std::size_t k_most_names = 3;

std::optional<std::string> known_tag(const Model& model, const std::string& wanted) {
    std::vector<std::string> tags;
    for (const auto& language : model.languages) tags.push_back(language.tag);
    return ui::meant_language(tags, wanted);
}

}  // namespace

std::vector<std::string> offered_languages(const Model& model, const event::EventOpened& event) {
    std::vector<std::string> tags;
    const auto add = [&](const std::string& wanted) {
        const auto tag = known_tag(model, wanted);
        if (tag && std::find(tags.begin(), tags.end(), *tag) == tags.end()) tags.push_back(*tag);
    };
    for (const auto& wanted : event.languages) add(wanted);
    if (!tags.empty()) return tags;
    add("en");
    add("es");
    for (const auto& language : model.languages) {
        if (!language.draft) add(language.tag);
    }
    return tags;
}

std::optional<std::string> offered_tag(const Model& model, const event::EventOpened& event,
                                       const std::string& wanted) {
    auto tag = wanted.empty() ? std::nullopt : known_tag(model, wanted);
    const auto offered = offered_languages(model, event);
    if (!tag || std::find(offered.begin(), offered.end(), *tag) == offered.end()) return std::nullopt;
    return tag;
}

std::string home_language(const Model& model, const event::EventOpened& event) {
    if (!model.started_for.empty()) return model.started_for;
    const auto offered = offered_languages(model, event);
    return offered.empty() ? "en" : offered.front();
}

std::string names_of_more(const std::vector<std::string>& tags) {
    std::vector<std::string> names;
    for (const bool latin : {false, true}) {
        for (const auto& tag : tags) {
            const std::string name = ui::own_name(tag);
            const bool starts_latin = static_cast<unsigned char>(name[0]) < 0xCE;
            if (starts_latin == latin && names.size() < k_most_names) names.push_back(name);
        }
    }
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : " · ") + name;
    return text;
}

}  // namespace welcome::kiosk::screens
