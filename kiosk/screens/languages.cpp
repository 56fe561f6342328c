#include "kiosk/screens/languages.h"

#include <algorithm>
#include <optional>

#include "kiosk/ui/words.h"

namespace welcome::kiosk::screens {

namespace {

constexpr std::size_t k_most_names = 3;

std::string primary(const std::string& tag) {
    std::string first = tag.substr(0, tag.find_first_of("-_"));
    std::transform(first.begin(), first.end(), first.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return first == "fil" ? "tl" : first;  // Filipino's two names
}

// "pt" and "pt_BR" both find "pt-BR": an organiser need not know our tags.
std::optional<std::string> known_tag(const std::vector<Language>& known, std::string wanted) {
    std::replace(wanted.begin(), wanted.end(), '_', '-');
    const auto by = [&](auto same) -> std::optional<std::string> {
        const auto found = std::find_if(known.begin(), known.end(), same);
        return found == known.end() ? std::nullopt : std::optional(found->tag);
    };
    if (const auto exact = by([&](const Language& one) { return one.tag == wanted; })) return exact;
    return by([&](const Language& one) { return primary(one.tag) == primary(wanted); });
}

}  // namespace

std::vector<std::string> offered_languages(const Model& model, const event::EventOpened& event) {
    std::vector<std::string> tags;
    const auto add = [&](const std::string& wanted) {
        const auto tag = known_tag(model.languages, wanted);
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
    const auto tag = wanted.empty() ? std::nullopt : known_tag(model.languages, wanted);
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
