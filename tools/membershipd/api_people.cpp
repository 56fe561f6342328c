// What the organiser asks and decides: events and reviews.

#include <nlohmann/json.hpp>

#include "kiosk/event/rehearsal_id.h"
#include "tools/membershipd/answers.h"
#include "tools/membershipd/api.h"
#include "tools/membershipd/request.h"

namespace welcome::tools::membershipd {
namespace {

using nlohmann::ordered_json;

Told event_told(int status, const EventRecord& event) {
    return as_json(status, ordered_json{{"event", event.event.text()},
                                        {"name", event.name},
                                        {"starts", instant_text(event.starts)},
                                        {"timezone", event.time_zone}}
                               .dump());
}

}  // namespace

Told Api::create_event(const Call& call) {
    auto json = read_object(call.asked.body);
    if (!json) return problem(400, "malformed", json.error().detail);
    const auto id = EventId::parse(text_in(*json, "event"));
    const auto starts = read_instant(text_in(*json, "starts"));
    if (!id) return problem(400, "event", "The member event is no UUID.");
    if (kiosk::event::is_rehearsal(*id))
        return problem(422, "rehearsal",
                       "This is a rehearsal with invented people. It stays on its tablets.");
    if (!starts) return problem(400, "starts", "The member starts is no RFC 3339 time with an offset.");
    EventRecord event{.event = *id,
                      .name = text_in(*json, "name"),
                      .starts = *starts,
                      .time_zone = text_in(*json, "timezone"),
                      .created = {}};
    if (event.name.empty() || event.name.size() > 500)
        return problem(400, "name", "The member name is missing or too long.");
    if (event.time_zone.empty() || event.time_zone.size() > 64)
        return problem(400, "timezone", "The member timezone is missing.");
    auto made = service_->create_event(event);
    if (!made) return problem(made.error());
    return event_told(*made ? 201 : 200, event);
}

Told Api::reviews(const Call&) {
    auto reviews = service_->store().reviews();
    if (!reviews) return problem(reviews.error());
    auto list = ordered_json::array();
    for (const auto& one : *reviews) {
        if (!one.decision.empty()) continue;
        list.push_back({{"fact", one.fact},
                        {"event", one.event.text()},
                        {"reason", one.reason},
                        {"person", one.person},
                        {"candidates", {one.candidate}}});
    }
    return as_json(200, ordered_json{{"reviews", list}}.dump());
}

Told Api::decide_review(const Call& call) {
    auto json = read_object(call.asked.body);
    if (!json) return problem(400, "malformed", json.error().detail);
    const auto decision = text_in(*json, "decision");
    if (decision != "same" && decision != "different" && decision != "skip") {
        return problem(400, "decision", "The decision is same, different or skip.");
    }
    const auto fact = FactId::parse(call.in_path.at("fact"));
    if (!fact) return problem(404, "no-review", "No review waits for this fact.");
    auto review = service_->store().review(*fact);
    if (!review) return problem(review.error());
    if (!*review) return problem(404, "no-review", "No review waits for this fact.");
    auto told = as_json(200, ordered_json{{"fact", fact->text()}, {"decision", decision}}.dump());
    if ((*review)->decision == decision) return told;
    if (!(*review)->decision.empty()) return problem(409, "decided", "This was decided otherwise before.");
    if (auto done = service_->decide(**review, decision); !done) return problem(done.error());
    return told;
}

}  // namespace welcome::tools::membershipd
