#include "kiosk/session/attendance.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace welcome::kiosk::session {

namespace {

using nlohmann::ordered_json;

constexpr std::array k_columns = {"person",        "full_name",   "checked_in_at", "time_zone",
                                  "method",        "more_adults", "more_children", "phone_e164",
                                  "email",         "zip",         "language",      "walk_in",
                                  "email_consent", "sms_consent", "source_id"};

std::string consent_word(const event::Person& person, event::Channel channel) {
    const auto said = person.consents.find(channel);
    if (said == person.consents.end()) return "not_asked";
    return said->second.granted ? "granted" : "refused";
}

ordered_json row_json(const AttendanceRow& row) {
    ordered_json witnesses = ordered_json::array();
    for (const auto& witness : row.attendance->witnesses)
        witnesses.push_back({{"fact", witness.fact.text()},
                             {"device", witness.device.text()},
                             {"at", utc_text(witness.at)},
                             {"method", event::text_of(witness.method)}});
    return {{"person", row.person->id.text()},
            {"full_name", row.person->full_name},
            {"checked_in_at", utc_text(row.attendance->at)},
            {"method", event::text_of(row.attendance->witnesses.front().method)},
            {"more_adults", row.attendance->more_adults},
            {"more_children", row.attendance->more_children},
            {"walk_in", row.person->signed_up},
            {"witnesses", witnesses}};
}

std::string csv_cell(std::string text) {
    constexpr std::string_view formula_starts = "=+-@\t\r";
    if (!text.empty() && formula_starts.find(text.front()) != std::string_view::npos) {
        std::string guarded(1, '\'');
        text = guarded.append(text);
    }
    if (text.find_first_of("\",\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char letter : text) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + "\"";
}

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (const auto& cell : cells) line += csv_cell(cell) + ",";
    line.back() = '\r';
    return line + "\n";
}

std::vector<std::string> csv_cells(const AttendanceRow& row, const std::string& zone) {
    const auto& person = *row.person;
    const auto& attendance = *row.attendance;
    return {person.id.text(),
            person.full_name,
            utc_text(attendance.at),
            zone,
            std::string(event::text_of(attendance.witnesses.front().method)),
            std::to_string(attendance.more_adults),
            std::to_string(attendance.more_children),
            person.phone,
            person.email,
            person.zip,
            person.language,
            person.signed_up ? "yes" : "no",
            consent_word(person, event::Channel::email),
            consent_word(person, event::Channel::text),
            person.source_key};
}

}  // namespace

std::string utc_text(sync::Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(at - day);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                  static_cast<int>(time.subseconds().count()));
    return text.data();
}

std::vector<AttendanceRow> attendance_rows(const event::State& state) {
    std::vector<AttendanceRow> rows;
    for (const auto* person : state.attending()) rows.push_back({person, &*person->attendance});
    std::stable_sort(rows.begin(), rows.end(), [](const AttendanceRow& left, const AttendanceRow& right) {
        return left.attendance->at < right.attendance->at;
    });
    return rows;
}

std::string attendance_json(const event::State& state) {
    const auto count = state.count();
    ordered_json people = ordered_json::array();
    for (const auto& row : attendance_rows(state)) people.push_back(row_json(row));
    const ordered_json whole = {{"event", state.event().name},
                                {"starts", utc_text(state.event().starts)},
                                {"time_zone", state.event().time_zone},
                                {"people_checked_in", count.people_checked_in},
                                {"company", count.company},
                                {"anonymous", count.anonymous},
                                {"left_early", count.left},
                                {"signed_up", count.signed_up},
                                {"children_dropped_off", count.children_dropped_off},
                                {"children_picked_up", count.children_picked_up},
                                {"people", people}};
    return whole.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string attendance_csv(const event::State& state) {
    std::vector<std::vector<std::string>> rows = {{k_columns.begin(), k_columns.end()}};
    for (const auto& row : attendance_rows(state)) rows.push_back(csv_cells(row, state.event().time_zone));
    return csv_text(rows);
}

std::string csv_text(const std::vector<std::vector<std::string>>& rows) {
    std::string text;
    for (const auto& row : rows) text += csv_line(row);
    return text;
}

}  // namespace welcome::kiosk::session
