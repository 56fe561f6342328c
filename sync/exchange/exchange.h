#pragma once
// This tablet's side of the sharing with other tablets: a machine that is given bytes and the time, and says
// which bytes to send and whom to dial. It knows no sockets, so tests play any network with it; the worker
// moves its bytes over real ones. One owner, one thread (the worker's); hooks are called on it.
//
// Each side tells what it has (device → highest gapless sequence) and every message may carry facts that the
// other lacks, both ways: one round trip, push and pull. A tablet's own new facts go to everybody in touch at
// once. What came from elsewhere is only announced, and whoever lacks it asks one tablet for it at a time, so
// a fact crosses the air about once for each tablet that needs it. Any tablet passes on any other's facts.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sync/exchange/channel.h"
#include "sync/exchange/dial_list.h"
#include "sync/exchange/message.h"
#include "sync/journal/journal.h"

namespace welcome::sync {

struct ExchangePace {
    using ms = std::chrono::milliseconds;
    ms look_every{1000};        // what another process wrote into this journal
    ms announce_after{200};     // gathered before others are told what came in
    ms ask_after{50};           // a fact on its way from its own tablet need not be asked for
    ms ask_patience{1000};      // without a byte of the answer
    ms fruitless_rest{10'000};  // after an answer that brought nothing new
    ms heartbeat{4'000};
    ms silence{13'000};  // then the other side is gone
    ms hello_within{5'000};
    ms leave_after{1000};  // a double connection on which nothing is on its way any more
    ms message_within{20'000};
    ms resend_after{10'000};  // facts that were sent and never showed in what the other has
    std::size_t most_facts = 500, most_bytes = std::size_t{256} << 10U;  // one message
    std::uint64_t most_pushed = 64;  // own facts sent unasked; more are waited for until asked
    std::size_t most_strangers = 64, most_links = 256;
};

struct ExchangeHooks {
    std::function<void()> taken_in;  // facts of other tablets are durable in the journal
    Clock wall;
    std::function<double()> random;  // [0, 1)
    // What the others may know of this tablet beside its facts; said again when it changed, with the next
    // message. At most k_longest_condition bytes; their meaning is the owner's.
    std::function<std::string()> condition = {};
};

struct ExchangeSelf {
    DeviceKey device;
    std::string name;
};

// What this tablet knows of another.
struct KnownTablet {
    DeviceId device;
    std::string name;
    bool in_touch = false;
    Moment last_seen{};
    std::uint64_t behind = 0;                  // facts that are here and, as far as known, not there
    std::uint64_t ahead = 0;                   // facts that are there and not here
    std::chrono::milliseconds clock_ahead{0};  // its wall clock against this one, when they met
    std::string condition;                     // the last that it said of itself; empty: nothing
};

struct ExchangeStatus {
    std::vector<KnownTablet> tablets;  // by name
    Refusals refusals;
    std::uint64_t facts_in = 0, facts_out = 0, bytes_in = 0, bytes_out = 0;
    std::string fault;  // for the log: why the journal could not be read or written
};

class Exchange {
  public:
    using LinkId = std::uint64_t;

    Exchange(Journal& journal, const EventKey& key, ExchangeSelf self, ExchangeHooks hooks,
             ExchangePace pace = {});
    ~Exchange();

    DialList& places() { return places_; }
    std::vector<std::string> to_dial(Moment now);
    void dial_failed(const std::string& address, Moment now);

    LinkId dialled(const std::string& address, Moment now);
    std::optional<LinkId> accepted(Moment now);  // nothing: there are too many
    void received(LinkId link, std::string_view bytes, Moment now);
    void ended(LinkId link, Moment now);  // by the other side or the network
    [[nodiscard]] std::string_view outgoing(LinkId link) const;
    void went_out(LinkId link, std::size_t count, Moment now);
    [[nodiscard]] bool is_over(LinkId link) const;  // its connection is to be closed

    void look_now() { look_at_ = Moment{}; }  // this tablet wrote facts
    void step(Moment now);
    [[nodiscard]] std::optional<Moment> next(Moment now) const;  // when to step again by itself
    [[nodiscard]] ExchangeStatus status() const;

  private:
    struct Link;
    struct Asking {
        LinkId link = 0;
        Moment progress{};
        std::uint64_t taken_before = 0;
        bool answered = false;
    };
    struct Met {  // a tablet, whether in touch or not
        std::string name;
        Held held;
        Moment last_seen{};
        std::chrono::milliseconds clock_ahead{0};
        std::string condition = {};
    };

    void take(LinkId id, Link& link, const std::string& message, Moment now);
    void greeted(LinkId id, Link& link, Greeting greeting, Moment now);
    void settle_double(LinkId id, Link& link, Moment now);
    void take_share(LinkId id, Link& link, Share share, Moment now);
    void greet(Link& link);
    void refuse(Link& link, Refused why);
    void close(LinkId id, Moment now);

    void take_inbox();
    void look(Moment now);
    void judge_times(LinkId id, Link& link, Moment now);
    void judge_leaving(LinkId id, Link& link, Moment now);
    void judge_asking(Moment now);
    void ask_somebody(Moment now);
    void speak(Link& link, Moment now);
    bool gather(Link& link, Share& share);
    bool gather_from(Link& link, const DeviceId& device, Share& share, std::size_t& bytes);
    void tell(Link& link, Share& share, Moment now);
    [[nodiscard]] bool has_news_for(const Link& link) const;
    [[nodiscard]] bool lacks_something_of(const Link& link) const;
    [[nodiscard]] std::uint64_t lacking(const Link& link, const DeviceId& device, std::uint64_t last) const;
    [[nodiscard]] bool in_touch(const DeviceId& device) const;
    [[nodiscard]] std::size_t strangers() const;

    Journal& journal_;
    const Secret<32> key_;
    const ExchangeSelf self_;
    const ExchangeHooks hooks_;
    const ExchangePace pace_;

    DialList places_;
    HelloMemory hellos_;
    std::map<LinkId, std::unique_ptr<Link>> links_;
    LinkId last_link_ = 0;
    std::map<DeviceId, Met> met_;
    Held held_;
    Moment look_at_{};
    std::vector<SealedFact> inbox_;
    std::optional<Asking> asking_;
    std::uint64_t facts_in_ = 0, facts_out_ = 0, bytes_in_ = 0, bytes_out_ = 0;
    Refusals refusals_;
    std::string fault_;
};

}  // namespace welcome::sync
