#pragma once
// The journal's two connections: one that writes (guarded by a mutex, used by the writer's thread and by
// take_in) and one that reads. Included by the journal's own files only.

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <thread>

#include "sync/hlc.h"
#include "sync/journal/chain.h"
#include "sync/journal/journal.h"
#include "sync/journal/sqlite.h"

namespace welcome::sync {

struct Job {
    std::vector<Draft> drafts;
    Journal::Done done;
};

// A fact ready for its row.
struct Record {
    FactId id;
    DeviceId device;
    std::uint64_t device_seq = 0;
    Hlc time;
    std::string bytes;
    Hash32 hash{};
};

// Constant after construction but for what a mutex guards.
class Journal::Inside {
  public:
    static Result<std::unique_ptr<Inside>> open(const JournalPlace& place, const EventKey& key,
                                                const DeviceKey& device, Clock clock);
    ~Inside() = default;

    void enqueue(Job job);
    Result<TakenIn> take_in(std::span<const SealedFact> facts);
    Result<std::int64_t> read_from(std::int64_t after_row, const std::function<void(const Fact&)>& take);
    Result<std::map<DeviceId, std::uint64_t>> held();
    Result<std::vector<SealedFact>> sealed_after(const DeviceId& device, std::uint64_t seq,
                                                 std::size_t limit);
    Result<std::optional<Damage>> verify();
    Result<void> note(const std::string& name, const std::string& value);
    Result<std::optional<std::string>> noted(const std::string& name);

    [[nodiscard]] std::size_t unreadable() const { return unreadable_; }
    [[nodiscard]] const DeviceKey& device() const { return device_; }
    [[nodiscard]] const Key32& sealing_key() const { return sealing_key_.bytes(); }

  private:
    struct Writes {  // prepared once
        Statement insert, by_id, by_place, set_end, version;
    };
    enum class Taking { added, known, refused };

    Inside(const JournalPlace& place, const EventKey& key, const DeviceKey& device, Clock clock,
           Database write, Writes writes, Database read, Statement read_rows);
    static Result<Writes> prepare_writes(Database& write);

    // The writer's thread.
    void run(const std::stop_token& stop);
    void serve(std::deque<Job> jobs);
    void tidy();

    // With write_mutex_ held.
    Result<std::vector<std::vector<Fact>>> store(const std::deque<Job>& jobs);
    Result<std::vector<Fact>> store_each(std::span<const Draft* const> drafts);
    Result<std::vector<Fact>> store_many(std::span<const Draft* const> drafts);
    Result<Fact> store_one(const Draft& draft);
    std::pair<Fact, Record> seal_next(Tip& tip, const Draft& draft);  // moves the tip on
    [[nodiscard]] Tip own_tip() const;
    Result<TakenIn> take_some(std::span<const SealedFact> facts, const std::vector<bool>& vouched);
    Result<Taking> take_one(const SealedFact& fact, bool vouched);
    Result<bool> insert(const Record& record);  // false: its id or place is taken
    Result<std::size_t> insert_some(
        std::span<const Record> records);  // how many went in before one was taken
    Result<void> finish(Transaction& transaction);
    Result<void> catch_up();  // re-reads the ends where another process wrote
    void forget_ends();
    Result<Fact> find(const FactId& id);

    const EventId event_;
    const Secret<32> sealing_key_;
    const DeviceKey device_;
    const Clock clock_;

    std::mutex write_mutex_;
    Database write_;  // guarded by write_mutex_, and so are the next five
    Writes writes_;
    std::optional<std::int64_t> seen_version_;
    Ends ends_;
    std::vector<DeviceId> moved_;  // whose ends this transaction moved
    HybridClock hybrid_;

    std::mutex read_mutex_;
    Database read_;  // guarded by read_mutex_, and so are the next two
    Statement read_rows_;
    std::int64_t judged_row_ = 0;  // up to here unreadable rows were counted
    std::atomic<std::size_t> unreadable_ = 0;

    std::mutex queue_mutex_;
    std::condition_variable_any queued_;
    std::deque<Job> queue_;       // guarded by queue_mutex_
    int commits_since_tidy_ = 0;  // the writer's thread only
    std::jthread writer_;         // Last: it stops and joins, its queue empty, before the rest goes away.
};

}  // namespace welcome::sync
