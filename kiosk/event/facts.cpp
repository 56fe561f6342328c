#include "kiosk/event/facts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/event/facts_json.h"

namespace welcome::kiosk::event {

namespace {

// In the order of Body's alternatives.
constexpr std::array<std::string_view, std::variant_size_v<Body>> k_kinds = {
    "event_opened",    "person_registered", "person_corrected",    "people_merged",
    "checked_in",      "came_in",           "fact_undone",         "need_raised",
    "signed_up",       "consent_given",     "childcare_requested", "child_dropped_off",
    "child_picked_up", "label_printed",     "staff_added",         "staff_unlocked",
    "upload_answered", "fact_relayed",      "event_closed"};

constexpr std::array<std::string_view, 9> k_may_leave = {
    "event_opened", "person_registered", "person_corrected", "people_merged", "checked_in",
    "came_in",      "fact_undone",       "signed_up",        "consent_given"};

template <std::size_t Index = 0>
std::optional<Body> read_alternative(std::size_t wanted, const json::json& in) {
    if constexpr (Index < std::variant_size_v<Body>) {
        if (wanted != Index) return read_alternative<Index + 1>(wanted, in);
        std::variant_alternative_t<Index, Body> body;
        json::Reader reader(in);
        members(reader, body);
        if (reader.good()) return Body(std::move(body));
    }
    return std::nullopt;
}

template <typename Word>
using Words = std::pair<std::string_view, Word>;

constexpr std::array<Words<AgeBand>, 5> k_bands = {{{"0-1", AgeBand::under_2},
                                                    {"2-3", AgeBand::from_2_to_3},
                                                    {"4-5", AgeBand::from_4_to_5},
                                                    {"6-9", AgeBand::from_6_to_9},
                                                    {"10-13", AgeBand::from_10_to_13}}};
constexpr std::array<Words<StaffRole>, 3> k_roles = {
    {{"volunteer", StaffRole::volunteer}, {"childcare", StaffRole::childcare}, {"lead", StaffRole::lead}}};
constexpr std::array<Words<Channel>, 3> k_channels = {
    {{"text", Channel::text}, {"email", Channel::email}, {"photo", Channel::photo}}};
constexpr std::array<Words<CheckInMethod>, 5> k_methods = {{{"ticket", CheckInMethod::ticket},
                                                            {"found", CheckInMethod::found},
                                                            {"signed_up", CheckInMethod::signed_up},
                                                            {"staff", CheckInMethod::staff},
                                                            {"command", CheckInMethod::command}}};
constexpr std::array<Words<Need>, 6> k_needs = {{{"childcare", Need::childcare},
                                                 {"interpretation", Need::interpretation},
                                                 {"speaking", Need::speaking},
                                                 {"food", Need::food},
                                                 {"ride", Need::ride},
                                                 {"access", Need::access}}};

std::string_view word_of(const auto& table, auto value) {
    for (const auto& [word, entry] : table) {
        if (entry == value) return word;
    }
    return {};
}

template <typename Table>
auto value_of(const Table& table, std::string_view wanted)
    -> std::optional<typename Table::value_type::second_type> {
    for (const auto& [word, entry] : table) {
        if (word == wanted) return entry;
    }
    return std::nullopt;
}

}  // namespace

namespace json {
std::optional<AgeBand> read_word(std::string_view word, AgeBand) {
    return value_of(k_bands, word);
}
std::optional<StaffRole> read_word(std::string_view word, StaffRole) {
    return value_of(k_roles, word);
}
std::optional<Channel> read_word(std::string_view word, Channel) {
    return value_of(k_channels, word);
}
std::optional<CheckInMethod> read_word(std::string_view word, CheckInMethod) {
    return value_of(k_methods, word);
}
std::optional<Need> read_word(std::string_view word, Need) {
    return value_of(k_needs, word);
}
}  // namespace json

std::string_view text_of(AgeBand band) {
    return word_of(k_bands, band);
}
std::string_view text_of(StaffRole role) {
    return word_of(k_roles, role);
}
std::string_view text_of(Channel channel) {
    return word_of(k_channels, channel);
}
std::string_view text_of(CheckInMethod how) {
    return word_of(k_methods, how);
}
std::string_view text_of(Need need) {
    return word_of(k_needs, need);
}

std::string_view kind_of(const Body& body) {
    return k_kinds[body.index()];
}

sync::Draft draft(FactId id, const Body& body) {
    json::Writer writer;
    std::visit([&](auto copy) { members(writer, copy); }, body);
    return {id, std::string(kind_of(body)),
            writer.take().dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

std::optional<Body> read_body(std::string_view kind, std::string_view text) {
    const auto known = std::find(k_kinds.begin(), k_kinds.end(), kind);
    if (known == k_kinds.end()) return std::nullopt;
    const auto in = json::json::parse(text, nullptr, false);
    if (!in.is_object()) return std::nullopt;
    return read_alternative(static_cast<std::size_t>(known - k_kinds.begin()), in);
}

std::string outbound_body(std::string_view kind, std::string_view text) {
    const bool may_leave = std::find(k_may_leave.begin(), k_may_leave.end(), kind) != k_may_leave.end();
    return may_leave ? std::string(text) : "{}";
}

}  // namespace welcome::kiosk::event
