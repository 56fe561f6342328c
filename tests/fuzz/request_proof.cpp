// The headers by which a device proves that a request is its own: digest, Signature-Input, Signature, and the
// request they are of, a line each.

#include <algorithm>

#include "sync/upload/proof.h"
#include "tests/fuzz/parser.h"

namespace welcome::fuzz {

namespace {

std::string_view line_of(std::string_view& bytes) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    const auto line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    return line;
}

}  // namespace

std::vector<std::string> seeds() {
    const std::string input =
        R"(sig1=("@method" "@path" "@query" "unencoded-digest" "authorization");created=1795561451;nonce=)"
        R"("AAAAAAAAAAAAAAAA";keyid="K7pNE0RkHKYlkijQp7uTnCwwq2c4zgOQUZ7N0kjVzu0";alg="ed25519")";
    return {"sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:\n" + input +
                "\nsig1=:" + std::string(86, 'A') + "==:\nGET\n/v1/hello?x\nBearer t\n",
            "\n\n\n\n\n\n", "a\nsig1=\nsig1=::\n"};
}

// No bytes are a signature: nobody who searches holds a key, and a key of small order counts for none.
void read(std::string_view bytes) {
    sync::Proof proof;
    proof.digest = line_of(bytes);
    proof.input = line_of(bytes);
    proof.signature = line_of(bytes);
    const auto method = line_of(bytes), target = line_of(bytes), authorization = line_of(bytes);
    const auto proven = sync::check_proof(
        proof, {.method = method, .target = target, .authorization = authorization, .body = bytes});
    must(!proven, "a signature by nobody");
}

}  // namespace welcome::fuzz
