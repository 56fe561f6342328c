#include <array>
#include <fstream>
#include <toml++/toml.h>

#include "tools/connectors/targets.h"

namespace welcome::tools::connectors {

namespace {

struct Known {
    std::string_view name, url;
};
constexpr std::array k_targets = {Known{"action-network", "https://actionnetwork.org/api/v2"},
                                  Known{"civicrm", ""},  // each organisation has its own
                                  Known{"everyaction", "https://api.securevan.com/v4"}};

const Known* known(std::string_view name) {
    for (const auto& target : k_targets) {
        if (target.name == name) return &target;
    }
    return nullptr;
}

// An id may be written as a number or a text.
std::string id_in(const toml::table& section, std::string_view name) {
    const auto value = section[name];
    if (const auto number = value.value_exact<std::int64_t>()) return std::to_string(*number);
    return value.value_or(std::string());
}

tl::expected<std::string, std::string> key_in(const toml::table& section,
                                              const std::filesystem::path& beside) {
    const auto name = section["key_file"].value_or(std::string());
    if (name.empty()) return tl::unexpected<std::string>("the settings name no key_file");
    const auto file = std::filesystem::path(name).is_absolute() ? std::filesystem::path(name) : beside / name;
    std::ifstream in(file);
    std::string key;
    if (!std::getline(in, key) || key.empty())
        return tl::unexpected(file.string() + " holds no key; put it there, in one line");
    return key;
}

}  // namespace

bool is_target(std::string_view name) {
    return known(name) != nullptr;
}

tl::expected<Settings, std::string> read_settings(const std::filesystem::path& file,
                                                  const std::string& target, const std::string& profile) {
    toml::table all;
    try {
        all = toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {  // toml++'s border.
        return tl::unexpected(file.string() + " cannot be read: " + std::string(error.description()));
    }
    const auto* section = all[target].as_table();
    if (section && !profile.empty()) section = (*section)[profile].as_table();
    const std::string name = profile.empty() ? target : target + "." + profile;
    if (!section) return tl::unexpected(file.string() + " has no section [" + name + "]");
    Settings settings{.target = target,
                      .url = (*section)["url"].value_or(std::string(known(target)->url)),
                      .key = {},
                      .event = id_in(*section, "event"),
                      .tag = id_in(*section, "tag"),
                      .user = (*section)["user"].value_or(std::string()),
                      .shift = id_in(*section, "shift"),
                      .role = id_in(*section, "role"),
                      .location = id_in(*section, "location"),
                      .calls_a_second = (*section)["calls_a_second"].value<double>()};
    while (settings.url.ends_with('/')) settings.url.pop_back();
    if (settings.url.empty()) return tl::unexpected("[" + name + "] names no url");
    if (settings.event.empty()) return tl::unexpected("[" + name + "] names no event");
    auto key = key_in(*section, file.parent_path());
    if (!key) return tl::unexpected("[" + name + "] " + key.error());
    settings.key = std::move(*key);
    return settings;
}

tl::expected<std::unique_ptr<Target>, std::string> make_target(const Settings& settings) {
    if (settings.target == "action-network") return make_action_network(settings);
    if (settings.target == "civicrm") return make_civicrm(settings);
    return make_everyaction(settings);
}

}  // namespace welcome::tools::connectors
