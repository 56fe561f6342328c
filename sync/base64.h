#pragma once
// Base64 without line breaks, over libsodium. Pure; any thread.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace welcome::sync {

enum class Base64 {
    url,    // - and _, unpadded: ids, cards, tokens
    usual,  // + and /, padded: what others' formats ask for
};

std::string to_base64(std::string_view bytes, Base64 kind = Base64::url);
// Exactly that many bytes and nothing behind them; false, and `into` is of no use, for all else.
bool from_base64(std::string_view text, std::span<std::uint8_t> into, Base64 kind = Base64::url);
// As many bytes as there are; nothing where it is no base64.
std::optional<std::string> from_base64(std::string_view text, Base64 kind = Base64::url);

}  // namespace welcome::sync
