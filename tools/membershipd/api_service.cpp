// What the service says about itself: hello, health, figures, and the plain page with counts.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tools/membershipd/answers.h"
#include "tools/membershipd/api.h"

namespace welcome::tools::membershipd {
namespace {

using nlohmann::ordered_json;

// Prometheus' text form, version 0.0.4.
struct Figures {
    std::string text;
    void head(const std::string& name, const char* type, const char* help) {
        text +=
            "# HELP membershipd_" + name + ' ' + help + "\n# TYPE membershipd_" + name + ' ' + type + '\n';
    }
    template <typename Number>
    void add(const std::string& name, Number value) {
        text += "membershipd_" + name + ' ' + std::to_string(value) + '\n';
    }
};

// Upper ends of the buckets, as numbers and as Prometheus writes them.
constexpr std::array<std::pair<double, const char*>, 9> k_seconds{{{0.001, "0.001"},
                                                                   {0.005, "0.005"},
                                                                   {0.01, "0.01"},
                                                                   {0.025, "0.025"},
                                                                   {0.05, "0.05"},
                                                                   {0.1, "0.1"},
                                                                   {0.5, "0.5"},
                                                                   {2.5, "2.5"},
                                                                   {0, "+Inf"}}};

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
    auto& store = service_->store();
    auto devices = store.devices();
    if (!devices) return problem(devices.error());
    auto waiting = store.enrolments(service_->now());
    if (!waiting) return problem(waiting.error());
    auto reviews = store.reviews();
    if (!reviews) return problem(reviews.error());
    const auto count = [](const auto& list, const auto& claim) {
        return static_cast<std::uint64_t>(std::count_if(list.begin(), list.end(), claim));
    };
    const auto revoked = count(*devices, [](const auto& one) { return one.revoked.has_value(); });

    Figures figures;
    figures.head("requests_total", "counter", "Requests answered.");
    for (const auto& [key, times] : answered_)
        figures.add(
            "requests_total{route=\"" + key.first + "\",status=\"" + std::to_string(key.second) + "\"}",
            times);
    figures.head("facts_total", "counter", "Facts answered, by answer.");
    for (const auto& [state, times] : standings_) figures.add("facts_total{state=\"" + state + "\"}", times);
    figures.head("devices", "gauge", "Tablets at the service.");
    figures.add("devices{state=\"let_in\"}", devices->size() - revoked);
    figures.add("devices{state=\"revoked\"}", revoked);
    figures.add("devices{state=\"waiting\"}", count(*waiting, [](const auto& one) { return !one.approved; }));
    figures.head("reviews_open", "gauge", "Questions that wait for a person.");
    figures.add("reviews_open", count(*reviews, [](const auto& one) { return one.decision.empty(); }));
    figures.head("request_seconds", "histogram", "Time from a whole request to its answer.");
    std::uint64_t so_far = 0;
    for (std::size_t i = 0; i < k_seconds.size(); ++i)
        figures.add("request_seconds_bucket{le=\"" + std::string(k_seconds[i].second) + "\"}",
                    so_far += took_[i]);
    figures.add("request_seconds_sum", static_cast<double>(took_micros_) / 1e6);
    figures.add("request_seconds_count", so_far);
    return {.status = 200,
            .type = "text/plain; version=0.0.4; charset=utf-8",
            .body = figures.text,
            .headers = {}};
}

// The histogram's last bucket has no upper end.
void Api::clock(std::chrono::microseconds took) {
    std::size_t bucket = 0;
    while (bucket + 1 < k_seconds.size() &&
           std::chrono::duration<double>(took).count() > k_seconds[bucket].first)
        ++bucket;
    ++took_[bucket];
    took_micros_ += static_cast<std::uint64_t>(took.count());
}

}  // namespace welcome::tools::membershipd
