#include "tools/kioskctl/service_calls.h"

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "kiosk/event/rehearsal_id.h"
#include "kiosk/session/attendance.h"
#include "kiosk/session/machine_name.h"
#include "sync/upload/enrolment.h"

namespace welcome::tools::kioskctl {

namespace {

using nlohmann::json;

sync::Result<sync::HttpAnswer> post(sync::HttpClient& service, const std::string& path, const json& body) {
    return service.post_json(path, body.dump(-1, ' ', false, json::error_handler_t::replace));
}

}  // namespace

std::optional<std::string> service_url(std::string text) {
    if (!text.starts_with("http://") && !text.starts_with("https://")) return std::nullopt;
    while (text.ends_with('/')) text.pop_back();
    return text;
}

tl::expected<sync::HttpClient, std::string> service_at(const sync::ServiceAddress& address) {
    auto client = sync::HttpClient::make(address);
    if (!client) return refuse(client.error());
    return std::move(*client);
}

tl::expected<std::string, std::string> organiser_token_in(const std::string& file) {
    if (file == "-") return read_secret(file);
    constexpr std::string_view name = "organiser=";
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with(name)) return line.substr(name.size());
    }
    return read_secret(file);
}

std::string refusal_of(const sync::HttpAnswer& answer) {
    if (answer.status == 401)
        return "the service asks for a token; enrol this device with `kioskctl enrol` first";
    const auto said = json::parse(answer.body, nullptr, false);
    const auto detail = said.is_object() ? said.find("detail") : said.end();
    if (said.is_object() && detail != said.end() && detail->is_string())
        return "the service refused: " + detail->get<std::string>();
    return "the service answered " + std::to_string(answer.status) + "; is this the right address?";
}

Outcome make_event_at(sync::HttpClient& service, const Session& session) {
    const auto& event = session.state().event();
    if (event.name.empty()) return refuse("this folder does not know its event yet; start on another tablet");
    if (event::is_rehearsal(session.event_id()))
        return refuse("this is a rehearsal with invented people; no service takes it");
    const auto answer = post(service, "/v1/events",
                             {{"event", session.event_id().text()},
                              {"name", event.name},
                              {"starts", kiosk::session::utc_text(event.starts)},
                              {"timezone", event.time_zone}});
    if (!answer) return refuse("the service cannot be reached: " + answer.error().detail);
    if (answer->status == 403)
        return refuse(
            "the service does not know this event, and only the organiser's token may make it there; run "
            "`kioskctl enrol` with --organiser-token-file once");
    if (answer->status != 200 && answer->status != 201) return refuse(refusal_of(*answer));
    return {};
}

tl::expected<std::string, std::string> enrol_by_organiser(sync::HttpClient& service, Session& session) {
    const json body = {{"device", session.journal().device().text()},
                       {"event", session.event_id().text()},
                       {"name", kiosk::session::machine_name()}};
    const auto answer = post(service, "/v1/devices", body);
    if (!answer) return refuse("the service cannot be reached: " + answer.error().detail);
    if (answer->status != 201) return refuse(refusal_of(*answer));
    const auto told = json::parse(answer->body, nullptr, false);
    const auto token = told.is_object() ? told.find("token") : told.end();
    if (!told.is_object() || token == told.end() || !token->is_string())
        return refuse("the service gave no token; is this the right address?");
    return token->get<std::string>();
}

tl::expected<std::string, std::string> enrol_by_code(sync::HttpClient& service, Session& session,
                                                     const std::string& url, std::chrono::seconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    std::string shown;
    while (true) {
        const auto answer = sync::ask_to_be_let_in(service, session.journal().device(), session.event_id(),
                                                   kiosk::session::machine_name());
        if (!answer && answer.error().fault != sync::Fault::busy)
            return refuse("the service cannot be reached: " + answer.error().detail);
        if (answer && std::holds_alternative<sync::LetIn>(*answer))
            return std::get<sync::LetIn>(*answer).token;
        if (answer && std::holds_alternative<sync::TurnedAway>(*answer))
            return refuse("the service refused: " + std::get<sync::TurnedAway>(*answer).sentence);
        const auto waits = answer ? std::get<sync::ShowsCode>(*answer) : sync::ShowsCode{.code = shown};
        if (waits.code != shown) {
            shown = waits.code;
            std::cerr << "This tablet's code is " << shown << ". The organiser types it at " << url
                      << "/ within " << std::chrono::ceil<std::chrono::minutes>(waits.left).count()
                      << " minutes. Waiting ..." << std::endl;
        }
        if (std::chrono::steady_clock::now() + waits.ask_again > end)
            return refuse("nobody typed the code in time; run this again for a new one");
        std::this_thread::sleep_for(waits.ask_again);
    }
}

}  // namespace welcome::tools::kioskctl
