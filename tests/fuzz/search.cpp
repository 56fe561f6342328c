// libFuzzer's way in; see tools/fuzz.

#include <cstdint>

#include "tests/fuzz/parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    welcome::fuzz::read({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
