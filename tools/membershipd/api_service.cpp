// What the service says about itself: hello, health, figures, and the plain page with counts.

#include <nlohmann/json.hpp>

#include "tools/membershipd/answers.h"
#include "tools/membershipd/api.h"

namespace welcome::tools::membershipd {
namespace {

using nlohmann::ordered_json;

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

}  // namespace welcome::tools::membershipd
