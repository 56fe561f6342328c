// The sending half of the uploader.

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "sync/upload/uploader.h"

namespace welcome::sync {
namespace {

using nlohmann::ordered_json;

constexpr int k_bad_requests_to_split = 2;      // the same 4xx twice
constexpr int k_service_failures_to_split = 3;  // the same batch's third 5xx

}  // namespace

// True: something was done.
bool Uploader::push(Moment now) {
    auto here = journal_.held();
    if (!here) {
        back_off(now, UploadState::cannot_reach, "the journal cannot be read: " + here.error().detail);
        return true;
    }
    here_ = std::move(*here);
    if (!piece_ && !prepare(here_, now)) return false;
    if (!piece_) return true;
    status_.state = UploadState::sending;
    const auto answer = http_.post_json("/v1/events/" + event_.text() + "/facts", piece_->payload);
    if (!answer) {
        back_off(now, UploadState::cannot_reach, answer.error().detail);
    } else if (answer->status == 200) {
        take_answers(*answer, now);
    } else if (!is_whole_failure(*answer, now)) {
        take_refusal(*answer, now);
    }
    return true;
}

// Makes the next batch; false: nothing waits.
bool Uploader::prepare(const Held& here, Moment now) {
    auto span = plan_.next(here, most_facts_, now);
    if (!span) return false;
    auto facts = journal_.facts_after(span->device, span->after, span->count);
    if (!facts || facts->empty()) {
        back_off(now, UploadState::cannot_reach, "the journal gave no facts");
        return true;
    }
    span->count = facts->size();
    auto packed = pack_batch(journal_.device(), std::move(*facts), hooks_.outbound);
    piece_ = Piece{.span = *span,
                   .batch = std::move(packed.batch),
                   .ids = std::move(packed.ids),
                   .payload = std::move(packed.payload),
                   .failures = 0};
    return true;
}

void Uploader::take_answers(const HttpAnswer& answer, Moment now) {
    const auto json =
        depth_of(answer.body) > 64 ? ordered_json() : ordered_json::parse(answer.body, nullptr, false);
    if (!json.is_object() || !json.contains("results") || !json["results"].is_array()) {
        return back_off(now, UploadState::cannot_reach, "the service's answers could not be read");
    }
    if (hooks_.batch_answered) hooks_.batch_answered(piece_->batch);
    std::map<std::string, std::pair<std::string, std::string>> by_id;
    for (const auto& one : json["results"]) {
        if (!one.is_object() || !one.contains("id") || !one["id"].is_string()) continue;
        by_id[one["id"].get<std::string>()] = {one.value("state", std::string()),
                                               one.value("reason", std::string())};
    }
    plan_.answered(piece_->span);
    for (std::size_t i = 0; i < piece_->ids.size(); ++i) {
        const Place place{piece_->span.device, piece_->span.after + 1 + i};
        const auto& [state, reason] = by_id[piece_->ids[i]];
        if (hooks_.each_answer) hooks_.each_answer(state);
        if (state == "rejected" || state == "needs_review") {
            plan_.refused(place);
            tell(piece_->ids[i], state, reason);
        } else if (state != "accepted" && state != "duplicate" && state != "superseded") {
            // "retry", no answer, or a word of tomorrow: it has not been acknowledged.
            plan_.ask_again(place, now + pace_.backoff.next(hooks_.random(), {}));
        }
    }
    piece_.reset();
    pace_.backoff.succeeded();
    status_.last_contact = now;
}

void Uploader::take_refusal(const HttpAnswer& answer, Moment now) {
    const auto why = "the service answered " + std::to_string(answer.status) + " to a batch";
    if (answer.status == 413) {
        most_facts_ = std::max<std::uint64_t>(1, piece_->span.count / 2);
        return give_up_piece(now, why);
    }
    if (answer.status == 422) {  // Somebody else's batch has our id, however unlikely: a new one.
        piece_.reset();
        return back_off(now, UploadState::cannot_reach, why);
    }
    ++piece_->failures;
    const int enough = answer.status >= 500 ? k_service_failures_to_split : k_bad_requests_to_split;
    if (piece_->failures < enough) return back_off(now, UploadState::cannot_reach, why, answer.retry_after);
    give_up_piece(now, why);
}

void Uploader::give_up_piece(Moment now, const std::string& why) {
    const auto piece = std::move(*piece_);
    piece_.reset();
    if (piece.span.count > 1) return plan_.split(piece.span);
    if (plan_.set_aside(piece.span, now)) {
        tell(piece.ids.front(), "set_aside", why);
    } else {
        back_off(now, UploadState::cannot_reach, why, std::chrono::seconds(60));
    }
}

}  // namespace welcome::sync
