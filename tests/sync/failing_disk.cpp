#include "tests/sync/failing_disk.h"

#include <sqlite3.h>

namespace welcome::sync::test {

void FailingDisk::fail(int nth, Failure failure, bool once) {
    failure_ = failure;
    once_ = once;
    has_failed_ = false;
    countdown_ = nth;
}

int FailingDisk::next(bool is_sync) {
    const int now = countdown_;
    if (now == 0) return SQLITE_OK;
    if (now > 1) {
        --countdown_;
        return SQLITE_OK;
    }
    if (failure_ == Failure::sync_error && !is_sync) return SQLITE_OK;  // It waits for the next sync.
    has_failed_ = true;
    if (once_) countdown_ = 0;
    switch (failure_.load()) {
        case Failure::full:
            return is_sync ? SQLITE_IOERR_FSYNC : SQLITE_FULL;
        case Failure::write_error:
            return is_sync ? SQLITE_IOERR_FSYNC : SQLITE_IOERR_WRITE;
        case Failure::sync_error:
            return SQLITE_IOERR_FSYNC;
        case Failure::read_only:
            return SQLITE_READONLY;
    }
    return SQLITE_OK;
}

}  // namespace welcome::sync::test
