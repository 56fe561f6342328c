#include "sync/base64.h"

#include <sodium.h>

namespace welcome::sync {

namespace {

int variant(Base64 kind) {
    return kind == Base64::url ? sodium_base64_VARIANT_URLSAFE_NO_PADDING : sodium_base64_VARIANT_ORIGINAL;
}

// How many bytes it was; nothing where it is no base64, or more than `into` takes.
std::optional<std::size_t> decoded(std::string_view text, std::span<std::uint8_t> into, Base64 kind) {
    std::size_t length = 0;
    const char* end = nullptr;
    const int failed = sodium_base642bin(into.data(), into.size(), text.data(), text.size(), nullptr, &length,
                                         &end, variant(kind));
    if (failed != 0 || end != text.data() + text.size()) return std::nullopt;
    return length;
}

}  // namespace

std::string to_base64(std::string_view bytes, Base64 kind) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant(kind)), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), variant(kind));
    text.pop_back();  // libsodium's closing zero
    return text;
}

bool from_base64(std::string_view text, std::span<std::uint8_t> into, Base64 kind) {
    return decoded(text, into, kind) == into.size();
}

std::optional<std::string> from_base64(std::string_view text, Base64 kind) {
    std::string bytes(text.size(), '\0');
    const auto length = decoded(text, {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()}, kind);
    if (!length) return std::nullopt;
    bytes.resize(*length);
    return bytes;
}

}  // namespace welcome::sync
