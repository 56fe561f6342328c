#include <algorithm>
#include <sodium.h>
#include <vector>

#include "sync/base64.h"
#include "sync/bytes.h"
#include "sync/keys.h"

namespace welcome::sync {

namespace {

constexpr std::string_view k_mark = "WTKEY1:";
constexpr std::size_t k_id = 16, k_key = 32, k_check = 4;
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
    const std::string text = to_base64(as_text(payload));
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
    const bool whole = from_base64(coded, payload);
    Payload expected = payload;
    add_check(expected);
    if (!whole || expected != payload)
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
