#pragma once
// The routes of shared/interfaces.md on a service. `serve` may be called from many threads; it takes one
// request at a time past the gate.

#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <stop_token>

#include "tools/membershipd/enrolments.h"
#include "tools/membershipd/gate.h"
#include "tools/membershipd/http.h"
#include "tools/membershipd/pace.h"
#include "tools/membershipd/service.h"

namespace welcome::tools::membershipd {

enum class Access { anybody, device, organiser };

struct Call {
    const Asked& asked;
    std::map<std::string, std::string> in_path;  // "event" → its text
    Caller caller;
    std::unique_lock<std::mutex>* gate =
        nullptr;  // held; a handler may open it while it touches nothing shared
};

class Api;
struct Route {
    const char* method;
    const char* path;  // "/v1/events/{event}/facts"
    Access access;
    Told (Api::*handle)(const Call& call);
};

class Api {
  public:
    Api(std::unique_ptr<Service> service, Gate gate) : service_(std::move(service)), gate_(std::move(gate)) {}

    Told serve(const Asked& asked);
    static std::span<const Route> routes();
    // Brings the plain tables up to the facts, in small steps between requests; ends early where told to.
    Result<void> project(const std::stop_token& stop);

  private:
    Told admit(const Route& route, Call call);
    Told too_many(std::chrono::seconds wait) const;
    void count(const Route* route, int status);
    void clock(std::chrono::microseconds took);

    Told hello(const Call& call);
    Told healthz(const Call& call);
    Told metrics(const Call& call);
    Told page(const Call& call);
    Told page_part(const Call& call);
    Told sign_in(const Call& call);
    Told live(const Call& call);
    Told create_event(const Call& call);
    Told put_facts(const Call& call);
    Told get_facts(const Call& call);
    Told held(const Call& call);
    Told attendance(const Call& call);
    Told attendance_page(const EventId& event, const Asked& asked);
    Told get_batch(const Call& call);
    Told revert_batch(const Call& call);
    Told reviews(const Call& call);
    Told decide_review(const Call& call);
    Told enrol(const Call& call);
    static Told unproven(ProofFault fault);
    Result<nlohmann::ordered_json> tablets_json();
    Told enrolled(const DeviceId& device, const std::string& name, const std::optional<EventId>& event);
    Told revoke(const Call& call);
    Told readmit(const Call& call);
    Told devices(const Call& call);
    Told approve(const Call& call);
    Told turn_away(const Call& call);

    std::mutex mutex_;
    std::unique_ptr<Service> service_;
    Gate gate_;
    Enrolments enrolments_;
    Pace pace_;
    std::map<EventId, std::pair<std::int64_t, std::string>> shown_;  // an event on the page, as of an arrival
    std::map<std::pair<std::string, int>, std::uint64_t> answered_;  // (route, status) → how often
    std::array<std::uint64_t, 9> took_{};  // requests by their time, for a histogram
    std::uint64_t took_micros_ = 0;
    std::map<std::string, std::uint64_t> standings_;  // a fact's answer → how often
};

}  // namespace welcome::tools::membershipd
