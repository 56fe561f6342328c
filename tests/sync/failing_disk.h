#pragma once
// A disk that fails on command: its nth write, sync, truncation or creation is refused, once or until healed.
// One for each test.

#include <atomic>

#include "tests/sync/disk_shim.h"

namespace welcome::sync::test {

enum class Failure { full, write_error, sync_error, read_only };

class FailingDisk : public DiskShim {
  public:
    void fail(int nth, Failure failure, bool once);
    void heal() { countdown_ = 0; }
    [[nodiscard]] bool has_failed() const { return has_failed_; }

    int on_create(const std::string&) override { return next(false); }
    int on_write(const std::string&, std::uint64_t, std::string_view) override { return next(false); }
    int on_truncate(const std::string&, std::uint64_t) override { return next(false); }
    int on_sync(const std::string&) override { return next(true); }
    int on_remove(const std::string&, bool) override { return 0; }

  private:
    // What the next operation is answered: SQLite's code of the failure, or 0 to go on.
    int next(bool is_sync);

    std::atomic<int> countdown_ = 0;  // 1: the next one fails
    std::atomic<bool> has_failed_ = false, once_ = false;
    std::atomic<Failure> failure_ = Failure::full;
};

}  // namespace welcome::sync::test
