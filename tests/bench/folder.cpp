#include "tests/bench/folder.h"

#include <cstdlib>
#include <string>
#include <system_error>

namespace welcome::bench {

Folder::Folder() {
    std::string name = std::filesystem::path(WELCOME_BENCH_DIR) / "run-XXXXXX";
    if (const char* made = ::mkdtemp(name.data())) path_ = made;
    if (path_.empty()) std::abort();  // Nothing can be measured without a disk.
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace welcome::bench
