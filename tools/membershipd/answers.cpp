#include "tools/membershipd/answers.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <nlohmann/json.hpp>
#include <regex>

#include "sync/upload/json_text.h"

namespace welcome::tools::membershipd {
namespace {

using nlohmann::ordered_json;
using sync::append_json_text;

// The witness whose word the attendance's time is.
const kiosk::event::Witness& earliest(const kiosk::event::Attendance& attendance) {
    return *std::min_element(attendance.witnesses.begin(), attendance.witnesses.end(),
                             [](const auto& a, const auto& b) { return a.at < b.at; });
}

std::vector<const kiosk::event::Person*> attending(const EventBook& book) {
    auto people = book.state().attending();
    std::stable_sort(people.begin(), people.end(),
                     [](const auto* a, const auto* b) { return a->attendance->at < b->attendance->at; });
    return people;
}

ordered_json row_json(const kiosk::event::Person& person, const EventBook& book) {
    const auto& attendance = *person.attendance;
    const auto& first = earliest(attendance);
    auto witnesses = ordered_json::array();
    for (const auto& witness : attendance.witnesses) {
        witnesses.push_back({{"fact", witness.fact.text()},
                             {"device", witness.device.text()},
                             {"at", instant_text(witness.at)},
                             {"method", kiosk::event::text_of(witness.method)}});
    }
    return {{"person", person.id.text()},
            {"full_name", person.full_name},
            {"checked_in_at", instant_text(attendance.at)},
            {"received_at", instant_text(book.received(first.fact).value_or(Instant{}))},
            {"method", kiosk::event::text_of(first.method)},
            {"company", {{"adults", attendance.more_adults}, {"children", attendance.more_children}}},
            {"witnesses", std::move(witnesses)}};
}

std::string cell(const std::string& text) {
    std::string safe = text;
    if (!text.empty() && std::string("=+-@\t\r\n").find(text.front()) != std::string::npos) safe = "'" + text;
    if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

}  // namespace

std::string instant_text(Instant instant) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant);
    const auto rest = (instant - seconds).count();
    const std::time_t time = seconds.time_since_epoch().count();
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 64> text{};
    const auto length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    auto millis = std::to_string(1000 + rest).substr(1);
    return std::string(text.data(), length) + '.' + millis + 'Z';
}

std::optional<Instant> read_instant(const std::string& text) {
    const std::regex shape(
        R"((\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:([Zz])|([+-])(\d\d):(\d\d)))");
    std::smatch part;
    if (!std::regex_match(text, part, shape)) return std::nullopt;
    const auto number = [&](std::size_t i) { return std::stoi(part[i].str()); };
    const std::chrono::year_month_day day{std::chrono::year(number(1)),
                                          std::chrono::month(static_cast<unsigned>(number(2))),
                                          std::chrono::day(static_cast<unsigned>(number(3)))};
    if (!day.ok() || number(4) > 23 || number(5) > 59 || number(6) > 60) return std::nullopt;
    Instant instant = std::chrono::sys_days(day) + std::chrono::hours(number(4)) +
                      std::chrono::minutes(number(5)) + std::chrono::seconds(number(6));
    if (part[7].matched) instant += std::chrono::milliseconds(std::stoi((part[7].str() + "00").substr(0, 3)));
    if (part[9].matched) {
        const auto offset = std::chrono::hours(number(10)) + std::chrono::minutes(number(11));
        instant += part[9].str() == "-" ? offset : -offset;
    }
    return instant;
}

std::string answers_text(const std::vector<Answer>& answers) {
    std::string text = "[";
    for (const auto& one : answers) {
        if (text.size() > 1) text += ',';
        text += R"({"id":)";
        append_json_text(text, one.id);
        text += R"(,"state":")" + one.state + R"(","ids":[)";
        for (const auto& id : one.ids) {
            if (&id != &one.ids.front()) text += ',';
            append_json_text(text, id);
        }
        text += ']';
        if (!one.reason.empty()) {
            text += R"(,"reason":)";
            append_json_text(text, one.reason);
        }
        if (!one.candidate.empty()) {
            text += R"(,"candidates":[)";
            append_json_text(text, one.candidate);
            text += ']';
        }
        text += '}';
    }
    return text + ']';
}

std::string receipt_text(const std::string& batch, const Receipt& receipt) {
    auto text = R"({"batch":")" + batch + R"(","received_at":")" + instant_text(receipt.received) +
                R"(","results":)" + receipt.results + R"(,"acked_through":{)";
    bool first = true;
    for (const auto& [device, seq] : receipt.acked) {
        text += (first ? "\"" : ",\"") + device.text() + "\":" + std::to_string(seq);
        first = false;
    }
    return text + "}}";
}

ordered_json attendance_json(const EventId& event, const EventBook& book) {
    auto rows = ordered_json::array();
    for (const auto* person : attending(book)) rows.push_back(row_json(*person, book));
    const auto count = book.state().count();
    return {{"event", event.text()},
            {"name", book.state().event().name},
            {"summary",
             {{"people", count.people_checked_in},
              {"company", count.company},
              {"anonymous", count.anonymous},
              {"signed_up", count.signed_up}}},
            {"attendance", std::move(rows)}};
}

ordered_json attendance_page_json(const EventId& event, const AttendancePage& page) {
    auto rows = ordered_json::array();
    for (const auto& one : page.rows) {
        rows.push_back({{"person", one.person},
                        {"full_name", one.full_name},
                        {"checked_in_at", instant_text(one.checked_in)},
                        {"received_at", instant_text(one.received)},
                        {"method", one.method},
                        {"company", {{"adults", one.more_adults}, {"children", one.more_children}}},
                        {"witness_count", one.witnesses}});
    }
    return {{"event", event.text()},
            {"attendance", std::move(rows)},
            {"is_complete", page.is_complete},
            {"has_more", page.has_more}};
}

std::string attendance_csv(const EventBook& book) {
    std::string csv =
        "person,full_name,checked_in_at,received_at,method,more_adults,more_children,witnesses\r\n";
    for (const auto* person : attending(book)) {
        const auto& attendance = *person->attendance;
        const auto& first = earliest(attendance);
        csv += person->id.text() + ',' + cell(person->full_name) + ',' + instant_text(attendance.at) + ',' +
               instant_text(book.received(first.fact).value_or(Instant{})) + ',' +
               std::string(kiosk::event::text_of(first.method)) + ',' +
               std::to_string(attendance.more_adults) + ',' + std::to_string(attendance.more_children) + ',' +
               std::to_string(attendance.witnesses.size()) + "\r\n";
    }
    return csv;
}

}  // namespace welcome::tools::membershipd
