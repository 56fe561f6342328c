#include "sync/upload/uploader.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sync/upload/enrolment.h"

namespace welcome::sync {
namespace {

using nlohmann::ordered_json;

constexpr const char* k_cursor_note = "upload.cursor";

ordered_json read_object(const std::string& body) {
    auto json = depth_of(body) > 64 ? ordered_json() : ordered_json::parse(body, nullptr, false);
    return json.is_object() ? json : ordered_json();
}

std::string text_in(const ordered_json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint64_t number_in(const ordered_json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

bool wants_patience(int status) {
    return status == 408 || status == 425 || status == 429 || status == 502 || status == 503 || status == 504;
}

}  // namespace

Uploader::Uploader(Journal& journal, const EventId& event, HttpClient http, UploadHooks hooks,
                   UploadPace pace)
    : journal_(journal),
      event_(event),
      http_(std::move(http)),
      hooks_(std::move(hooks)),
      pace_(pace),
      plan_(pace.patience),
      most_facts_(pace.most_facts) {}

void Uploader::step(Moment now) {
    if (status_.state == UploadState::not_allowed || wait_time(now) > std::chrono::milliseconds(0)) return;
    not_before_.reset();
    rest_until_.reset();
    if (!greeted_ || status_.state == UploadState::asks_in) look_here();
    if (status_.state == UploadState::asks_in) return ask_in(now);
    if (!greeted_) return greet(now);
    if (pieces_.empty() && now >= recheck_at_) return ask_held(now);
    if (push(now)) return;
    more_connections_.clear();
    if (now >= pull_at_) return pull(now);
    status_.state = UploadState::up_to_date;
    rest_until_ = now + pace_.look_every;
}

std::chrono::milliseconds Uploader::wait_time(Moment now) const {
    if (status_.state == UploadState::not_allowed) return std::chrono::hours(1);
    const auto until = not_before_ ? not_before_ : rest_until_;
    if (!until || *until <= now) return std::chrono::milliseconds(0);
    return std::chrono::ceil<std::chrono::milliseconds>(*until - now);
}

void Uploader::allow_again() {
    if (status_.state == UploadState::not_allowed) status_.state = UploadState::starting;
}

UploadStatus Uploader::status() const {
    auto status = status_;
    status.facts = plan_.count(here_);
    status.next_try = not_before_;
    return status;
}

// Before the service has said a word all that is here waits, and the screens say so.
void Uploader::look_here() {
    if (auto here = journal_.held()) here_ = std::move(*here);
}

void Uploader::greet(Moment now) {
    const auto answer = http_.get("/v1/hello");
    if (!answer) return back_off(now, UploadState::cannot_reach, answer.error().detail);
    if (is_whole_failure(*answer, now)) return;
    const auto json = read_object(answer->body);
    if (answer->status != 200 || !json.contains("limits")) {
        return back_off(now, UploadState::cannot_reach, "this is no membership service", answer->retry_after);
    }
    if (const auto most = number_in(json["limits"], "max_records"); most > 0) {
        most_facts_ = std::min(pace_.most_facts, most);
    }
    greeted_ = true;
    status_.last_contact = now;
}

void Uploader::ask_in(Moment now) {
    const auto answer = ask_to_be_let_in(http_, journal_.device(), event_, hooks_.own_name);
    if (!answer) return back_off(now, UploadState::asks_in, answer.error().detail);
    status_.last_contact = now;
    if (const auto* shows = std::get_if<ShowsCode>(&*answer)) {
        status_.code = shows->code;
        not_before_ = now + shows->ask_again;
    } else if (const auto* in = std::get_if<LetIn>(&*answer)) {
        http_.use_token(in->token);
        more_connections_.clear();
        hooks_.let_in(in->token);
        status_.state = UploadState::starting;
        status_.code.clear();
    } else {
        status_.state = UploadState::not_allowed;
        status_.detail = std::get<TurnedAway>(*answer).sentence;
        status_.code.clear();
    }
}

void Uploader::ask_held(Moment now) {
    const auto answer = http_.get("/v1/events/" + event_.text() + "/held");
    if (!answer) return back_off(now, UploadState::cannot_reach, answer.error().detail);
    if (is_whole_failure(*answer, now)) return;
    const auto json = read_object(answer->body);
    if (answer->status != 200 || !json.contains("acked_through") || !json["acked_through"].is_object()) {
        return back_off(now, UploadState::cannot_reach, "no answer on what is held", answer->retry_after);
    }
    Held held;
    for (const auto& [text, seq] : json["acked_through"].items()) {
        const auto device = DeviceId::parse(text);
        if (device && seq.is_number_unsigned()) held[*device] = seq.get<std::uint64_t>();
    }
    if (auto here = journal_.held()) here_ = std::move(*here);
    plan_.service_holds(held);
    for (const auto& one : json.value("doubtful", ordered_json::array())) {
        const auto device = DeviceId::parse(text_in(one, "device"));
        const auto seq = number_in(one, "seq");
        if (!device || !here_.contains(*device) || here_[*device] < seq) continue;
        plan_.refused({*device, seq});
        tell(text_in(one, "id"), text_in(one, "state"), text_in(one, "reason"));
    }
    recheck_at_ = now + pace_.recheck_every;
    status_.last_contact = now;
}

// A failure of the whole request that is the same whatever was asked.
bool Uploader::is_whole_failure(const HttpAnswer& answer, Moment now) {
    // A signature out of its time, or seen before, says nothing of the device: it signs again, later.
    const auto code = answer.status == 401 ? text_in(read_object(answer.body), "code") : "";
    if (code == "clock" || code == "replay") {
        back_off(now, UploadState::cannot_reach, "the service did not take the signature's time");
        return true;
    }
    if (answer.status == 401 && hooks_.let_in) {
        status_.state = UploadState::asks_in;
        status_.detail = "the service does not know this device";
        return true;
    }
    if (answer.status == 401 || answer.status == 403) {
        status_.state = UploadState::not_allowed;
        status_.detail = "the service answered " + std::to_string(answer.status);
        return true;
    }
    if (wants_patience(answer.status)) {
        back_off(now, UploadState::cannot_reach, "the service answered " + std::to_string(answer.status),
                 answer.retry_after);
        return true;
    }
    if (answer.status == 404) {
        back_off(now, UploadState::unknown_event, "the service does not know this event");
        return true;
    }
    return false;
}

void Uploader::back_off(Moment now, UploadState state, const std::string& why,
                        std::optional<std::chrono::seconds> floor) {
    status_.state = state;
    status_.detail = why;
    not_before_ = now + pace_.backoff.next(hooks_.random(), floor);
}

void Uploader::tell(const std::string& fact, const std::string& state, const std::string& reason) {
    if (told_.insert(fact + state).second) hooks_.answered(fact, state, reason);
}

void Uploader::pull(Moment now) {
    const auto cursor = journal_.noted(k_cursor_note);
    const auto after = cursor && *cursor ? **cursor : std::string();
    const auto answer = http_.get("/v1/events/" + event_.text() + "/facts?after=" + after);
    if (!answer) return back_off(now, UploadState::cannot_reach, answer.error().detail);
    if (is_whole_failure(*answer, now)) return;
    if (answer->status == 410 || (answer->status == 400 && !after.empty())) {
        // Another store than last time: from its beginning. What is known already changes nothing.
        if (auto noted = journal_.note(k_cursor_note, ""); !noted) {
            back_off(now, UploadState::cannot_reach, noted.error().detail);
        }
        return;
    }
    if (answer->status != 200) {
        return back_off(now, UploadState::cannot_reach,
                        "the service answered " + std::to_string(answer->status));
    }
    take_page(*answer, now);
}

void Uploader::take_page(const HttpAnswer& answer, Moment now) {
    const auto json = read_object(answer.body);
    const auto next = text_in(json, "next_cursor");
    auto facts = json.contains("streams")
                     ? read_streams(json["streams"], event_)
                     : Result<std::vector<WireFact>>(fail(Fault::unreadable, "no streams"));
    if (!facts || next.empty() || next.find_first_of("&# ") != std::string::npos) {
        return back_off(now, UploadState::cannot_reach, "a page of facts could not be read");
    }
    std::vector<Fact> whole;
    for (auto& one : *facts) {
        if (one.fault.empty() && !one.cut_down) whole.push_back(std::move(one.fact));
    }
    // The cursor moves only when the facts are safe here.
    if (!whole.empty() && !hooks_.pulled(whole)) {
        return back_off(now, UploadState::cannot_reach, "pulled facts could not be kept");
    }
    if (auto noted = journal_.note(k_cursor_note, next); !noted) {
        return back_off(now, UploadState::cannot_reach, noted.error().detail);
    }
    status_.last_contact = now;
    pace_.backoff.succeeded();
    const auto more = json.find("has_more");
    if (more == json.end() || *more != true) pull_at_ = now + pace_.pull_every;
}

}  // namespace welcome::sync
