#include "tools/membershipd/digest.h"

#include <array>
#include <sodium.h>

#include "sync/base64.h"
#include "sync/bytes.h"

namespace welcome::tools::membershipd {

std::string digest_of_text(std::string_view text) {
    std::array<unsigned char, 32> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    return sync::to_base64(sync::as_text(hash));
}

}  // namespace welcome::tools::membershipd
