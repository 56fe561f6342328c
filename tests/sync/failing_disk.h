#pragma once
// A disk that fails on command: a SQLite VFS over the system's own whose nth write, sync, truncation or
// creation is refused, once or until healed. For journals opened with its name; one for each test.

#include <atomic>
#include <memory>
#include <string>

#include "sync/result.h"

struct sqlite3_vfs;

namespace welcome::sync::test {

enum class Failure { full, write_error, sync_error };

class FailingDisk {
  public:
    FailingDisk();
    ~FailingDisk();
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;

    [[nodiscard]] const std::string& name() const { return name_; }
    void fail(int nth, Failure failure, bool once);
    void heal() { countdown_ = 0; }
    [[nodiscard]] bool has_failed() const { return has_failed_; }

    // What the next operation is answered: SQLite's code of the failure, or 0 to go on.
    int next(bool is_sync);
    [[nodiscard]] sqlite3_vfs* below() const { return below_; }

  private:
    std::string name_;
    sqlite3_vfs* below_;  // SQLite's own; it lives as long as the program
    std::unique_ptr<sqlite3_vfs> vfs_;
    std::atomic<int> countdown_ = 0;  // 1: the next one fails
    std::atomic<bool> has_failed_ = false, once_ = false;
    std::atomic<Failure> failure_ = Failure::full;
};

}  // namespace welcome::sync::test
