#pragma once
// Proof that a request comes from whoever holds a device's key, so that its token alone is of no use to a
// thief: an HTTP message signature (RFC 9421, Ed25519) over the method, the target, the token and the digest
// of the body before gzip. Only the one list of components that is written here is taken. Pure but for the
// nonce; any thread.

#include <chrono>
#include <string>
#include <string_view>

#include "sync/keys.h"

namespace welcome::sync {

// What is signed of a request. `target` is the path with its query; `body` is not yet packed.
struct Provable {
    std::string_view method, target, authorization, body;
};

// Values of the headers Unencoded-Digest, Signature-Input and Signature.
struct Proof {
    std::string digest, input, signature;
};

struct Proven {
    DeviceId device;
    std::chrono::sys_seconds created{};
    std::string nonce;
};

Proof prove(const DeviceKey& key, const Provable& request, std::chrono::sys_seconds created);

// `unreadable` for another shape, `refused` where digest or signature do not fit the request. Whether the
// time is near and the nonce new is the caller's to judge.
Result<Proven> check_proof(const Proof& proof, const Provable& request);

}  // namespace welcome::sync
