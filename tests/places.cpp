#include "tests/places.h"

namespace welcome::test {

std::string source_dir() {
    return WELCOME_SOURCE_DIR;
}

std::string bin_dir() {
    return WELCOME_BIN_DIR;
}

}  // namespace welcome::test
