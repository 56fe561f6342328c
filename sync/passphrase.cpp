#include <nlohmann/json.hpp>
#include <sodium.h>

#include "sync/base64.h"
#include "sync/bytes.h"
#include "sync/keys.h"

namespace welcome::sync {

namespace {

constexpr std::size_t k_salt = crypto_pwhash_SALTBYTES;
constexpr std::size_t k_nonce = crypto_secretbox_NONCEBYTES;
constexpr std::size_t k_boxed = 32 + crypto_secretbox_MACBYTES;

bool stretch(Key32& key, std::string_view passphrase, const std::array<std::uint8_t, k_salt>& salt,
             unsigned long long effort, std::size_t memory) {
    return crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt.data(), effort,
                         memory, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

}  // namespace

Result<std::string> wrap_by_passphrase(const EventKey& key, std::string_view passphrase) {
    std::array<std::uint8_t, k_salt> salt;
    std::array<std::uint8_t, k_nonce> nonce;
    std::array<std::uint8_t, k_boxed> boxed;
    randombytes_buf(salt.data(), salt.size());
    randombytes_buf(nonce.data(), nonce.size());
    Key32 wrapping;
    constexpr auto effort = crypto_pwhash_OPSLIMIT_MODERATE;
    constexpr auto memory = crypto_pwhash_MEMLIMIT_MODERATE;
    if (!stretch(wrapping, passphrase, salt, effort, memory))
        return fail(Fault::busy, "this machine has too little memory free for a passphrase");
    crypto_secretbox_easy(boxed.data(), key.secret().data(), key.secret().size(), nonce.data(),
                          wrapping.data());
    sodium_memzero(wrapping.data(), wrapping.size());
    return nlohmann::json{{"salt", to_base64(as_text(salt), Base64::usual)},
                          {"nonce", to_base64(as_text(nonce), Base64::usual)},
                          {"key", to_base64(as_text(boxed), Base64::usual)},
                          {"effort", effort},
                          {"memory", memory}}
        .dump();
}

Result<EventKey> unwrap_by_passphrase(std::string_view wrapped, std::string_view passphrase) {
    const auto read = nlohmann::json::parse(wrapped, nullptr, false);
    std::array<std::uint8_t, k_salt> salt;
    std::array<std::uint8_t, k_nonce> nonce;
    std::array<std::uint8_t, k_boxed> boxed;
    const auto holds = [&](const char* name, std::span<std::uint8_t> into) {
        const auto found = read.find(name);
        return found != read.end() && found->is_string() &&
               from_base64(found->get<std::string>(), into, Base64::usual);
    };
    if (!read.is_object() || !holds("salt", salt) || !holds("nonce", nonce) || !holds("key", boxed) ||
        !read.contains("effort") || !read["effort"].is_number_unsigned() || !read.contains("memory") ||
        !read["memory"].is_number_unsigned())
        return fail(Fault::unreadable, "the wrapped key is damaged");
    const auto effort = read["effort"].get<unsigned long long>();
    const auto memory = read["memory"].get<std::size_t>();
    if (effort < crypto_pwhash_OPSLIMIT_MIN || effort > crypto_pwhash_OPSLIMIT_SENSITIVE ||
        memory < crypto_pwhash_MEMLIMIT_MIN || memory > crypto_pwhash_MEMLIMIT_SENSITIVE)
        return fail(Fault::unreadable, "the wrapped key asks for what none of ours would");
    Key32 wrapping, secret;
    if (!stretch(wrapping, passphrase, salt, effort, memory))
        return fail(Fault::busy, "this machine has too little memory free for a passphrase");
    const int wrong =
        crypto_secretbox_open_easy(secret.data(), boxed.data(), boxed.size(), nonce.data(), wrapping.data());
    sodium_memzero(wrapping.data(), wrapping.size());
    if (wrong != 0) return fail(Fault::refused, "the passphrase is wrong");
    EventKey key(secret);
    sodium_memzero(secret.data(), secret.size());
    return key;
}

}  // namespace welcome::sync
