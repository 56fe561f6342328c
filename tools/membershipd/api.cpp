#include "tools/membershipd/api.h"

#include <spdlog/spdlog.h>

namespace welcome::tools::membershipd {
namespace {

std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        parts.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

bool fits(const Route& route, std::string_view path, std::map<std::string, std::string>& in_path) {
    const auto wanted = parts_of(route.path);
    const auto given = parts_of(path);
    if (wanted.size() != given.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i].starts_with('{')) {
            in_path[std::string(wanted[i].substr(1, wanted[i].size() - 2))] = given[i];
        } else if (wanted[i] != given[i]) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::span<const Route> Api::routes() {
    static constexpr std::array<Route, 18> k_routes{{
        {"GET", "/", Access::organiser, &Api::page},
        {"GET", "/v1/", Access::organiser, &Api::page},
        {"GET", "/healthz", Access::anybody, &Api::healthz},
        {"GET", "/metrics", Access::organiser, &Api::metrics},
        {"GET", "/v1/hello", Access::anybody, &Api::hello},
        {"GET", "/v1/healthz", Access::anybody, &Api::healthz},
        {"GET", "/v1/metrics", Access::organiser, &Api::metrics},
        {"POST", "/v1/events", Access::organiser, &Api::create_event},
        {"POST", "/v1/events/{event}/facts", Access::device, &Api::put_facts},
        {"GET", "/v1/events/{event}/facts", Access::device, &Api::get_facts},
        {"GET", "/v1/events/{event}/held", Access::device, &Api::held},
        {"GET", "/v1/events/{event}/attendance", Access::organiser, &Api::attendance},
        {"GET", "/v1/batches/{batch}", Access::device, &Api::get_batch},
        {"POST", "/v1/batches/{batch}/revert", Access::organiser, &Api::revert_batch},
        {"GET", "/v1/reviews", Access::organiser, &Api::reviews},
        {"POST", "/v1/reviews/{fact}", Access::organiser, &Api::decide_review},
        {"POST", "/v1/devices", Access::anybody, &Api::enrol},
        {"DELETE", "/v1/devices/{device}", Access::organiser, &Api::revoke},
    }};
    return k_routes;
}

Told Api::serve(const Asked& asked) {
    const std::lock_guard lock(mutex_);
    const Route* taken = nullptr;
    bool known_path = false;
    Call call{.asked = asked, .in_path = {}, .caller = {}};
    for (const auto& route : routes()) {
        std::map<std::string, std::string> in_path;
        if (!fits(route, asked.path, in_path)) continue;
        known_path = true;
        if (asked.method != route.method) continue;
        taken = &route;
        call.in_path = std::move(in_path);
    }
    auto told = taken        ? admit(*taken, std::move(call))
                : known_path ? problem(405, "method", "This address takes another method.")
                             : problem(404, "no-route", "Nothing is served at this address.");
    count(taken, told.status);
    return told;
}

Told Api::admit(const Route& route, Call call) {
    auto caller = gate_.who(service_->store(), call.asked.authorization);
    if (!caller) return problem(caller.error());
    call.caller = *caller;
    if (route.access != Access::anybody) {
        if (caller->role == Role::nobody) {
            auto told = problem(401, "token", "Send the token this device got at its enrolment.");
            if (route.handle == &Api::page)
                told.headers = {{"WWW-Authenticate", "Basic realm=\"organiser\""}};
            return told;
        }
        if (caller->revoked) return problem(403, "revoked", "This device was revoked. Ask the organiser.");
        if (route.access == Access::organiser && caller->role != Role::organiser) {
            return problem(403, "organiser-only", "Only the organiser's token may do this.");
        }
    }
    return (this->*route.handle)(call);
}

// The route's shape, never the address that was asked for: ids of people and devices stay out of the log.
void Api::count(const Route* route, int status) {
    const std::string name = route ? std::string(route->method) + ' ' + route->path : "none";
    ++answered_[{name, status}];
    if (status >= 500)
        spdlog::error("{} answered {}", name, status);
    else
        spdlog::debug("{} answered {}", name, status);
}

}  // namespace welcome::tools::membershipd
