#include "kiosk/session/nickname_table.h"

#include <toml++/toml.h>

namespace welcome::kiosk::session {

namespace {

void add(event::Nicknames& nicknames, std::string_view name, const toml::array& forms) {
    std::vector<std::string> words;
    for (const auto& form : forms) {
        if (auto word = form.value<std::string>()) words.push_back(std::move(*word));
    }
    nicknames.add(name, words);
}

}  // namespace

event::Nicknames read_nicknames(const std::filesystem::path& file) {
    event::Nicknames nicknames;
    try {
        const auto tongues = toml::parse_file(file.string());
        for (const auto& [tongue, names] : tongues) {
            const auto* table = names.as_table();
            if (!table) continue;
            for (const auto& [name, forms] : *table) {
                if (const auto* list = forms.as_array()) add(nicknames, name.str(), *list);
            }
        }
    } catch (const toml::parse_error&) {  // toml++'s border.
        return nicknames;
    }
    return nicknames;
}

}  // namespace welcome::kiosk::session
