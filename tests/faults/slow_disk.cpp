// Preloaded into a program under test: a disk whose every flush takes SLOW_DISK_MS milliseconds, as a worn
// flash card's.

#include <chrono>
#include <cstdlib>
#include <dlfcn.h>
#include <thread>

namespace {

int flush(const char* name, int file) {
    const char* wait = std::getenv("SLOW_DISK_MS");  // NOLINT(concurrency-mt-unsafe): nobody sets it here
    std::this_thread::sleep_for(std::chrono::milliseconds(wait != nullptr ? std::atoi(wait) : 0));
    return reinterpret_cast<int (*)(int)>(dlsym(RTLD_NEXT, name))(file);
}

}  // namespace

extern "C" int fsync(int file) {
    return flush("fsync", file);
}
extern "C" int fdatasync(int file) {
    return flush("fdatasync", file);
}
