#pragma once
// The journal's two connections: one that writes (guarded by a mutex, used by the writer's thread and by
// take_in) and one that reads. Included by the journal's own files only.

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
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

// Constant after construction but for what a mutex guards.
class Journal::Inside {
  public:
    static Result<std::unique_ptr<Inside>> open(const JournalPlace& place, const EventKey& key,
                                                const DeviceKey& device, Clock clock);
    ~Inside() = default;

    void enqueue(Job job);
    Result<TakenIn> take_in(const std::vector<SealedFact>& facts);
    Result<std::int64_t> read_from(std::int64_t after_row, const std::function<void(const Fact&)>& take);
    Result<std::map<DeviceId, std::uint64_t>> held();
    Result<std::vector<SealedFact>> sealed_after(const DeviceId& device, std::uint64_t seq,
                                                 std::size_t limit);
    Result<std::optional<Damage>> verify();
    Result<void> note(const std::string& name, const std::string& value);
    Result<std::optional<std::string>> noted(const std::string& name);

    [[nodiscard]] const DeviceKey& device() const { return device_; }
    [[nodiscard]] const Key32& sealing_key() const { return sealing_key_; }

  private:
    struct Writes {  // prepared once
        Statement insert, by_id, by_place, set_tip, set_seal, version;
    };
    enum class Taking { added, known, refused };

    Inside(const JournalPlace& place, const EventKey& key, const DeviceKey& device, Clock clock,
           Database write, Database read, Writes writes);
    static Result<Writes> prepare_writes(Database& write);

    void run(const std::stop_token& stop);
    void serve(std::deque<Job> jobs);
    Result<std::vector<std::vector<Fact>>> store(const std::deque<Job>& jobs);
    Result<Fact> store_one(const Draft& draft);
    Result<Taking> take_one(const SealedFact& fact);
    Result<bool> insert(const SealedFact& sealed);  // false: its id or place is taken
    Result<void> finish(Transaction& transaction);
    Result<void> catch_up();  // re-reads the tips where another process wrote
    void forget_tips();
    Result<Fact> find(const FactId& id);

    const EventId event_;
    const Key32 sealing_key_;
    const DeviceKey device_;
    const Clock clock_;

    std::mutex write_mutex_;
    Database write_;  // guarded by write_mutex_, and so are the next five
    Writes writes_;
    std::optional<std::int64_t> seen_version_;
    Tips tips_;
    std::vector<DeviceId> moved_;  // whose tips this transaction moved
    HybridClock hybrid_;

    std::mutex read_mutex_;
    Database read_;  // guarded by read_mutex_

    std::mutex queue_mutex_;
    std::condition_variable_any queued_;
    std::deque<Job> queue_;  // guarded by queue_mutex_
    std::jthread writer_;    // Last: it stops and joins, its queue empty, before the rest goes away.
};

}  // namespace welcome::sync
