#include "tools/membershipd/request.h"

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

std::string write_cursor(const std::string& service, std::int64_t arrival) {
    return sync::to_base64(service.substr(service.size() - std::min<std::size_t>(8, service.size())) + ':' +
                           std::to_string(arrival));
}

Result<std::int64_t> read_cursor(const std::string& cursor, const std::string& service) {
    if (cursor.empty()) return 0;
    constexpr std::size_t k_longest = 128;
    const auto text = cursor.size() > k_longest ? std::nullopt : sync::from_base64(cursor);
    const auto colon = text ? text->find(':') : std::string::npos;
    if (colon == std::string::npos) return fail(Fault::unreadable, "This is no cursor of this service.");
    std::int64_t arrival = 0;
    const auto* end = text->data() + text->size();
    const auto [rest, fault] = std::from_chars(text->data() + colon + 1, end, arrival);
    if (fault != std::errc{} || rest != end || arrival < 0) {
        return fail(Fault::unreadable, "This is no cursor of this service.");
    }
    if (write_cursor(service, arrival) != cursor)
        return fail(Fault::refused, "The cursor is of another store; start again without one.");
    return arrival;
}

}  // namespace welcome::tools::membershipd
