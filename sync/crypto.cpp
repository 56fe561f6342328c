#include <chrono>
#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "sync/keys.h"

namespace welcome::sync {

Result<void> init_crypto() {
    if (sodium_init() < 0) return fail(Fault::unreachable, "this machine gives no randomness");
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);  // A core dump would carry names and keys.
    ::prctl(PR_SET_DUMPABLE, 0);
    return {};
}

Uuid new_uuid() {
    Uuid uuid;
    randombytes_buf(uuid.bytes.data(), uuid.bytes.size());
    auto ms = static_cast<std::uint64_t>(
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())
            .time_since_epoch()
            .count());
    for (std::size_t place = 6; place-- > 0; ms >>= 8U) uuid.bytes[place] = static_cast<std::uint8_t>(ms);
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0FU) | 0x70U);
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3FU) | 0x80U);
    return uuid;
}

Result<std::string> hash_pin(std::string_view pin) {
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(hash.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return fail(Fault::busy, "this machine has too little memory free to keep a PIN safely");
    hash.resize(hash.find('\0'));
    return hash;
}

bool pin_matches(std::string_view hash, std::string_view pin) {
    const std::string text(hash);
    return crypto_pwhash_str_verify(text.c_str(), pin.data(), pin.size()) == 0;
}

}  // namespace welcome::sync
