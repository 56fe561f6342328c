#include "kiosk/event/signed_code.h"

#include <sodium.h>

namespace welcome::kiosk::event {

namespace {

constexpr std::size_t k_signature = 64;

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string signed_part(std::string_view mark, std::string_view saying) {
    return std::string(mark).append(saying);
}

}  // namespace

std::string write_signed(std::string_view mark, std::string_view saying, const TicketSeed& seed) {
    TicketPublicKey key;
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret;
    crypto_sign_seed_keypair(key.data(), secret.data(), seed.data());
    const auto part = signed_part(mark, saying);
    std::array<std::uint8_t, k_signature> signature;
    crypto_sign_detached(signature.data(), nullptr, raw(part), part.size(), secret.data());
    sodium_memzero(secret.data(), secret.size());
    return std::string(mark) + base45(std::string(saying).append(bytes_of(signature)));
}

std::optional<SignedCode> read_signed(std::string_view mark, std::string_view text, std::size_t bytes) {
    if (!text.starts_with(mark)) return std::nullopt;
    const auto payload = from_base45(text.substr(mark.size()));
    if (!payload || payload->size() != bytes + k_signature) return std::nullopt;
    return SignedCode{payload->substr(0, bytes), payload->substr(bytes)};
}

bool is_signed_by(const TicketPublicKey& key, std::string_view mark, const SignedCode& code) {
    const auto part = signed_part(mark, code.saying);
    return crypto_sign_verify_detached(raw(code.signature), raw(part), part.size(), key.data()) == 0;
}

std::string_view trimmed(std::string_view scanned) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = scanned.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return scanned.substr(begin, scanned.find_last_not_of(blanks) - begin + 1);
}

}  // namespace welcome::kiosk::event
