#pragma once
// Brings this tablet's facts to the membership service and that service's facts here. A machine that is
// stepped: `step` does one thing (at most one request begun or waited for), `wait_time` says when the next is
// due. While much waits, batches are on their way side by side, so that tablet, wire and service all work; at
// the first failure they go one after the other. It keeps nothing that matters: how far it got is asked of
// the service. Knows envelopes, not meanings. One owner, one thread; hooks are called on it.

#include <deque>
#include <functional>
#include <future>
#include <list>
#include <optional>
#include <string>
#include <vector>

#include "sync/journal/journal.h"
#include "sync/upload/backoff.h"
#include "sync/upload/batch.h"
#include "sync/upload/http_client.h"
#include "sync/upload/push.h"
#include "sync/upload/wire.h"

namespace welcome::sync {

struct UploadHooks {
    Outbound outbound;
    // An answer that a person must see: state "rejected", "needs_review" or "set_aside" (the service fails
    // at it; it is tried again). May come again for the same fact after a restart.
    std::function<void(const std::string& fact, const std::string& state, const std::string& reason)>
        answered;
    // Facts from the service, this tablet's own among them. True: all that were new are durable here.
    std::function<bool(const std::vector<Fact>& facts)> pulled;
    std::function<double()> random;  // [0, 1), for the jitter
    // The service's word on each fact that was sent, as it comes; for counting, and may be left out.
    std::function<void(const std::string& state)> each_answer = {};
    std::function<void(const std::string& batch)> batch_answered = {};  // its id, for whoever takes it back
    // Where it is set, a tablet that the service does not know asks to be let in, under `own_name`, and this
    // gets the token that it is given, to be kept.
    std::function<void(const std::string& token)> let_in = {};
    std::string own_name = {};
};

struct UploadPace {
    std::uint64_t most_facts = 200;
    std::size_t side_by_side = 3;  // batches on their way at once
    Backoff backoff{std::chrono::milliseconds(1000), std::chrono::milliseconds(300'000)};
    PushPlan::Patience patience{};
    std::chrono::milliseconds look_every{2000};  // for new facts in the journal, unless woken
    std::chrono::milliseconds pull_every{30'000};
    std::chrono::milliseconds recheck_every{600'000};  // what the service holds
};

enum class UploadState {
    starting,       // has not reached the service yet
    sending,        // facts are on their way
    up_to_date,     // nothing waits
    cannot_reach,   // no network, no service, or it asks for patience; tries again by itself
    unknown_event,  // the organiser has not created the event there
    asks_in,        // the organiser must type `code` on the service's page; asks again by itself
    not_allowed,    // the token is wrong or the device revoked; waits for a person
};

struct UploadStatus {
    UploadState state = UploadState::starting;
    PushPlan::Count facts;  // captured = accepted + waiting + refused
    std::optional<Moment> last_contact, next_try;
    std::string detail;  // for the log: the last failure, without tokens or people
    std::string code;    // while it asks to be let in
};

class Uploader {
  public:
    Uploader(Journal& journal, const EventId& event, HttpClient http, UploadHooks hooks,
             UploadPace pace = {});

    void step(Moment now);
    [[nodiscard]] std::chrono::milliseconds wait_time(Moment now) const;  // 0: step at once
    void look_now() { rest_until_.reset(); }  // new facts are in the journal; ends no back-off
    void allow_again();                       // after `not_allowed`, when a person changed something
    [[nodiscard]] UploadStatus status() const;

  private:
    struct Piece {  // one batch, kept byte for byte until it is answered
        Span span;
        std::string batch;
        std::vector<std::string> ids;
        std::string payload;
        int failures = 0;
        HttpClient* by = nullptr;                // whose connection it took
        std::future<Result<HttpAnswer>> answer;  // while it is on its way
    };
    enum class Prepared { nothing, piece, trouble };

    void greet(Moment now);
    void look_here();
    void ask_in(Moment now);
    void ask_held(Moment now);
    bool push(Moment now);
    Prepared prepare(Moment now);
    HttpClient* idle_connection();
    void dispatch(Piece& piece);
    void hear(Piece& piece, Moment now);
    void hear_the_others(const Piece& piece, Moment now);
    bool take_answers(Piece& piece, const HttpAnswer& answer, Moment now);
    void take_refusal(Piece& piece, const HttpAnswer& answer, Moment now);
    bool is_whole_failure(const HttpAnswer& answer, Moment now);
    void give_up_piece(Piece& piece, Moment now, const std::string& why);
    void drop(const Piece& piece);
    void pull(Moment now);
    void take_page(const HttpAnswer& answer, Moment now);
    void back_off(Moment now, UploadState state, const std::string& why,
                  std::optional<std::chrono::seconds> floor = {});
    void tell(const std::string& fact, const std::string& state, const std::string& reason);

    Journal& journal_;
    EventId event_;
    HttpClient http_;
    UploadHooks hooks_;
    UploadPace pace_;
    PushPlan plan_;
    std::uint64_t most_facts_;
    bool greeted_ = false;
    std::list<HttpClient> more_connections_;  // beside http_, while much waits
    std::list<Piece> pieces_;           // in the order in which they were made; before their connections
    std::optional<Moment> not_before_;  // back-off
    std::optional<Moment> rest_until_;
    Moment pull_at_{}, recheck_at_{};
    std::set<std::string> told_;
    Held here_;
    UploadStatus status_;
};

}  // namespace welcome::sync
