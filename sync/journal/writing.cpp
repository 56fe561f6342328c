// The journal's writing side: group commit of this device's facts.

#include <future>
#include <iterator>
#include <utility>

#include "sync/journal/inside.h"

namespace welcome::sync {

namespace {
constexpr std::size_t k_worth_a_thread = 48;  // facts: about a millisecond of signing
}

void Journal::Inside::enqueue(Job job) {
    {
        const std::scoped_lock lock(queue_mutex_);
        queue_.push_back(std::move(job));
    }
    queued_.notify_one();
}

void Journal::Inside::run(const std::stop_token& stop) {
    while (true) {
        std::deque<Job> jobs;
        {
            std::unique_lock lock(queue_mutex_);
            queued_.wait(lock, stop, [this] { return !queue_.empty(); });
            if (queue_.empty()) return;  // Asked to stop, and all that was queued is durable.
            jobs.swap(queue_);
        }
        serve(std::move(jobs));
        tidy();
    }
}

void Journal::Inside::serve(std::deque<Job> jobs) {
    auto stored = [&] {
        const std::scoped_lock lock(write_mutex_);
        auto facts = store(jobs);
        if (!facts) forget_ends();  // Whatever became of the write, the disk is asked again before the next.
        return facts;
    }();
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (stored) {
            jobs[i].done(std::move((*stored)[i]));
        } else {
            jobs[i].done(tl::unexpected(stored.error()));
        }
    }
}

// Between two guests, not while one waits: copies the log back into the file.
void Journal::Inside::tidy() {
    constexpr int k_often = 250;  // about 4 MB of log
    if (++commits_since_tidy_ < k_often) return;
    {
        const std::scoped_lock lock(queue_mutex_);
        if (!queue_.empty()) return;
    }
    commits_since_tidy_ = 0;
    const std::scoped_lock lock(write_mutex_);
    [[maybe_unused]] const auto tried = write_.run("PRAGMA wal_checkpoint(PASSIVE)");  // Next time, then.
}

Result<std::vector<std::vector<Fact>>> Journal::Inside::store(const std::deque<Job>& jobs) {
    auto transaction = Transaction::begin(write_);
    if (!transaction) return tl::unexpected(transaction.error());
    if (auto ready = catch_up(); !ready) return tl::unexpected(ready.error());
    std::vector<const Draft*> drafts;
    for (const auto& job : jobs) {
        for (const auto& draft : job.drafts) drafts.push_back(&draft);
    }
    auto facts = drafts.size() < k_worth_a_thread ? store_each(drafts) : store_many(drafts);
    if (!facts) return tl::unexpected(facts.error());
    if (auto done = finish(*transaction); !done) return tl::unexpected(done.error());
    std::vector<std::vector<Fact>> all;
    auto next = std::make_move_iterator(facts->begin());
    for (const auto& job : jobs) {
        const auto end = next + static_cast<std::ptrdiff_t>(job.drafts.size());
        all.emplace_back(next, end);
        next = end;
    }
    return all;
}

Result<std::vector<Fact>> Journal::Inside::store_each(std::span<const Draft* const> drafts) {
    std::vector<Fact> facts;
    for (const auto* draft : drafts) {
        auto fact = store_one(*draft);
        if (!fact) return tl::unexpected(fact.error());
        facts.push_back(std::move(*fact));
    }
    return facts;
}

// In a crowd: some are sealed and signed, one after the other since each holds the hash of the one before,
// while those before them go into the table on another thread. It touches what write_mutex_ guards, which
// this thread holds for both, and this one does not until the other has ended.
Result<std::vector<Fact>> Journal::Inside::store_many(std::span<const Draft* const> drafts) {
    struct Some {
        std::size_t from = 0;  // in drafts
        std::vector<Record> records;
    };
    std::vector<Fact> facts;
    Some going_in;
    std::future<Result<std::size_t>>
        inserted;  // After what it uses: whatever happens, it is waited for first.
    Tip tip = own_tip();
    for (std::size_t at = 0; at < drafts.size() || inserted.valid();) {
        Some some{at, {}};
        while (at < drafts.size() && some.records.size() < k_worth_a_thread) {
            auto [fact, record] = seal_next(tip, *drafts[at++]);
            facts.push_back(std::move(fact));
            some.records.push_back(std::move(record));
        }
        if (inserted.valid()) {
            const auto went_in = inserted.get();
            if (!went_in) return tl::unexpected(went_in.error());
            if (*went_in < going_in.records.size()) {
                // This draft came before and has its fact. What was sealed after it hangs on a chain that
                // there is not: from here on once more.
                at = going_in.from + *went_in;
                auto fact = store_one(*drafts[at]);
                if (!fact) return tl::unexpected(fact.error());
                facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(at), facts.end());
                facts.push_back(std::move(*fact));
                ++at;
                tip = own_tip();
                continue;
            }
        }
        going_in = std::move(some);
        if (going_in.records.empty()) break;
        inserted = std::async(std::launch::async,
                              [this, &records = going_in.records] { return insert_some(records); });
    }
    return facts;
}

Tip Journal::Inside::own_tip() const {
    const auto found = ends_.tips.find(device_.id());
    return found == ends_.tips.end() ? Tip{} : found->second;
}

std::pair<Fact, Record> Journal::Inside::seal_next(Tip& tip, const Draft& draft) {
    const Instant wall = clock_();
    Fact fact{.id = draft.id,
              .device = device_.id(),
              .device_seq = tip.seq + 1,
              .time = hybrid_.next(wall),
              .wall = wall,
              .event = event_,
              .kind = draft.kind,
              .body = draft.body};
    Record record{fact.id, fact.device, fact.device_seq, fact.time, {}, {}};
    record.bytes = seal_record(fact, tip.hash, sealing_key(), device_);
    record.hash = hash_of_record(record.bytes);
    tip = {fact.device_seq, record.hash, fact.time};
    return {std::move(fact), std::move(record)};
}

Result<Fact> Journal::Inside::store_one(const Draft& draft) {
    auto tip = own_tip();
    auto [fact, record] = seal_next(tip, draft);
    const auto added = insert(record);
    if (!added) return tl::unexpected(added.error());
    if (!*added) return find(draft.id);
    return std::move(fact);
}

Result<std::size_t> Journal::Inside::insert_some(std::span<const Record> records) {
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto added = insert(records[i]);
        if (!added) return tl::unexpected(added.error());
        if (!*added) return i;
    }
    return records.size();
}

Result<bool> Journal::Inside::insert(const Record& record) {
    const auto done = writes_.insert.bind(1, ends_.arrivals.rows + 1)
                          .bind_blob(2, column(record.device.bytes))
                          .bind(3, static_cast<std::int64_t>(record.device_seq))
                          .bind_blob(4, column(record.id.bytes))
                          .bind_blob(5, record.bytes)
                          .step();
    if (!done) return tl::unexpected(done.error());
    if (write_.changes() == 0) return false;
    ends_.tips[record.device] = {record.device_seq, record.hash, record.time};
    ends_.arrivals.add(record.hash, record.time, sealing_key());
    if (moved_.empty() || moved_.back() != record.device) moved_.push_back(record.device);
    return true;
}

Result<void> Journal::Inside::finish(Transaction& transaction) {
    if (moved_.empty()) return transaction.commit();  // Nothing new: no page to write, nothing to sync.
    for (const auto& device : std::exchange(moved_, {})) {
        if (auto set = set_end(writes_.set_end, device, ends_.tips[device]); !set) return set;
    }
    if (auto set = set_end(writes_.set_end, ends_.arrivals); !set) return set;
    return transaction.commit();
}

Result<void> Journal::Inside::catch_up() {
    moved_.clear();
    const auto row = writes_.version.step();
    if (!row) return tl::unexpected(row.error());
    const std::int64_t version = writes_.version.integer(0);
    writes_.version.reset();
    if (seen_version_ == version) return {};
    auto ends = read_ends(write_);
    if (!ends) return tl::unexpected(ends.error());
    ends_ = std::move(*ends);
    for (const auto& [device, tip] : ends_.tips) hybrid_.witness(tip.time);
    seen_version_ = version;
    return {};
}

void Journal::Inside::forget_ends() {
    seen_version_.reset();
    moved_.clear();
}

Result<Fact> Journal::Inside::find(const FactId& id) {
    const auto row = writes_.by_id.bind_blob(1, column(id.bytes)).step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return fail(Fault::unreadable, "a place in this device's chain is taken by another fact");
    const auto sealed = sealed_from_bytes(writes_.by_id.bytes(0));
    writes_.by_id.reset();
    if (!sealed) return tl::unexpected(sealed.error());
    return unseal(*sealed, sealing_key());
}

Result<void> Journal::Inside::note(const std::string& name, const std::string& value) {
    const std::scoped_lock lock(write_mutex_);
    auto statement = write_.prepare("INSERT OR REPLACE INTO note (name, value) VALUES (?, ?)");
    if (!statement) return tl::unexpected(statement.error());
    const auto done = statement->bind_text(1, name).bind_text(2, value).step();
    if (!done) return tl::unexpected(done.error());
    return {};
}

}  // namespace welcome::sync
