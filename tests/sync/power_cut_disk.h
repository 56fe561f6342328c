#pragma once
// A disk whose power goes: beside the real files it keeps what a sync has made durable and, in order, what
// was changed since. At the cut any part of those changes may be on the platter, in any order, a write
// perhaps only in some of its sectors; `after_the_cut` is one such disk. SQLite's shared memory is no file
// that survives.

#include <atomic>
#include <map>
#include <mutex>
#include <random>
#include <vector>

#include "tests/sync/disk_shim.h"

namespace welcome::sync::test {

class PowerCutDisk : public DiskShim {
  public:
    using Files = std::map<std::string, std::string>;  // path → bytes

    // Before the nth change (from 1) the power goes; nothing works from then on. The files that are there
    // already lie durable.
    PowerCutDisk(unsigned seed, int cut_at, const Files& there = {});

    // A disk that says "synced" and is not, as some do: what the tests must be able to find.
    void lie() { lies_ = true; }
    [[nodiscard]] bool is_cut() const { return is_cut_; }
    [[nodiscard]] int changes() const { return changes_; }
    // What a machine finds when it starts again. Each call is another of the possible disks.
    [[nodiscard]] Files after_the_cut();

    int on_create(const std::string& path) override;
    int on_write(const std::string& path, std::uint64_t offset, std::string_view bytes) override;
    int on_truncate(const std::string& path, std::uint64_t size) override;
    int on_sync(const std::string& path) override;
    int on_remove(const std::string& path, bool for_good) override;

  private:
    struct Change {
        enum class Kind { write, truncate };
        Kind kind;
        std::uint64_t place;  // where a write begins, the size after a truncation
        std::string bytes;
    };
    struct File {
        bool exists = false;  // durably
        std::string durable;
        std::vector<Change> since;
    };
    // The files of one name, oldest first: one that was removed and made anew is another file, and which of
    // them a machine finds is open until the newest was synced.
    using Name = std::vector<File>;

    // False: the power is gone.
    bool goes_on();
    int change(const std::string& path, Change change);
    int begin_anew(const std::string& path);
    static void apply(const Change& change, File& file);
    [[nodiscard]] Change torn(const Change& change);
    [[nodiscard]] bool by_chance() { return (random_() & 1U) != 0; }

    std::mt19937 random_;
    const int cut_at_;
    std::atomic<int> changes_ = 0;
    std::atomic<bool> is_cut_ = false;
    bool lies_ = false;
    std::mutex mutex_;
    std::map<std::string, Name> names_;  // guarded by mutex_
};

}  // namespace welcome::sync::test
