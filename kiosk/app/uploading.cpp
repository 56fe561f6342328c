#include "kiosk/app/uploading.h"

#include <sodium.h>
#include <spdlog/spdlog.h>

#include "kiosk/session/machine_name.h"
#include "kiosk/session/relay.h"
#include "kiosk/session/service_token.h"

namespace welcome::kiosk::app {

namespace {

screens::SyncStatus words_of(const sync::UploadStatus& status) {
    using sync::UploadState;
    return {.has_service = true,
            .captured = status.facts.captured,
            .accepted = status.facts.accepted,
            .waiting = status.facts.waiting,
            .refused = status.facts.refused,
            .reachable = status.state == UploadState::sending || status.state == UploadState::up_to_date,
            .stopped = status.state == UploadState::not_allowed || status.state == UploadState::unknown_event,
            .code = status.code};
}

}  // namespace

Uploading::Uploading(session::Session& session, const std::string& url, const std::string& token,
                     Post& post) {
    if (url.empty()) return;
    has_service_ = true;
    sync::ServiceAddress address{.url = url, .token = token};
    if (auto key = session.device_key()) address.key = *key;  // Without it the service refuses, and says so.
    worker_ = std::make_unique<sync::UploadWorker>(
        session.journal(), session.event_id(), std::move(address), hooks(session, url, post),
        sync::UploadPace{},
        [&post](const sync::UploadStatus& now) { post.post(screens::Happening(words_of(now))); });
}

sync::UploadHooks Uploading::hooks(session::Session& session, const std::string& url, Post& post) {
    sync::Journal& journal = session.journal();
    return {
        .outbound = event::outbound_body,
        .answered =
            [&journal, &post](const std::string& fact, const std::string& state, const std::string& reason) {
                const auto id = sync::FactId::parse(fact);
                if (!id) return;
                auto kept = journal.append({session::answer_draft(journal.device(), *id, state, reason)});
                if (kept) post.post(FactsArrived{std::move(*kept)});
            },
        .pulled =
            [&journal, &post](const std::vector<sync::Fact>& facts) {
                const auto unknown = session::not_held(journal, facts);
                if (!unknown) return false;
                auto drafts = session::relay_drafts(journal.device(), *unknown);
                if (drafts.empty()) return true;
                auto kept = journal.append(std::move(drafts));
                if (kept) post.post(FactsArrived{std::move(*kept)});
                return kept.has_value();
            },
        .random = [] { return static_cast<double>(randombytes_random()) / 4294967296.0; },
        .each_answer =
            [this](const std::string& state) {
                ++answers_.sent;
                // A fact that says what is known already is taken in too, beside the earlier one.
                if (state == "accepted" || state == "superseded" || state == "needs_review")
                    ++answers_.accepted;
                if (state == "duplicate") ++answers_.duplicate;
                if (state == "rejected") ++answers_.rejected;
            },
        .let_in =
            [folder = session.folder().path, key = session.key(), url](const std::string& token) {
                if (auto kept = session::write_service_token(folder, key, {url, token}); !kept)
                    spdlog::warn("the service's token is not kept, a restart asks in anew: {}",
                                 kept.error().detail);
            },
        .own_name = session::machine_name()};
}

void Uploading::look_now() {
    if (worker_) worker_->look_now();
}

screens::SyncStatus Uploading::status() const {
    if (!worker_) return {.has_service = has_service_};
    return words_of(worker_->status());
}

}  // namespace welcome::kiosk::app
