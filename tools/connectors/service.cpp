#include "tools/connectors/service.h"

#include <nlohmann/json.hpp>
#include <thread>

namespace welcome::tools::connectors {

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr int k_tries = 6;

// Services say what is wrong in many places; the first that is a text is shown.
std::string words_of(const sync::HttpAnswer& answer) {
    const auto said = json::parse(answer.body, nullptr, false);
    if (said.is_object()) {
        for (const char* member : {"error", "error_message", "detail", "message", "title"}) {
            if (auto text = text_in(said, member); !text.empty()) return text;
        }
        if (const auto errors = said.find("errors");
            errors != said.end() && errors->is_array() && !errors->empty()) {
            if (auto text = text_in(errors->front(), "text"); !text.empty()) return text;
        }
    }
    return "it answered " + std::to_string(answer.status);
}

}  // namespace

Service::Service(Credential credential, sync::HttpClient client)
    : credential_(std::move(credential)), client_(std::move(client)), pace_(credential_.calls_a_second) {}

tl::expected<Service, std::string> Service::make(Credential credential) {
    while (credential.url.ends_with('/')) credential.url.pop_back();
    auto client = sync::HttpClient::make({.url = credential.url, .token = {}, .ca_file = {}});
    if (!client) return tl::unexpected(client.error().detail);
    return Service(std::move(credential), std::move(*client));
}

Attempt<sync::HttpAnswer> Service::call(sync::HttpRequest request) {
    request.headers.insert(request.headers.end(), credential_.headers.begin(), credential_.headers.end());
    request.headers.emplace_back("Accept: application/json");
    for (int tries = 1;; ++tries) {
        std::this_thread::sleep_for(pace_.next(Clock::now()));
        auto answer = client_.send(request);
        if (!answer)
            return trouble(Trouble::Reach::later, "the service cannot be reached: " + answer.error().detail);
        const bool too_many = answer->status == 429 || answer->status == 503;
        pace_.answered(too_many, answer->retry_after, Clock::now());
        if (answer->status == 401 || answer->status == 403)
            return trouble(Trouble::Reach::all, "the service does not accept the key: " + words_of(*answer));
        if (!too_many) return std::move(*answer);
        if (tries == k_tries)
            return trouble(Trouble::Reach::later, "the service is too busy; try again in an hour");
    }
}

Attempt<json> Service::ask(sync::HttpRequest request, const std::string& what) {
    const auto answer = call(std::move(request));
    if (!answer) return tl::unexpected(answer.error());
    if (answer->status >= 500) return trouble(Trouble::Reach::later, what + ": " + words_of(*answer));
    if (answer->status < 200 || answer->status >= 300)
        return trouble(Trouble::Reach::record, what + ": " + words_of(*answer));
    if (answer->body.empty()) return json::object();
    auto said = json::parse(answer->body, nullptr, false);
    if (said.is_discarded()) return trouble(Trouble::Reach::later, what + ": the answer is no JSON");
    return said;
}

sync::HttpRequest json_post(std::string path, const json& body) {
    return {.method = "POST",
            .path = std::move(path),
            .headers = {"Content-Type: application/json"},
            .body = body.dump(-1, ' ', false, json::error_handler_t::replace)};
}

std::string text_in(const json& object, const char* member) {
    const auto found = object.is_object() ? object.find(member) : object.end();
    if (!object.is_object() || found == object.end()) return {};
    if (found->is_string()) return found->get<std::string>();
    return found->is_number() ? found->dump() : std::string();
}

}  // namespace welcome::tools::connectors
