#include "tools/kioskctl/event_config.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <toml++/toml.h>

#include "kiosk/event/typed_text.h"
#include "sync/base64.h"

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

// [up to how many in the line, minutes for each]
tl::expected<event::SpeakingTier, std::string> read_tier(const toml::node& entry) {
    const auto* pair = entry.as_array();
    const auto up_to = pair && pair->size() == 2 ? pair->get(0)->value<int>() : std::nullopt;
    const auto minutes = pair && pair->size() == 2 ? pair->get(1)->value<int>() : std::nullopt;
    if (!up_to || !minutes || *up_to < 0 || *minutes < 1 || *minutes > 60)
        return tl::unexpected<std::string>(
            "speaking.minutes is a list like [[10, 3], [20, 2], [0, 1]]: up to how many, minutes each");
    return event::SpeakingTier{*up_to, *minutes * 60};
}

tl::expected<event::SpeakingRules, std::string> read_speaking(const toml::table& table) {
    event::SpeakingRules rules;
    if (const auto* tiers = table["minutes"].as_array()) {
        for (const auto& entry : *tiers) {
            const auto tier = read_tier(entry);
            if (!tier) return tl::unexpected(tier.error());
            rules.tiers.push_back(*tier);
        }
    }
    rules.total_seconds = table["total_minutes"].value_or(0) * 60;
    rules.cut_off_minutes = table["cut_off_minutes"].value_or(0);
    rules.double_for_interpreter = table["double_for_interpreter"].value_or(true);
    rules.questions = table["questions"].value_or(true);
    if (rules.total_seconds < 0 || rules.cut_off_minutes < 0)
        return tl::unexpected<std::string>("minutes of speaking are never below 0");
    return rules;
}

// Every tablet gets it in one fact, so it is small.
tl::expected<std::string, std::string> read_logo(const std::filesystem::path& file) {
    constexpr std::size_t most = std::size_t{24} * 1024;
    constexpr std::string_view png = "\x89PNG\r\n\x1a\n";
    std::ifstream in(file, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    if (!in.good() && !in.eof()) return tl::unexpected(file.string() + " cannot be read");
    if (!bytes.starts_with(png)) return tl::unexpected<std::string>("the logo must be a PNG picture");
    if (bytes.size() > most)
        return tl::unexpected<std::string>("the logo is too large; make it smaller than 24 KB");
    return sync::to_base64(bytes, sync::Base64::usual);
}

tl::expected<void, std::string> read_look(const toml::table& config, const std::filesystem::path& folder,
                                          event::EventOpened& opened) {
    opened.colour = config["colour"].value_or(config["color"].value_or(std::string()));
    if (!opened.colour.empty() && !event::read_colour(opened.colour))
        return tl::unexpected<std::string>("a colour is written like \"#7A1FA2\"");
    const auto logo = config["logo"].value_or(std::string());
    if (logo.empty()) return {};
    auto picture = read_logo(folder / logo);
    if (!picture) return tl::unexpected(picture.error());
    opened.logo = std::move(*picture);
    return {};
}

tl::expected<event::CallToAction, std::string> read_call(const toml::table& table) {
    event::CallToAction call{table["key"].value_or(std::string()), {}};
    for (const auto& [name, value] : table) {
        const auto text = value.value<std::string>();
        if (name.str() != "key" && text) call.texts.push_back({std::string(name.str()), *text});
    }
    if (call.key.empty() || call.texts.empty())
        return tl::unexpected<std::string>("each of the calls needs a key and its words, like en = \"…\"");
    return call;
}

tl::expected<void, std::string> read_calls(const toml::array& calls, event::EventOpened& opened) {
    for (const auto& entry : calls) {
        const auto* table = entry.as_table();
        const auto call =
            table ? read_call(*table) : tl::unexpected<std::string>("calls is a list of tables");
        if (!call) return tl::unexpected(call.error());
        opened.calls.push_back(*call);
    }
    if (opened.calls.size() > event::k_most_calls)
        return tl::unexpected<std::string>("at most three calls fit after check-in; leave the others out");
    return {};
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
    if (const auto look = read_look(config, std::filesystem::path(file).parent_path(), opened); !look)
        return tl::unexpected(file + ": " + look.error());
    if (const auto* speaking = config["speaking"].as_table()) {
        const auto rules = read_speaking(*speaking);
        if (!rules) return tl::unexpected(file + ": " + rules.error());
        opened.speaking = *rules;
    }
    opened.asks_photo = config["asks_photo"].value_or(false);
    if (const auto* calls = config["calls"].as_array()) {
        const auto read = read_calls(*calls, opened);
        if (!read) return tl::unexpected(file + ": " + read.error());
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
