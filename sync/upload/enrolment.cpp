#include "sync/upload/enrolment.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace welcome::sync {
namespace {

using nlohmann::json;

std::string text_in(const json& object, const char* name) {
    const auto found = object.is_object() ? object.find(name) : object.end();
    return object.is_object() && found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::chrono::seconds seconds_in(const json& object, const char* name, std::chrono::seconds otherwise) {
    const auto found = object.find(name);
    if (found == object.end() || !found->is_number_integer()) return otherwise;
    return std::clamp(std::chrono::seconds(found->get<std::int64_t>()), std::chrono::seconds(1),
                      std::chrono::seconds(3600));
}

}  // namespace

Result<EnrolmentAnswer> ask_to_be_let_in(HttpClient& service, const DeviceId& device, const EventId& event,
                                         const std::string& name) {
    const json asking{{"device", device.text()}, {"event", event.text()}, {"name", name}};
    const auto answer =
        service.post_json("/v1/devices", asking.dump(-1, ' ', false, json::error_handler_t::replace));
    if (!answer) return tl::unexpected(answer.error());
    const auto told = json::parse(answer->body, nullptr, false);
    if (answer->status == 201 && !text_in(told, "token").empty()) return LetIn{text_in(told, "token")};
    if (answer->status == 202 && !text_in(told, "user_code").empty()) {
        return ShowsCode{text_in(told, "user_code"), seconds_in(told, "interval", std::chrono::seconds(5)),
                         seconds_in(told, "expires_in", std::chrono::seconds(600))};
    }
    if (answer->status == 429 || answer->status >= 500)
        return fail(Fault::busy, "the service asks for patience");
    const auto detail = text_in(told, "detail");
    return TurnedAway{detail.empty() ? "it answered " + std::to_string(answer->status) : detail};
}

}  // namespace welcome::sync
