#include "tools/membershipd/request.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "sync/base64.h"
#include "tools/membershipd/digest.h"

namespace welcome::tools::membershipd {
namespace {

using nlohmann::ordered_json;
using sync::fail;
using sync::Fault;

constexpr int k_deepest_request = sync::k_deepest_body + 8;

tl::unexpected<sync::Error> no_cursor() {
    return fail(Fault::unreadable, "This is no cursor of this service.");
}

std::string store_mark(const std::string& service) {
    return service.substr(service.size() - std::min<std::size_t>(8, service.size())) + ':';
}

std::string cursor_of(const std::string& service, const std::string& place) {
    return sync::to_base64(store_mark(service) + place);
}

Result<std::string> place_in(const std::string& cursor, const std::string& service) {
    constexpr std::size_t k_longest = 128;
    const auto text = cursor.size() > k_longest ? std::nullopt : sync::from_base64(cursor);
    const auto colon = text ? text->find(':') : std::string::npos;
    if (colon == std::string::npos) return no_cursor();
    if (!text->starts_with(store_mark(service)))
        return fail(Fault::refused, "The cursor is of another store; start again without one.");
    return text->substr(colon + 1);
}

std::optional<std::int64_t> number_of(std::string_view digits) {
    std::int64_t number = 0;
    const auto* end = digits.data() + digits.size();
    const auto [rest, fault] = std::from_chars(digits.data(), end, number);
    if (fault != std::errc{} || rest != end || number < 0) return std::nullopt;
    return number;
}

}  // namespace

Result<ordered_json> read_object(const std::string& body) {
    if (sync::depth_of(body) > k_deepest_request)
        return fail(Fault::unreadable, "The body is nested too deep.");
    auto json = ordered_json::parse(body, nullptr, false);
    if (json.is_discarded()) return fail(Fault::unreadable, "The body is no JSON.");
    if (!json.is_object()) return fail(Fault::unreadable, "The body is no JSON object.");
    return json;
}

std::string text_in(const ordered_json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Batch> read_batch_request(const std::string& body, const EventId& event) {
    auto json = read_object(body);
    if (!json) return tl::unexpected(json.error());
    const auto id = sync::Uuid::parse(text_in(*json, "batch"));
    if (!id) return fail(Fault::unreadable, "The member batch is no UUID.");
    if (!json->contains("streams")) return fail(Fault::unreadable, "The member streams is missing.");
    auto facts = sync::read_streams((*json)["streams"], event);
    if (!facts) return fail(Fault::unreadable, "In streams: " + facts.error().detail + '.');
    if (facts->size() > k_most_facts) return fail(Fault::refused, "The batch has too many facts.");
    return Batch{.event = event,
                 .batch = id->text(),
                 .sender = {},
                 .digest = digest_of_text(body),
                 .facts = std::move(*facts)};
}

std::string in_query(const Asked& asked, const char* name) {
    const auto found = asked.query.find(name);
    return found == asked.query.end() ? std::string() : found->second;
}

std::optional<std::size_t> read_limit(const std::string& text) {
    if (text.empty()) return k_most_page;
    std::size_t limit = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, fault] = std::from_chars(text.data(), end, limit);
    if (fault != std::errc{} || rest != end || limit == 0) return std::nullopt;
    return std::min(limit, k_most_page);
}

std::string write_cursor(const std::string& service, std::int64_t arrival) {
    return cursor_of(service, std::to_string(arrival));
}

Result<std::int64_t> read_cursor(const std::string& cursor, const std::string& service) {
    if (cursor.empty()) return 0;
    const auto place = place_in(cursor, service);
    if (!place) return tl::unexpected(place.error());
    const auto arrival = number_of(*place);
    return arrival ? Result<std::int64_t>(*arrival) : no_cursor();
}

std::string write_cursor(const std::string& service, const AttendedPlace& place) {
    return cursor_of(service, std::to_string(place.checked_in_ms) + ':' + place.person);
}

Result<AttendedPlace> read_attended_cursor(const std::string& cursor, const std::string& service) {
    if (cursor.empty()) return AttendedPlace{};
    const auto place = place_in(cursor, service);
    if (!place) return tl::unexpected(place.error());
    const auto colon = place->find(':');
    const auto time = number_of(place->substr(0, colon));
    if (!time || colon == std::string::npos) return no_cursor();
    return AttendedPlace{*time, place->substr(colon + 1)};
}

}  // namespace welcome::tools::membershipd
