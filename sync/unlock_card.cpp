#include <algorithm>
#include <sodium.h>
#include <vector>

#include "sync/keys.h"

namespace welcome::sync {

namespace {

constexpr std::string_view k_mark = "WTKEY1:";
constexpr std::size_t k_id = 16, k_key = 32, k_check = 4;
constexpr int k_variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
using Payload = std::array<std::uint8_t, k_id + k_key + k_check>;

void add_check(Payload& payload) {
    std::array<std::uint8_t, crypto_generichash_BYTES_MIN> hash;
    crypto_generichash(hash.data(), hash.size(), payload.data(), k_id + k_key, nullptr, 0);
    std::copy_n(hash.begin(), k_check, payload.begin() + k_id + k_key);
}

}  // namespace

std::string write_card(const UnlockCard& card) {
    Payload payload;
    std::copy(card.event.bytes.begin(), card.event.bytes.end(), payload.begin());
    std::copy(card.key.secret().begin(), card.key.secret().end(), payload.begin() + k_id);
    add_check(payload);
    std::string text(sodium_base64_ENCODED_LEN(payload.size(), k_variant), '\0');
    sodium_bin2base64(text.data(), text.size(), payload.data(), payload.size(), k_variant);
    text.pop_back();
    sodium_memzero(payload.data(), payload.size());
    return std::string(k_mark) + text;
}

Result<UnlockCard> read_card(std::string_view text) {
    std::string tight;
    std::copy_if(text.begin(), text.end(), std::back_inserter(tight), [](char letter) {
        return letter != ' ' && letter != '\n' && letter != '\r' && letter != '\t';
    });
    if (!tight.starts_with(k_mark)) return fail(Fault::unreadable, "that is no unlock card");
    const std::string_view coded = std::string_view(tight).substr(k_mark.size());
    Payload payload{};
    std::size_t length = 0;
    const char* end = nullptr;
    const int failed = sodium_base642bin(payload.data(), payload.size(), coded.data(), coded.size(), nullptr,
                                         &length, &end, k_variant);
    Payload expected = payload;
    add_check(expected);
    if (failed != 0 || length != payload.size() || end != coded.data() + coded.size() || expected != payload)
        return fail(Fault::unreadable, "the unlock card is damaged or mistyped; scan it again");
    Uuid event;
    Key32 secret;
    std::copy_n(payload.begin(), k_id, event.bytes.begin());
    std::copy_n(payload.begin() + k_id, k_key, secret.begin());
    UnlockCard card{EventId(event), EventKey(secret)};
    sodium_memzero(payload.data(), payload.size());
    sodium_memzero(secret.data(), secret.size());
    sodium_memzero(tight.data(), tight.size());
    return card;
}

}  // namespace welcome::sync
