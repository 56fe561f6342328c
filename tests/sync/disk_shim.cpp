#include "tests/sync/disk_shim.h"

#include <new>
#include <sqlite3.h>

namespace welcome::sync::test {

namespace {

struct File {
    sqlite3_file base;  // First: SQLite sees a File as its sqlite3_file.
    DiskShim* disk;
    const char* path;  // SQLite keeps it until the file is closed; none for a temporary file

    sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    [[nodiscard]] std::string name() const { return path ? path : ""; }
};

File* file_of(sqlite3_file* file) {
    return reinterpret_cast<File*>(file);
}
sqlite3_file* below(sqlite3_file* file) {
    return file_of(file)->below();
}
DiskShim* disk_of(sqlite3_vfs* vfs) {
    return static_cast<DiskShim*>(vfs->pAppData);
}

// Passes a call of the file on to the file below.
template <auto Method, typename... Args>
int pass(sqlite3_file* file, Args... args) {
    return (below(file)->pMethods->*Method)(below(file), args...);
}

int write(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 offset) {
    const std::string_view whole(static_cast<const char*>(bytes), static_cast<std::size_t>(amount));
    auto* self = file_of(file);
    if (const int code = self->disk->on_write(self->name(), static_cast<std::uint64_t>(offset), whole))
        return code;
    return pass<&sqlite3_io_methods::xWrite>(file, bytes, amount, offset);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
    auto* self = file_of(file);
    if (const int code = self->disk->on_truncate(self->name(), static_cast<std::uint64_t>(size))) return code;
    return pass<&sqlite3_io_methods::xTruncate>(file, size);
}
int sync(sqlite3_file* file, int flags) {
    auto* self = file_of(file);
    if (const int code = self->disk->on_sync(self->name())) return code;
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
    auto* file = new (into) File{{nullptr}, disk, path};
    int exists = 0;
    if (path) disk->below()->xAccess(disk->below(), path, SQLITE_ACCESS_EXISTS, &exists);
    if (!exists && disk->on_create(file->name()) != SQLITE_OK) return SQLITE_CANTOPEN;
    const int code = disk->below()->xOpen(disk->below(), path, file->below(), flags, out_flags);
    if (file->below()->pMethods) file->base.pMethods = &k_methods;
    return code;
}

int remove(sqlite3_vfs* vfs, const char* path, int sync_folder) {
    if (const int code = disk_of(vfs)->on_remove(path, sync_folder != 0)) return code;
    return disk_of(vfs)->below()->xDelete(disk_of(vfs)->below(), path, sync_folder);
}
int access(sqlite3_vfs* vfs, const char* path, int flags, int* result) {
    return disk_of(vfs)->below()->xAccess(disk_of(vfs)->below(), path, flags, result);
}
int full_path(sqlite3_vfs* vfs, const char* path, int size, char* out) {
    return disk_of(vfs)->below()->xFullPathname(disk_of(vfs)->below(), path, size, out);
}

}  // namespace

DiskShim::DiskShim()
    : name_("shim-" + std::to_string(reinterpret_cast<std::uintptr_t>(this))),
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

DiskShim::~DiskShim() {
    sqlite3_vfs_unregister(vfs_.get());
}

}  // namespace welcome::sync::test
