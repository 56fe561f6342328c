// A compressed body: a bomb must not grow beyond what was allowed.

#include "sync/upload/gzip.h"

#include "tests/fuzz/parser.h"

namespace welcome::fuzz {

std::vector<std::string> seeds() {
    return {*sync::gzip("a batch of facts"), *sync::gzip(std::string(100'000, 'a'))};
}

void read(std::string_view bytes) {
    constexpr std::size_t most = std::size_t{64} * 1024;
    if (const auto text = sync::gunzip(bytes, most)) must(text->size() <= most, "no more than allowed");
}

}  // namespace welcome::fuzz
