#pragma once
// A SQLite VFS over the system's own that tells somebody of every change to a disk before it is made, and
// lets them refuse it. For journals opened with its name; registered as long as it lives.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3_vfs;

namespace welcome::sync::test {

class DiskShim {
  public:
    DiskShim();
    virtual ~DiskShim();
    DiskShim(const DiskShim&) = delete;
    DiskShim& operator=(const DiskShim&) = delete;

    [[nodiscard]] const std::string& name() const { return name_; }

    // Each is asked before the thing is done; 0 lets it be done, else SQLite's code of the failure.
    // From whichever thread SQLite works on.
    virtual int on_create(const std::string& path) = 0;
    virtual int on_write(const std::string& path, std::uint64_t offset, std::string_view bytes) = 0;
    virtual int on_truncate(const std::string& path, std::uint64_t size) = 0;
    virtual int on_sync(const std::string& path) = 0;
    // `for_good`: the folder is synced after it.
    virtual int on_remove(const std::string& path, bool for_good) = 0;

    [[nodiscard]] sqlite3_vfs* below() const { return below_; }

  private:
    std::string name_;
    sqlite3_vfs* below_;  // SQLite's own; it lives as long as the program
    std::unique_ptr<sqlite3_vfs> vfs_;
};

}  // namespace welcome::sync::test
