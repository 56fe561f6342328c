// The sending half of the uploader.

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>

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
    const auto flies = [](const Piece& piece) { return piece.answer.valid(); };
    if (std::all_of(pieces_.begin(), pieces_.end(), flies)) {
        if (pieces_.size() < std::max<std::size_t>(1, pace_.side_by_side)) {
            const auto prepared = prepare(now);
            if (prepared == Prepared::piece) dispatch(pieces_.back());
            if (prepared != Prepared::nothing) return true;
        }
        if (pieces_.empty()) return false;
    } else {
        dispatch(pieces_.front());  // Something failed, and all the others were heard: one after the other.
    }
    hear(pieces_.front(), now);
    return true;
}

// Makes the next batch.
Uploader::Prepared Uploader::prepare(Moment now) {
    auto span = plan_.next(here_, most_facts_, now);
    if (!span) return Prepared::nothing;
    auto facts = journal_.facts_after(span->device, span->after, span->count);
    if (!facts || facts->empty()) {
        if (!pieces_.empty()) return Prepared::nothing;  // First what is on its way.
        back_off(now, UploadState::cannot_reach, "the journal gave no facts");
        return Prepared::trouble;
    }
    span->count = facts->size();
    auto packed = pack_batch(journal_.device(), std::move(*facts), hooks_.outbound);
    plan_.sent(*span);
    pieces_.push_back({.span = *span,
                       .batch = std::move(packed.batch),
                       .ids = std::move(packed.ids),
                       .payload = std::move(packed.payload),
                       .failures = 0,
                       .by = nullptr,
                       .answer = {}});
    return Prepared::piece;
}

HttpClient* Uploader::idle_connection() {
    const auto is_idle = [&](const HttpClient& one) {
        return std::none_of(pieces_.begin(), pieces_.end(),
                            [&](const Piece& piece) { return piece.answer.valid() && piece.by == &one; });
    };
    if (is_idle(http_)) return &http_;
    for (auto& one : more_connections_) {
        if (is_idle(one)) return &one;
    }
    auto made = http_.another();
    return made ? &more_connections_.emplace_back(std::move(*made)) : nullptr;
}

// Compressed, sent and answered on a thread of its own, while this one makes the next.
void Uploader::dispatch(Piece& piece) {
    status_.state = UploadState::sending;
    piece.by = idle_connection();
    if (!piece.by) {
        std::promise<Result<HttpAnswer>> none;
        none.set_value(fail(Fault::unreachable, "no further connection could be made"));
        piece.answer = none.get_future();
        return;
    }
    piece.answer =
        std::async(std::launch::async, [by = piece.by, path = "/v1/events/" + event_.text() + "/facts",
                                        payload = &piece.payload] { return by->post_json(path, *payload); });
}

// Waits for its answer. After a failure the others are heard as well, and what was not taken is sent again,
// alone: so a failure always means the one batch that was sent.
void Uploader::hear(Piece& piece, Moment now) {
    const auto answer = piece.answer.get();
    if (answer && answer->status == 200 && take_answers(piece, *answer, now)) return drop(piece);
    hear_the_others(piece, now);
    if (!answer) {
        back_off(now, UploadState::cannot_reach, answer.error().detail);
    } else if (answer->status == 200) {
        back_off(now, UploadState::cannot_reach, "the service's answers could not be read");
    } else if (!is_whole_failure(*answer, now)) {
        take_refusal(piece, *answer, now);
    }
}

void Uploader::hear_the_others(const Piece& piece, Moment now) {
    for (auto next = pieces_.begin(); next != pieces_.end();) {
        auto& other = *next++;
        if (&other == &piece || !other.answer.valid()) continue;
        const auto answer = other.answer.get();
        if (answer && answer->status == 200 && take_answers(other, *answer, now)) drop(other);
    }
}

void Uploader::drop(const Piece& piece) {
    pieces_.remove_if([&](const Piece& one) { return &one == &piece; });
}

// False: they cannot be read.
bool Uploader::take_answers(Piece& piece, const HttpAnswer& answer, Moment now) {
    const auto json =
        depth_of(answer.body) > 64 ? ordered_json() : ordered_json::parse(answer.body, nullptr, false);
    if (!json.is_object() || !json.contains("results") || !json["results"].is_array()) return false;
    if (hooks_.batch_answered) hooks_.batch_answered(piece.batch);
    std::unordered_map<std::string, std::pair<std::string, std::string>> by_id;
    for (const auto& one : json["results"]) {
        if (!one.is_object() || !one.contains("id") || !one["id"].is_string()) continue;
        by_id[one["id"].get<std::string>()] = {one.value("state", std::string()),
                                               one.value("reason", std::string())};
    }
    plan_.answered(piece.span);
    for (std::size_t i = 0; i < piece.ids.size(); ++i) {
        const Place place{piece.span.device, piece.span.after + 1 + i};
        const auto& [state, reason] = by_id[piece.ids[i]];
        if (hooks_.each_answer) hooks_.each_answer(state);
        if (state == "rejected" || state == "needs_review") {
            plan_.refused(place);
            tell(piece.ids[i], state, reason);
        } else if (state != "accepted" && state != "duplicate" && state != "superseded") {
            // "retry", no answer, or a word of tomorrow: it has not been acknowledged.
            plan_.ask_again(place, now + pace_.backoff.next(hooks_.random(), {}));
        }
    }
    pace_.backoff.succeeded();
    status_.last_contact = now;
    return true;
}

void Uploader::take_refusal(Piece& piece, const HttpAnswer& answer, Moment now) {
    const auto why = "the service answered " + std::to_string(answer.status) + " to a batch";
    if (answer.status == 413) {
        most_facts_ = std::max<std::uint64_t>(1, piece.span.count / 2);
        return give_up_piece(piece, now, why);
    }
    if (answer.status == 422) {  // Somebody else's batch has our id, however unlikely: a new one.
        plan_.give_up(piece.span);
        drop(piece);
        return back_off(now, UploadState::cannot_reach, why);
    }
    ++piece.failures;
    const int enough = answer.status >= 500 ? k_service_failures_to_split : k_bad_requests_to_split;
    if (piece.failures < enough) return back_off(now, UploadState::cannot_reach, why, answer.retry_after);
    give_up_piece(piece, now, why);
}

void Uploader::give_up_piece(Piece& piece, Moment now, const std::string& why) {
    const auto span = piece.span;
    const auto id = piece.ids.front();
    drop(piece);
    if (span.count > 1) return plan_.split(span);
    if (plan_.set_aside(span, now)) {
        tell(id, "set_aside", why);
    } else {
        back_off(now, UploadState::cannot_reach, why, std::chrono::seconds(60));
    }
}

}  // namespace welcome::sync
