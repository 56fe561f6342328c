// The journal's writing side: group commit of this device's facts.

#include <utility>

#include "sync/journal/inside.h"

namespace welcome::sync {

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
    std::vector<std::vector<Fact>> all;
    for (const auto& job : jobs) {
        auto& facts = all.emplace_back();
        for (const auto& draft : job.drafts) {
            auto fact = store_one(draft);
            if (!fact) return tl::unexpected(fact.error());
            facts.push_back(std::move(*fact));
        }
    }
    if (auto done = finish(*transaction); !done) return tl::unexpected(done.error());
    return all;
}

Result<Fact> Journal::Inside::store_one(const Draft& draft) {
    const auto found = ends_.tips.find(device_.id());
    const Tip tip = found == ends_.tips.end() ? Tip{} : found->second;
    const Instant wall = clock_();
    const Fact fact{.id = draft.id,
                    .device = device_.id(),
                    .device_seq = tip.seq + 1,
                    .time = hybrid_.next(wall),
                    .wall = wall,
                    .event = event_,
                    .kind = draft.kind,
                    .body = draft.body};
    const auto added = insert(seal(fact, tip.hash, sealing_key(), device_));
    if (!added) return tl::unexpected(added.error());
    if (!*added) return find(draft.id);
    return fact;
}

Result<bool> Journal::Inside::insert(const SealedFact& sealed) {
    const std::string record = to_bytes(sealed);
    const auto done = writes_.insert.bind(1, ends_.arrivals.rows + 1)
                          .bind_blob(2, column(sealed.device.bytes))
                          .bind(3, static_cast<std::int64_t>(sealed.device_seq))
                          .bind_blob(4, column(sealed.id.bytes))
                          .bind_blob(5, record)
                          .step();
    if (!done) return tl::unexpected(done.error());
    if (write_.changes() == 0) return false;
    const Hash32 hash = hash_of_record(record);
    ends_.tips[sealed.device] = {sealed.device_seq, hash, sealed.time};
    ends_.arrivals.add(hash, sealed.time, sealing_key());
    if (moved_.empty() || moved_.back() != sealed.device) moved_.push_back(sealed.device);
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
