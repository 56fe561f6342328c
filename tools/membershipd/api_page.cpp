// The organiser's page: its files, its sign-in and what it shows live.

#include <nlohmann/json.hpp>

#include "tools/membershipd/api.h"
#include "tools/membershipd/live.h"
#include "tools/membershipd/page_files.h"

namespace welcome::tools::membershipd {
namespace {

Told file_told(int status, const PageFile& file) {
    return {
        .status = status,
        .type = std::string(file.type),
        .body = std::string(file.text),
        .headers = {{"Content-Security-Policy",
                     "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src "
                     "data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
                    {"Referrer-Policy", "no-referrer"},
                    {"Cache-Control", "no-store"}}};
}

// The value of `token` in a form.
std::string token_in_form(std::string_view form) {
    constexpr std::string_view k_name = "token=";
    if (!form.starts_with(k_name)) return {};
    form = form.substr(k_name.size(), form.find('&') - k_name.size());
    std::string token;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == '%' && i + 2 < form.size()) {
            token += static_cast<char>(std::strtol(std::string(form.substr(i + 1, 2)).c_str(), nullptr, 16));
            i += 2;
        } else {
            token += form[i] == '+' ? ' ' : form[i];
        }
    }
    return token;
}

// Tonight: what begins within 18 hours of now, either way; where there is none, the latest.
std::vector<EventRecord> tonight(std::vector<EventRecord> events, Instant now) {
    constexpr auto k_near = std::chrono::hours(18);
    constexpr std::size_t k_most = 50;
    std::vector<EventRecord> near;
    for (const auto& one : events) {
        if (one.starts > now - k_near && one.starts < now + k_near) near.push_back(one);
    }
    if (near.empty() && !events.empty()) near.push_back(events.back());
    if (near.size() > k_most) near.resize(k_most);
    return near;
}

}  // namespace

Told Api::page(const Call& call) {
    if (call.caller.role == Role::organiser) return file_told(200, page_file("index.html"));
    auto told = file_told(401, page_file("signin.html"));
    told.headers.emplace_back("WWW-Authenticate", "Bearer");
    return told;
}

Told Api::page_part(const Call& call) {
    const auto file = page_file(call.in_path.at("file"));
    if (file.type.empty()) return problem(404, "no-file", "The page has no such file.");
    return file_told(200, file);
}

Told Api::sign_in(const Call& call) {
    const auto now = service_->now();
    if (const auto wait = pace_.wait_of("sign-in " + call.asked.address, {0.2, 10}, now); wait.count() > 0)
        return too_many(wait);
    const auto session = gate_.session_for(token_in_form(call.asked.body), now);
    if (!session) return file_told(401, page_file("signin.html"));
    const std::string secure = call.asked.is_tls ? "; Secure" : "";
    return {.status = 303,
            .type = "text/plain",
            .body = {},
            .headers = {{"Location", "/"},
                        {"Set-Cookie", "session=" + *session +
                                           "; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200" + secure}}};
}

Told Api::live(const Call&) {
    auto events = service_->store().events();
    if (!events) return problem(events.error());
    std::string all;
    for (const auto& event : tonight(std::move(*events), service_->now())) {
        auto book = service_->book(event.event);
        if (!book) return problem(book.error());
        auto& shown = shown_[event.event];
        if (shown.second.empty() || shown.first != (*book)->arrival())
            shown = {(*book)->arrival(), live_json(event, **book).dump()};
        all.append(all.empty() ? "" : ",").append(shown.second);
    }
    auto tablets = tablets_json();
    if (!tablets) return problem(tablets.error());
    const auto now = std::to_string(service_->now().time_since_epoch().count());
    return {.status = 200,
            .type = "text/event-stream",
            .body = "data: {\"now\":" + now + ",\"events\":[" + all + "],\"tablets\":" + tablets->dump() +
                    "}\n\n",
            .headers = {{"Cache-Control", "no-store"}}};
}

}  // namespace welcome::tools::membershipd
