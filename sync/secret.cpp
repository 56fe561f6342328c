#include "sync/secret.h"

#include <cstdlib>
#include <sodium.h>

namespace welcome::sync {

void FreeSecret::operator()(std::uint8_t* bytes) const {
    sodium_free(bytes);  // Wipes first.
}

SecretPage secret_page(std::size_t size) {
    // The page size must be known before the first page is made: a later sodium_init() must not change it.
    auto* page = sodium_init() < 0 ? nullptr : static_cast<std::uint8_t*>(sodium_malloc(size));
    if (page == nullptr) std::abort();
    return SecretPage(page);
}

void wipe(void* bytes, std::size_t size) {
    sodium_memzero(bytes, size);
}

}  // namespace welcome::sync
