// A sealed fact's bytes, from a disk or another tablet.

#include "sync/seal.h"
#include "tests/fuzz/parser.h"

namespace welcome::fuzz {

namespace {

// Not made by a device: the reader looks at the shape before anything is known to be true.
sync::SealedFact a_fact() {
    sync::SealedFact fact;
    fact.device_seq = 401;
    fact.time = {1'796'342'400'000, 3};
    fact.wall = sync::Instant(std::chrono::milliseconds(1'796'342'400'000));
    fact.sealed = std::string(90, 's');
    return fact;
}

}  // namespace

std::vector<std::string> seeds() {
    auto empty = a_fact();
    empty.sealed.clear();
    return {sync::to_bytes(a_fact()), sync::to_bytes(empty)};
}

void read(std::string_view bytes) {
    const auto fact = sync::sealed_from_bytes(bytes);
    if (fact) {
        must(sync::to_bytes(*fact) == bytes, "a record is written as it was read");
        must(!sync::unseal(*fact, sync::Key32{}), "nothing opens that was not sealed by the key");
        must(!sync::signature_is_good(*fact), "nothing is signed that no device signed");
    }
    sync::Fact into;
    must(!sync::unseal_record(bytes, sync::Key32{}, into), "nothing opens that was not sealed by the key");
}

}  // namespace welcome::fuzz
