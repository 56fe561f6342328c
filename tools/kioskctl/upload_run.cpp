#include "tools/kioskctl/upload_run.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sodium.h>
#include <thread>

#include "kiosk/session/relay.h"
#include "sync/upload/uploader.h"
#include "tools/kioskctl/service_calls.h"

namespace welcome::tools::kioskctl {

namespace {

using Clock = std::chrono::steady_clock;

bool keep(Session& session, std::vector<sync::Draft> drafts) {
    return session.commit(std::move(drafts)).has_value();
}

// The service's stable words as sentences.
std::string in_words(const std::string& reason) {
    if (reason == "possible-duplicate")
        return "looks like somebody whom the service knows; a person decides there";
    if (reason == "id-reused") return "another fact has this id there already";
    if (reason == "foreign-event") return "it is of another event";
    return reason;
}

sync::UploadHooks hooks_for(Session& session, UploadCounts& counts) {
    return {.outbound = event::outbound_body,
            .answered =
                [&session, &counts](const std::string& fact, const std::string& state,
                                    const std::string& reason) {
                    counts.differences.push_back({"fact " + fact, state, in_words(reason)});
                    const auto id = sync::FactId::parse(fact);
                    if (!id) return;
                    const auto draft =
                        kiosk::session::answer_draft(session.journal().device(), *id, state, reason);
                    if (!session.state().has(draft.id)) keep(session, {draft});
                },
            .pulled =
                [&session](const std::vector<sync::Fact>& facts) {
                    std::vector<sync::Fact> unknown;
                    for (const auto& fact : facts) {
                        if (!session.state().has(fact.id)) unknown.push_back(fact);
                    }
                    return keep(session, kiosk::session::relay_drafts(session.journal().device(), unknown));
                },
            .random = [] { return static_cast<double>(randombytes_random()) / 4294967296.0; },
            .each_answer = [&counts](const std::string& state) { counts.take(state); },
            .batch_answered = [&counts](const std::string& batch) { counts.batches.push_back(batch); }};
}

std::string sentence_for(const sync::UploadStatus& status) {
    if (status.state == sync::UploadState::not_allowed)
        return "the service does not let this device in; run `kioskctl enrol` on it";
    return "gave up waiting for the service (" + status.detail + "); " +
           std::to_string(status.facts.waiting) + " facts wait here, nothing is lost, try again later";
}

// Nothing: go on stepping.
std::optional<Outcome> end_of(const sync::UploadStatus& status, Clock::time_point last_news,
                              std::chrono::seconds patience) {
    if (status.state == sync::UploadState::not_allowed) return refuse(sentence_for(status));
    if (status.state == sync::UploadState::up_to_date) {
        if (status.facts.waiting == 0) return Outcome();
        return refuse(std::to_string(status.facts.waiting) +
                      " facts could not be settled at the service yet; upload again in some minutes");
    }
    if (Clock::now() - last_news > patience) return refuse(sentence_for(status));
    return std::nullopt;
}

std::map<sync::DeviceId, std::uint64_t> read_held(const std::string& body) {
    std::map<sync::DeviceId, std::uint64_t> held;
    const auto json = nlohmann::json::parse(body, nullptr, false);
    if (!json.is_object() || !json.contains("acked_through")) return held;
    for (const auto& [text, seq] : json["acked_through"].items()) {
        const auto device = sync::DeviceId::parse(text);
        if (device && seq.is_number_unsigned()) held[*device] = seq.get<std::uint64_t>();
    }
    return held;
}

Outcome rehearse(Session& session, sync::HttpClient& service, std::vector<sync::Fact> facts,
                 UploadCounts& counts) {
    auto batch = sync::pack_batch(session.journal().device(), std::move(facts), event::outbound_body);
    const auto answer =
        service.post_json("/v1/events/" + session.event_id().text() + "/facts?mode=dry_run", batch.payload);
    if (!answer) return refuse("the service cannot be reached: " + answer.error().detail);
    if (answer->status != 200) return refuse(refusal_of(*answer));
    const auto told = nlohmann::json::parse(answer->body, nullptr, false);
    if (!told.is_object() || !told.contains("results")) return refuse("the service's answer cannot be read");
    for (const auto& one : told["results"]) counts.take(one.value("state", ""));
    return {};
}

}  // namespace

void UploadCounts::take(const std::string& state) {
    ++sent;
    if (state == "accepted") ++accepted;
    if (state == "duplicate") ++duplicate;
    if (state == "superseded") ++superseded;
    if (state == "needs_review") ++needs_review;
    if (state == "rejected") ++rejected;
}

tl::expected<UploadCounts, std::string> upload_all(Session& session, const sync::ServiceAddress& address,
                                                   std::chrono::seconds patience) {
    auto own_calls = service_at(address);
    auto http = sync::HttpClient::make(address);
    if (!own_calls) return refuse(own_calls.error());
    if (!http) return refuse(http.error());
    UploadCounts counts;
    sync::UploadPace pace;
    pace.backoff = sync::Backoff(std::chrono::milliseconds(200), std::chrono::milliseconds(5'000));
    sync::Uploader uploader(session.journal(), session.event_id(), std::move(*http),
                            hooks_for(session, counts), pace);
    auto last_news = Clock::now();
    std::optional<sync::Moment> last_contact;
    while (true) {
        uploader.step(Clock::now());
        const auto status = uploader.status();
        if (status.last_contact != last_contact) last_contact = status.last_contact, last_news = Clock::now();
        if (status.state == sync::UploadState::unknown_event) {
            if (auto made = make_event_at(*own_calls, session); !made) return refuse(made.error());
        }
        if (const auto end = end_of(status, last_news, patience)) {
            if (!*end) return refuse(end->error());
            counts.in = status.facts.captured;
            counts.settled = status.facts.accepted;
            counts.already_there = status.facts.captured - std::min(status.facts.captured, counts.sent);
            return counts;
        }
        std::this_thread::sleep_for(uploader.wait_time(Clock::now()));
    }
}

tl::expected<UploadCounts, std::string> rehearse_upload(Session& session,
                                                        const sync::ServiceAddress& address) {
    auto service = service_at(address);
    if (!service) return refuse(service.error());
    const auto answer = service->get("/v1/events/" + session.event_id().text() + "/held");
    if (!answer) return refuse("the service cannot be reached: " + answer.error().detail);
    if (answer->status != 200 && answer->status != 404) return refuse(refusal_of(*answer));
    const bool known = answer->status == 200;
    const auto there = known ? read_held(answer->body) : std::map<sync::DeviceId, std::uint64_t>();
    const auto here = session.journal().held();
    if (!here) return refuse(here.error());
    UploadCounts counts;
    for (const auto& [device, last] : *here) {
        const auto found = there.find(device);
        std::uint64_t after = found == there.end() ? 0 : std::min(found->second, last);
        counts.already_there += after;
        while (after < last) {
            constexpr std::size_t most = 200;
            auto facts = session.journal().facts_after(device, after, most);
            if (!facts) return refuse(facts.error());
            if (facts->empty()) break;
            after += facts->size();
            if (!known) {
                counts.sent += facts->size();
                continue;
            }
            if (auto done = rehearse(session, *service, std::move(*facts), counts); !done)
                return refuse(done.error());
        }
    }
    if (!known) std::cerr << "The service does not know this event yet; the upload will make it there.\n";
    return counts;
}

tl::expected<UndoCounts, std::string> undo_batches(sync::HttpClient& service,
                                                   const std::vector<std::string>& batches) {
    UndoCounts counts;
    for (const auto& batch : batches) {
        const auto answer = service.post_json("/v1/batches/" + sync::url_encoded(batch) + "/revert", "{}");
        if (!answer) return refuse("the service cannot be reached: " + answer.error().detail);
        if (answer->status != 200) return refuse(refusal_of(*answer));
        const auto told = nlohmann::json::parse(answer->body, nullptr, false);
        if (!told.is_object()) return refuse("the service's answer cannot be read");
        counts.undone += told.value("undone", std::size_t{0});
        counts.already += told.value("already_undone", std::size_t{0});
        counts.kept += told.value("kept", std::size_t{0});
    }
    return counts;
}

}  // namespace welcome::tools::kioskctl
