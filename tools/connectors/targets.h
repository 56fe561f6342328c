#pragma once
// The services that there are connectors for, and what each must be told. One .cpp a service.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "tools/connectors/service.h"
#include "tools/connectors/target.h"

namespace welcome::tools::connectors {

// One section of the settings file. The key is never in it, only the name of the file that holds it.
struct Settings {
    std::string target;  // "action-network", "civicrm", "everyaction"
    std::string url;     // without a slash at its end; the service's own where it has one address for all
    std::string key;     // read from key_file; never logged
    std::string event;   // their id of this event
    std::string tag;     // Action Network: the tag that says "attended"
    std::string user;    // EveryAction: the application's name
    std::string shift, role, location;  // EveryAction
    std::optional<double> calls_a_second;
};

bool is_target(std::string_view name);

// Section [TARGET] of the TOML file, or [TARGET.PROFILE]. One plain sentence where something is missing.
tl::expected<Settings, std::string> read_settings(const std::filesystem::path& file,
                                                  const std::string& target, const std::string& profile);

tl::expected<std::unique_ptr<Target>, std::string> make_target(const Settings& settings);
tl::expected<std::unique_ptr<Target>, std::string> make_action_network(const Settings& settings);
tl::expected<std::unique_ptr<Target>, std::string> make_civicrm(const Settings& settings);
tl::expected<std::unique_ptr<Target>, std::string> make_everyaction(const Settings& settings);

}  // namespace welcome::tools::connectors
