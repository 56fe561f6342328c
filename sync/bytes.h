#pragma once
// Numbers and arrays as they stand in our binary forms: big-endian, nothing between. Pure; any thread.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace welcome::sync {

template <typename Number>
void put_number(std::string& out, Number value) {
    for (int shift = static_cast<int>(sizeof(Number)) * 8 - 8; shift >= 0; shift -= 8)
        out += static_cast<char>(static_cast<std::uint64_t>(value) >> static_cast<unsigned>(shift));
}

inline std::string_view as_text(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline void put_bytes(std::string& out, std::span<const std::uint8_t> bytes) {
    out += as_text(bytes);
}

}  // namespace welcome::sync
