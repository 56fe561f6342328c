#include "tests/sync/failing_disk.h"

#include <new>
#include <sqlite3.h>

namespace welcome::sync::test {

namespace {

struct File {
    sqlite3_file base;  // First: SQLite sees a File as its sqlite3_file.
    FailingDisk* disk;

    sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* file_of(sqlite3_file* file) {
    return reinterpret_cast<File*>(file);
}
sqlite3_file* below(sqlite3_file* file) {
    return file_of(file)->below();
}
FailingDisk* disk_of(sqlite3_vfs* vfs) {
    return static_cast<FailingDisk*>(vfs->pAppData);
}

// Passes a call of the file on to the file below.
template <auto Method, typename... Args>
int pass(sqlite3_file* file, Args... args) {
    return (below(file)->pMethods->*Method)(below(file), args...);
}

int write(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 offset) {
    if (const int code = file_of(file)->disk->next(false)) return code;
    return pass<&sqlite3_io_methods::xWrite>(file, bytes, amount, offset);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (const int code = file_of(file)->disk->next(false)) return code;
    return pass<&sqlite3_io_methods::xTruncate>(file, size);
}
int sync(sqlite3_file* file, int flags) {
    if (const int code = file_of(file)->disk->next(true)) return code;
    return pass<&sqlite3_io_methods::xSync>(file, flags);
}
void shm_barrier(sqlite3_file* file) {
    below(file)->pMethods->xShmBarrier(below(file));
}

constexpr sqlite3_io_methods k_methods = {
    .iVersion = 2,
    .xClose = pass<&sqlite3_io_methods::xClose>,
    .xRead = pass<&sqlite3_io_methods::xRead>,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = pass<&sqlite3_io_methods::xFileSize>,
    .xLock = pass<&sqlite3_io_methods::xLock>,
    .xUnlock = pass<&sqlite3_io_methods::xUnlock>,
    .xCheckReservedLock = pass<&sqlite3_io_methods::xCheckReservedLock>,
    .xFileControl = pass<&sqlite3_io_methods::xFileControl>,
    .xSectorSize = pass<&sqlite3_io_methods::xSectorSize>,
    .xDeviceCharacteristics = pass<&sqlite3_io_methods::xDeviceCharacteristics>,
    .xShmMap = pass<&sqlite3_io_methods::xShmMap>,
    .xShmLock = pass<&sqlite3_io_methods::xShmLock>,
    .xShmBarrier = shm_barrier,
    .xShmUnmap = pass<&sqlite3_io_methods::xShmUnmap>,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* into, int flags, int* out_flags) {
    auto* disk = disk_of(vfs);
    auto* file = new (into) File{{nullptr}, disk};
    int exists = 0;
    if (path) disk->below()->xAccess(disk->below(), path, SQLITE_ACCESS_EXISTS, &exists);
    if (!exists && disk->next(false) != SQLITE_OK) return SQLITE_CANTOPEN;
    const int code = disk->below()->xOpen(disk->below(), path, file->below(), flags, out_flags);
    if (file->below()->pMethods) file->base.pMethods = &k_methods;
    return code;
}

int remove(sqlite3_vfs* vfs, const char* path, int sync_folder) {
    return disk_of(vfs)->below()->xDelete(disk_of(vfs)->below(), path, sync_folder);
}
int access(sqlite3_vfs* vfs, const char* path, int flags, int* result) {
    return disk_of(vfs)->below()->xAccess(disk_of(vfs)->below(), path, flags, result);
}
int full_path(sqlite3_vfs* vfs, const char* path, int size, char* out) {
    return disk_of(vfs)->below()->xFullPathname(disk_of(vfs)->below(), path, size, out);
}

}  // namespace

FailingDisk::FailingDisk()
    : name_("failing-" + std::to_string(reinterpret_cast<std::uintptr_t>(this))),
      below_(sqlite3_vfs_find(nullptr)),
      vfs_(std::make_unique<sqlite3_vfs>(*below_)) {
    vfs_->szOsFile = static_cast<int>(sizeof(File)) + below_->szOsFile;
    vfs_->zName = name_.c_str();
    vfs_->pAppData = this;
    vfs_->xOpen = open;
    vfs_->xDelete = remove;
    vfs_->xAccess = access;
    vfs_->xFullPathname = full_path;
    sqlite3_vfs_register(vfs_.get(), 0);
}

FailingDisk::~FailingDisk() {
    sqlite3_vfs_unregister(vfs_.get());
}

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
    }
    return SQLITE_OK;
}

}  // namespace welcome::sync::test
