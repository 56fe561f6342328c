#pragma once
// The membership service without its wire: takes facts in, keeps them, answers what is true. Holds nothing
// that is not in the store. One request at a time; the caller serialises.

#include <functional>
#include <map>
#include <memory>

#include "tools/membershipd/judge.h"

namespace welcome::tools::membershipd {

struct Batch {
    EventId event;
    std::string batch;   // a UUID's text
    std::string sender;  // who sent it, for the record
    std::string digest;  // of the request
    std::vector<sync::WireFact> facts;
};

struct Receipt {
    Instant received;
    std::vector<Answer> answers;
    std::string results;                      // the answers as JSON text
    std::map<DeviceId, std::uint64_t> acked;  // of every device named in the batch
};

struct FactPage {
    std::vector<StoredFact> facts;
    std::int64_t next = 0;
    bool has_more = false;
};

struct AttendancePage {
    std::vector<Attended> rows;
    bool has_more = false;
    bool is_complete = false;  // the tables know every fact that was accepted
};

struct Reverted {
    std::size_t undone = 0;  // by this call
    std::size_t already = 0;
    std::size_t kept = 0;  // facts that a revert leaves: people, consents, what others have built on
};

class Service {
  public:
    using Clock = std::function<Instant()>;
    static Result<std::unique_ptr<Service>> open(std::unique_ptr<Store> store, Clock clock);

    // False: it was there already, the same. `refused`: another one has this id.
    Result<bool> create_event(EventRecord event);

    Result<Receipt> put(const Batch& batch, bool dry_run);
    Result<FactPage> facts(const EventId& event, std::int64_t after, std::size_t limit);
    Result<const EventBook*> book(const EventId& event);  // caught up; valid until the next call

    // Brings the plain tables further; true: there is more to do.
    Result<bool> project(const EventId& event);
    // From the plain tables, which are brought a step further where they are behind: so any process answers
    // at once, however many facts there are.
    Result<AttendancePage> attendance(const EventId& event, const AttendedPlace& after, std::size_t limit);

    // Undoes what the batch counted: attendance, sign-ups, needs. Repeating it changes nothing.
    Result<Reverted> revert(const BatchRecord& batch);
    // "same" merges the two people; "different" and "skip" only close the question.
    Result<void> decide(const Review& review, const std::string& decision);

    [[nodiscard]] Store& store() { return *store_; }
    [[nodiscard]] Instant now() const { return clock_(); }
    [[nodiscard]] const std::string& id() const { return id_; }  // of this service's store

  private:
    Service(std::unique_ptr<Store> store, Clock clock, std::string id, const DeviceId& device);
    Result<EventBook*> book_of(const EventId& event);  // as far as it has read
    Result<EventBook*> caught_up(const EventId& event);
    using Own = std::function<Result<std::vector<sync::Draft>>(const EventBook& book)>;
    Result<void> add_own(const EventId& event, const Own& drafts, const Additions& additions);
    Result<std::vector<Answer>> judged(const Batch& batch, const EventBook& book);

    std::unique_ptr<Store> store_;
    Clock clock_;
    std::string id_;
    DeviceId device_;  // the service's own, for facts that it makes itself
    std::map<EventId, EventBook> books_;
};

}  // namespace welcome::tools::membershipd
