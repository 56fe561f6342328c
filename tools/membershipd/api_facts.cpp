// Facts in, facts out, and what came of a batch.

#include <nlohmann/json.hpp>

#include "tools/membershipd/answers.h"
#include "tools/membershipd/api.h"
#include "tools/membershipd/request.h"

namespace welcome::tools::membershipd {
namespace {

using nlohmann::ordered_json;

Told no_event() {
    return problem(404, "no-event", "There is no such event here. The organiser creates it first.");
}

ordered_json doubt(const std::string& id, const DeviceId& device, std::uint64_t seq, const char* state,
                   const std::string& reason) {
    return {{"id", id}, {"device", device.text()}, {"seq", seq}, {"state", state}, {"reason", reason}};
}

std::string page_json(const FactPage& page, const std::string& service) {
    std::vector<sync::WireFact> facts;
    for (const auto& one : page.facts) facts.push_back({one.fact, one.cut_down, {}, {}});
    return R"({"streams":)" + sync::write_streams(facts) + R"(,"next_cursor":")" +
           write_cursor(service, page.next) + R"(","has_more":)" + (page.has_more ? "true}" : "false}");
}

}  // namespace

Told Api::put_facts(const Call& call) {
    const auto event = EventId::parse(call.in_path.at("event"));
    if (!event) return no_event();
    const auto mode = in_query(call.asked, "mode");
    if (!mode.empty() && mode != "dry_run") return problem(400, "mode", "The only mode is dry_run.");
    // Reading takes as long as all the rest: meanwhile others are served.
    call.gate->unlock();
    auto batch = read_batch_request(call.asked.body, *event);
    call.gate->lock();
    if (!batch && batch.error().fault == sync::Fault::refused) {
        return problem(413, "max-records",
                       "The batch has more than " + std::to_string(k_most_facts) + " facts.");
    }
    if (!batch) return problem(400, "malformed", batch.error().detail);
    batch->sender = call.caller.name();
    auto earlier = service_->store().batch(batch->batch);
    if (!earlier) return problem(earlier.error());
    if (*earlier && ((*earlier)->digest != batch->digest || (*earlier)->event != *event)) {
        return problem(422, "batch-reused", "Another batch was sent under this batch id.");
    }
    auto receipt = service_->put(*batch, mode == "dry_run");
    if (!receipt)
        return receipt.error().fault == sync::Fault::not_found ? no_event() : problem(receipt.error());
    for (const auto& answer : receipt->answers) ++standings_[answer.state];
    return as_json(200, receipt_text(batch->batch, *receipt));
}

Told Api::get_facts(const Call& call) {
    const auto event = EventId::parse(call.in_path.at("event"));
    if (!event) return no_event();
    const auto limit = read_limit(in_query(call.asked, "limit"));
    if (!limit) return problem(400, "limit", "The limit is a whole number from 1.");
    const auto after = read_cursor(in_query(call.asked, "after"), service_->id());
    if (!after && after.error().fault == sync::Fault::refused)
        return problem(410, "cursor-expired", after.error().detail);
    if (!after) return problem(400, "cursor", after.error().detail);
    auto page = service_->facts(*event, *after, *limit);
    if (!page) return page.error().fault == sync::Fault::not_found ? no_event() : problem(page.error());
    return as_json(200, page_json(*page, service_->id()));
}

Told Api::held(const Call& call) {
    const auto event = EventId::parse(call.in_path.at("event"));
    if (!event) return no_event();
    auto book = service_->book(*event);
    if (!book) return book.error().fault == sync::Fault::not_found ? no_event() : problem(book.error());
    auto held = ordered_json::object();
    for (const auto& [device, run] : (*book)->held()) held[device.text()] = run.through();
    auto doubtful = ordered_json::array();
    for (const auto& one : (*book)->refusals()) {
        doubtful.push_back(doubt(one.fact, one.device, one.device_seq, "rejected", one.reason));
    }
    auto reviews = service_->store().reviews();
    if (!reviews) return problem(reviews.error());
    for (const auto& one : *reviews) {
        if (one.event != *event || !one.decision.empty()) continue;
        const auto id = FactId::parse(one.fact);
        auto fact = service_->store().fact(*event, id.value_or(FactId{}));
        if (!fact) return problem(fact.error());
        if (!*fact) continue;
        doubtful.push_back(
            doubt(one.fact, (*fact)->fact.device, (*fact)->fact.device_seq, "needs_review", one.reason));
    }
    return as_json(200, ordered_json{{"acked_through", held}, {"doubtful", doubtful}}.dump());
}

Told Api::get_batch(const Call& call) {
    auto batch = service_->store().batch(call.in_path.at("batch"));
    if (!batch) return problem(batch.error());
    const auto may = [&] {
        return call.caller.role == Role::organiser || (*batch)->sender == call.caller.name();
    };
    if (!*batch || !may()) return problem(404, "no-batch", "There is no such batch of this device.");
    return as_json(200, ordered_json{{"batch", (*batch)->batch},
                                     {"event", (*batch)->event.text()},
                                     {"received_at", instant_text((*batch)->received)},
                                     {"results", ordered_json::parse((*batch)->answer, nullptr, false)}}
                            .dump());
}

Told Api::revert_batch(const Call& call) {
    auto batch = service_->store().batch(call.in_path.at("batch"));
    if (!batch) return problem(batch.error());
    if (!*batch) return problem(404, "no-batch", "There is no such batch.");
    auto reverted = service_->revert(**batch);
    if (!reverted) return problem(reverted.error());
    return as_json(200, ordered_json{{"batch", (*batch)->batch},
                                     {"undone", reverted->undone},
                                     {"already_undone", reverted->already},
                                     {"kept", reverted->kept}}
                            .dump());
}

}  // namespace welcome::tools::membershipd
