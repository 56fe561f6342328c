// What the service says about itself: hello, health, figures, and the plain page with counts.

#include <nlohmann/json.hpp>

#include "tools/membershipd/answers.h"
#include "tools/membershipd/api.h"

namespace welcome::tools::membershipd {
namespace {

using nlohmann::ordered_json;

std::string html(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else if (c == '&')
            safe += "&amp;";
        else if (c == '"')
            safe += "&quot;";
        else
            safe += c;
    }
    return safe;
}

constexpr const char* k_page_head =
    "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Membership service</title>"
    "<meta name=\"viewport\" content=\"width=device-width\"><style>body{font:18px/1.5 sans-serif;margin:2rem "
    "auto;"
    "max-width:60rem;padding:0 1rem;color:#1b1b1f;background:#fff}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;padding:.5rem .75rem;border-bottom:1px solid "
    "#ccc}td.n,th.n{text-align:right}</style></head>"
    "<body><h1>Membership service</h1>";

}  // namespace

Told Api::hello(const Call&) {
    return as_json(200, ordered_json{{"service", "welcome-table membershipd"},
                                     {"version", WELCOME_VERSION},
                                     {"time", instant_text(service_->now())},
                                     {"limits",
                                      {{"max_records", k_most_facts},
                                       {"max_bytes", k_most_body_bytes},
                                       {"max_inflated_bytes", k_most_inflated_bytes},
                                       {"max_page", k_most_page}}},
                                     {"encodings", {"gzip"}},
                                     {"features", {"dry_run", "revert", "review", "held"}}}
                            .dump());
}

Told Api::healthz(const Call&) {
    auto events = service_->store().events();
    if (!events) return problem(events.error());
    return as_json(200, R"({"status":"ok"})");
}

Told Api::metrics(const Call&) {
    std::string text =
        "# HELP membershipd_requests_total Requests answered.\n# TYPE membershipd_requests_total counter\n";
    for (const auto& [key, times] : answered_) {
        text += "membershipd_requests_total{route=\"" + key.first + "\",status=\"" +
                std::to_string(key.second) + "\"} " + std::to_string(times) + '\n';
    }
    text +=
        "# HELP membershipd_facts_total Facts answered, by answer.\n# TYPE membershipd_facts_total counter\n";
    for (const auto& [state, times] : standings_) {
        text += "membershipd_facts_total{state=\"" + state + "\"} " + std::to_string(times) + '\n';
    }
    return {.status = 200, .type = "text/plain; version=0.0.4; charset=utf-8", .body = text, .headers = {}};
}

Told Api::page(const Call&) {
    auto events = service_->store().events();
    if (!events) return problem(events.error());
    std::string body = k_page_head;
    body += "<p>As of " + instant_text(service_->now()) + ". Reload for newer figures.</p>";
    if (events->empty())
        body += "<p>No event has been created here yet.</p>";
    else
        body +=
            "<table><tr><th>Event</th><th>Starts</th><th class=\"n\">People</th><th class=\"n\">With "
            "them</th>"
            "<th class=\"n\">Just came in</th><th class=\"n\">Facts</th></tr>";
    for (const auto& event : *events) {
        auto book = service_->book(event.event);
        if (!book) return problem(book.error());
        const auto count = (*book)->state().count();
        body += "<tr><td>" + html(event.name) + "</td><td>" + instant_text(event.starts) + "</td>";
        for (const auto n :
             {static_cast<std::size_t>(count.people_checked_in), static_cast<std::size_t>(count.company),
              static_cast<std::size_t>(count.anonymous), (*book)->state().fact_count()}) {
            body += "<td class=\"n\">" + std::to_string(n) + "</td>";
        }
        body += "</tr>";
    }
    if (!events->empty()) body += "</table>";
    return {.status = 200,
            .type = "text/html; charset=utf-8",
            .body = body + "</body></html>",
            .headers = {{"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"},
                        {"Cache-Control", "no-store"}}};
}

}  // namespace welcome::tools::membershipd
