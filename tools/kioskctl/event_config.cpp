#include "tools/kioskctl/event_config.h"

#include <array>
#include <optional>
#include <sstream>
#include <toml++/toml.h>

namespace welcome::tools::kioskctl {

namespace event = kiosk::event;

namespace {

constexpr std::array k_bands = {event::AgeBand::under_2, event::AgeBand::from_2_to_3,
                                event::AgeBand::from_4_to_5, event::AgeBand::from_6_to_9,
                                event::AgeBand::from_10_to_13};

std::optional<event::AgeBand> band_of(std::string_view text) {
    for (const auto band : k_bands) {
        if (event::text_of(band) == text) return band;
    }
    return std::nullopt;
}

tl::expected<event::Room, std::string> read_room(const toml::table& table) {
    event::Room room{table["name"].value_or(std::string()), {}, table["places"].value_or(0)};
    if (room.name.empty() || room.places <= 0)
        return tl::unexpected<std::string>("each childcare room needs a name and its number of places");
    if (const auto* bands = table["bands"].as_array()) {
        for (const auto& entry : *bands) {
            const auto band = band_of(entry.value_or(std::string()));
            if (!band) return tl::unexpected<std::string>("age bands are 0-1, 2-3, 4-5, 6-9 and 10-13");
            room.bands.push_back(*band);
        }
    }
    return room;
}

}  // namespace

tl::expected<void, std::string> read_event_config(const std::string& file, event::EventOpened& opened) {
    toml::table config;
    try {
        config = toml::parse_file(file);
    } catch (const toml::parse_error& error) {  // toml++'s border.
        std::ostringstream where;
        where << error.source().begin;
        return tl::unexpected(file + " cannot be read (" + std::string(error.description()) + ", " +
                              where.str() + ")");
    }
    opened.place = config["place"].value_or(std::string());
    opened.room_limit = config["room_limit"].value_or(0);
    if (const auto* languages = config["languages"].as_array()) {
        for (const auto& language : *languages) opened.languages.push_back(language.value_or(std::string()));
    }
    const auto* rooms = config["childcare_rooms"].as_array();
    if (!rooms) return {};
    for (const auto& entry : *rooms) {
        const auto* table = entry.as_table();
        auto room =
            table ? read_room(*table) : tl::unexpected<std::string>("childcare_rooms is a list of tables");
        if (!room) return tl::unexpected(file + ": " + room.error());
        opened.childcare_rooms.push_back(*room);
    }
    return {};
}

}  // namespace welcome::tools::kioskctl
