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

// A tablet's upload is one request for 200 facts; a stranger has no more to ask than hello and a code.
constexpr Allowance k_of_a_device{.a_second = 300, .at_once = 600};
constexpr Allowance k_of_an_address{.a_second = 20, .at_once = 200};

}  // namespace

std::span<const Route> Api::routes() {
    static constexpr std::array<Route, 25> k_routes{{
        {"GET", "/", Access::anybody, &Api::page},
        {"GET", "/v1/", Access::anybody, &Api::page},
        {"GET", "/page/{file}", Access::anybody, &Api::page_part},
        {"POST", "/session", Access::anybody, &Api::sign_in},
        {"GET", "/v1/live", Access::organiser, &Api::live},
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
        {"GET", "/v1/devices", Access::organiser, &Api::devices},
        {"DELETE", "/v1/devices/{device}", Access::organiser, &Api::revoke},
        {"POST", "/v1/devices/{device}/readmission", Access::organiser, &Api::readmit},
        {"POST", "/v1/enrolments", Access::organiser, &Api::approve},
        {"DELETE", "/v1/enrolments/{device}", Access::organiser, &Api::turn_away},
    }};
    return k_routes;
}

Told Api::serve(const Asked& asked) {
    const auto begun = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex_);
    const Route* taken = nullptr;
    bool known_path = false;
    Call call{.asked = asked, .in_path = {}, .caller = {}, .gate = &lock};
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
    clock(std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun));
    return told;
}

Result<void> Api::project(const std::stop_token& stop) {
    std::vector<EventId> events;
    {
        const std::lock_guard lock(mutex_);
        auto behind = service_->store().unprojected();
        if (!behind) return tl::unexpected(behind.error());
        events = std::move(*behind);
    }
    for (const auto& event : events) {
        for (bool more = true; more && !stop.stop_requested();) {
            const std::lock_guard lock(mutex_);
            auto done = service_->project(event);
            if (!done) return tl::unexpected(done.error());
            more = *done;
        }
    }
    return {};
}

Told Api::admit(const Route& route, Call call) {
    const auto now = service_->now();
    auto caller = gate_.who(service_->store(), call.asked, now);
    if (!caller) return problem(caller.error());
    // A page's cookie changes something only where the browser says that this page itself asks: nothing that
    // a foreign page could make a browser send does.
    if (caller->role == Role::nobody && (call.asked.method == "GET" || call.asked.is_same_site) &&
        gate_.is_session(call.asked.session, now))
        caller->role = Role::organiser;
    call.caller = *caller;
    if (caller->role != Role::organiser) {
        const bool known = caller->role == Role::device;
        const auto wait = pace_.wait_of(known ? caller->name() : "address " + call.asked.address,
                                        known ? k_of_a_device : k_of_an_address, now);
        if (wait.count() > 0) return too_many(wait);
    }
    if (route.access != Access::anybody) {
        if (caller->role == Role::nobody) return unproven(caller->proof);
        if (caller->revoked) return problem(403, "revoked", "This device was revoked. Ask the organiser.");
        if (route.access == Access::organiser && caller->role != Role::organiser) {
            return problem(403, "organiser-only", "Only the organiser's token may do this.");
        }
        const auto event = call.in_path.find("event");
        if (caller->event && event != call.in_path.end() && event->second != caller->event->text())
            return problem(403, "other-event", "This device was let in for another event.");
    }
    return (this->*route.handle)(call);
}

Told Api::unproven(ProofFault fault) {
    switch (fault) {
        case ProofFault::none:
            break;
        case ProofFault::missing:
            return problem(401, "proof", "Sign the request with this device's key.");
        case ProofFault::wrong:
            return problem(401, "proof", "The signature is not of this device and this request.");
        case ProofFault::clock:
            return problem(401, "clock", "Signed too early or too late. Sign again by the time in Date.");
        case ProofFault::seen:
            return problem(401, "replay", "This very request came before. Sign it anew.");
    }
    return problem(401, "token", "Send the token this device got at its enrolment.");
}

Told Api::too_many(std::chrono::seconds wait) const {
    auto told = problem(429, "too-many", "Too many requests. Wait as long as Retry-After says.");
    told.headers.emplace_back("Retry-After", std::to_string(wait.count()));
    return told;
}

// The route's shape, never the address that was asked for: ids of people and devices stay out of the log.
void Api::count(const Route* route, int status) {
    const std::string name = route ? std::string(route->method) + ' ' + route->path : "none";
    ++answered_[{name, status}];
    if (status >= 500)
        spdlog::error(R"("route":"{}","status":{})", name, status);
    else
        spdlog::debug(R"("route":"{}","status":{})", name, status);
}

}  // namespace welcome::tools::membershipd
