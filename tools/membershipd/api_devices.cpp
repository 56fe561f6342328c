// Tablets: they ask to be let in, the organiser lets them in by their code, or shuts one out.

#include <nlohmann/json.hpp>

#include "tools/membershipd/answers.h"
#include "tools/membershipd/api.h"
#include "tools/membershipd/request.h"

namespace welcome::tools::membershipd {
namespace {

using nlohmann::ordered_json;

// A hall's tablets come out of one address, all at once.
constexpr Allowance k_askings_of_an_address{.a_second = 10, .at_once = 100};

Told code_told(const EnrolmentRecord& waiting, Instant now) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(waiting.expires - now);
    return as_json(202, ordered_json{{"device", waiting.device.text()},
                                     {"user_code", shown_code(waiting.code)},
                                     {"expires_in", left.count()},
                                     {"interval", k_ask_again.count()}}
                            .dump());
}

Told no_device() {
    return problem(404, "no-device", "There is no such device.");
}

Told done() {
    return {.status = 204, .type = {}, .body = {}, .headers = {}};
}

}  // namespace

// The organiser enrols at once. A tablet asks, signed with the key that it asks for, again and again.
Told Api::enrol(const Call& call) {
    auto json = read_object(call.asked.body);
    if (!json) return problem(400, "malformed", json.error().detail);
    const auto device = DeviceId::parse(text_in(*json, "device"));
    if (!device) return problem(400, "device", "The member device is no 32-byte key in base64url.");
    const auto name = text_in(*json, "name");
    if (name.size() > 200) return problem(400, "name", "The name is too long.");
    const auto event = EventId::parse(text_in(*json, "event"));
    if (json->contains("event") && !event) return problem(400, "event", "The member event is no UUID.");
    if (call.caller.role == Role::organiser) return enrolled(*device, name, event);

    const auto now = service_->now();
    const auto wait = pace_.wait_of("asks in " + call.asked.address, k_askings_of_an_address, now);
    if (wait.count() > 0) return too_many(wait);
    // Who asks with a good token has proven the key already, and no proof is taken twice.
    if (call.caller.role != Role::device || call.caller.device != *device) {
        const auto signer = gate_.signer_of(call.asked, now);
        if (!signer || *signer != *device) return unproven(signer ? ProofFault::wrong : signer.error());
    }
    const auto revoked = Gate::is_revoked(service_->store(), *device);
    if (!revoked) return problem(revoked.error());
    if (*revoked) return problem(403, "revoked", "This device was revoked. Ask the organiser.");
    if (!event) return problem(400, "event", "Say in the member event which event the tablet is of.");
    auto asking = enrolments_.ask(service_->store(), *device, name, *event, call.asked.address, now);
    if (!asking) return problem(asking.error());
    if (asking->is_full) return too_many(std::chrono::minutes(1));
    return asking->approved ? enrolled(*device, asking->record.name, event) : code_told(asking->record, now);
}

Told Api::enrolled(const DeviceId& device, const std::string& name, const std::optional<EventId>& event) {
    auto token = Gate::enrol(service_->store(), device, name, event, service_->now());
    if (!token) return problem(token.error());
    auto told = as_json(201, ordered_json{{"device", device.text()}, {"token", *token}}.dump());
    told.headers.emplace_back("Cache-Control", "no-store");
    return told;
}

Result<ordered_json> Api::tablets_json() {
    auto devices = service_->store().devices();
    if (!devices) return tl::unexpected(devices.error());
    auto waiting = service_->store().enrolments(service_->now());
    if (!waiting) return tl::unexpected(waiting.error());
    ordered_json all{{"waiting", ordered_json::array()}, {"devices", ordered_json::array()}};
    for (const auto& one : *waiting) {
        if (one.approved) continue;
        all["waiting"].push_back({{"device", one.device.text()},
                                  {"name", one.name},
                                  {"event", one.event.text()},
                                  {"asked_at", instant_text(one.asked)},
                                  {"expires_at", instant_text(one.expires)}});
    }
    for (const auto& one : *devices) {
        ordered_json row{
            {"device", one.device.text()}, {"name", one.name}, {"enrolled_at", instant_text(one.enrolled)}};
        if (one.event) row["event"] = one.event->text();
        if (one.revoked) row["revoked_at"] = instant_text(*one.revoked);
        all["devices"].push_back(std::move(row));
    }
    return all;
}

// Never the codes of those that wait: who types one has seen that tablet's screen.
Told Api::devices(const Call&) {
    auto all = tablets_json();
    return all ? as_json(200, all->dump()) : problem(all.error());
}

Told Api::approve(const Call& call) {
    auto json = read_object(call.asked.body);
    if (!json) return problem(400, "malformed", json.error().detail);
    auto approval = enrolments_.approve(service_->store(), text_in(*json, "code"), service_->now());
    if (!approval) return problem(approval.error());
    switch (approval->outcome) {
        case Enrolments::Outcome::no_such_code:
            return problem(404, "enrol-code", "No tablet shows this code now. Look again at its screen.");
        case Enrolments::Outcome::too_many_tries: {
            auto told = problem(429, "enrol-code", "Too many wrong codes. Wait ten minutes.");
            told.headers.emplace_back("Retry-After", "600");
            return told;
        }
        case Enrolments::Outcome::approved:
            break;
    }
    const auto& record = approval->record;
    return as_json(200, ordered_json{{"device", record.device.text()}, {"name", record.name}}.dump());
}

Told Api::turn_away(const Call& call) {
    const auto device = DeviceId::parse(call.in_path.at("device"));
    if (!device) return no_device();
    if (auto dropped = service_->store().drop_enrolment(*device); !dropped) return problem(dropped.error());
    return done();
}

Told Api::revoke(const Call& call) {
    const auto device = DeviceId::parse(call.in_path.at("device"));
    if (!device) return no_device();
    auto revoked = Gate::revoke(service_->store(), *device, service_->now());
    if (!revoked) return problem(revoked.error());
    return *revoked ? done() : no_device();
}

Told Api::readmit(const Call& call) {
    const auto device = DeviceId::parse(call.in_path.at("device"));
    if (!device) return no_device();
    auto readmitted = Gate::readmit(service_->store(), *device);
    if (!readmitted) return problem(readmitted.error());
    return *readmitted ? done() : no_device();
}

}  // namespace welcome::tools::membershipd
