#pragma once
// A tablet as the membership service meets it.

#include <map>
#include <memory>
#include <optional>
#include <random>

#include "sync/keys.h"
#include "sync/upload/upload_worker.h"
#include "tests/membershipd/support.h"

namespace welcome::tools::membershipd::test {

// At one event: a real journal, and the uploader's hooks written down.
class Tablet {
  public:
    explicit Tablet(const EventId& event, const sync::EventKey& key = sync::EventKey::make())
        : event_(event) {
        if (!sync::init_crypto()) std::abort();
        device_ = sync::DeviceKey::open_or_make(folder_.path() / "device", key);
        if (!device_) throw std::runtime_error("no device key");
        auto journal = sync::Journal::open({folder_.path() / "journal.sqlite", event}, key, *device_,
                                           [this] { return clock_; });
        if (!journal) throw std::runtime_error("no journal");
        journal_ = std::move(*journal);
    }

    FactId write(const kiosk::event::Body& body) {
        clock_ += std::chrono::milliseconds(1500);
        const auto facts = journal_->append({kiosk::event::draft(FactId(sync::new_uuid()), body)});
        if (!facts) throw std::runtime_error(facts.error().detail);
        return facts->front().id;
    }
    FactId check_in(std::uint64_t person) {
        kiosk::event::CheckedIn body;
        body.person = *kiosk::event::PersonId::parse(person_text(person));
        const auto id = write(body);
        times_[person_text(person)] = clock_;
        return id;
    }

    void connect(int port, const std::string& token = k_organiser, sync::UploadPace pace = {}) {
        auto http = sync::HttpClient::make({.url = "http://127.0.0.1:" + std::to_string(port),
                                            .token = token,
                                            .ca_file = {},
                                            .connect_patience = std::chrono::seconds(2),
                                            .answer_patience = patience_});
        sync::UploadHooks hooks;
        hooks.outbound = [this](std::string_view kind, std::string_view body) {
            return kind == hidden_kind_ ? std::string("{}") : std::string(body);
        };
        hooks.answered = [this](const std::string& fact, const std::string& state, const std::string&) {
            answers_[fact] = state;
        };
        hooks.pulled = [this](const std::vector<Fact>& facts) {
            if (takes_)
                for (const auto& one : facts) ++pulled_[one.id.text()];
            return takes_;
        };
        hooks.random = [this] { return std::uniform_real_distribution<>(0, 1)(random_); };
        uploader_.emplace(*journal_, event_, std::move(*http), std::move(hooks), pace);
    }
    // As a tablet at the door does: by its own key, asking to be let in where the service does not know it.
    void connect_by_key(int port, const std::string& token) {
        auto http = sync::HttpClient::make({.url = "http://127.0.0.1:" + std::to_string(port),
                                            .token = token,
                                            .ca_file = {},
                                            .key = *device_,
                                            .connect_patience = std::chrono::seconds(2),
                                            .answer_patience = patience_});
        sync::UploadHooks hooks;
        hooks.outbound = [](std::string_view, std::string_view body) { return std::string(body); };
        hooks.answered = [](const std::string&, const std::string&, const std::string&) {};
        hooks.pulled = [](const std::vector<Fact>&) { return true; };
        hooks.random = [this] { return std::uniform_real_distribution<>(0, 1)(random_); };
        hooks.let_in = [this](const std::string& given) { token_ = given; };
        uploader_.emplace(*journal_, event_, std::move(*http), std::move(hooks), sync::UploadPace{});
    }
    [[nodiscard]] const std::string& token() const { return token_; }

    // Steps in its own time until nothing waits; false: not within so many steps.
    bool finish(int most_steps = 3000) {
        for (int i = 0; i < most_steps; ++i) {
            step();
            const auto status = uploader_->status();
            if (status.state == sync::UploadState::up_to_date && status.facts.waiting == 0) return true;
        }
        return false;
    }
    void step() {
        uploader_->step(now_);
        now_ += std::max(uploader_->wait_time(now_), std::chrono::milliseconds(1));
    }

    sync::Uploader& uploader() { return *uploader_; }
    sync::Journal& journal() { return *journal_; }
    void pass(std::chrono::milliseconds time) { now_ += time; }

    std::map<std::string, Instant> times_;        // person → when it happened here
    std::map<std::string, std::string> answers_;  // fact → state
    std::map<std::string, int> pulled_;           // fact → how often
    bool takes_ = true;
    std::string hidden_kind_;
    std::mt19937 random_{7};
    std::chrono::milliseconds patience_ = std::chrono::seconds(60);  // less only where the wire stalls

  private:
    TempDir folder_;
    EventId event_;
    Instant clock_{std::chrono::milliseconds(k_evening)};
    sync::Moment now_{};
    sync::Result<sync::DeviceKey> device_ = sync::fail(sync::Fault::not_found, "");
    std::unique_ptr<sync::Journal> journal_;
    std::optional<sync::Uploader> uploader_;
    std::string token_;
};

}  // namespace welcome::tools::membershipd::test
