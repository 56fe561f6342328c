#pragma once
// Reads our binary forms (sync/bytes.h) from bytes that may be anything: once something is missing,
// everything after it is empty or 0 and is_whole() is false. Pure; one thread.

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace welcome::sync {

class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    std::string_view text(std::size_t size) {
        if (size > rest_.size()) whole_ = false;
        if (!whole_) return {};
        const auto part = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return part;
    }
    template <typename Number>
    Number number() {
        std::uint64_t value = 0;
        for (const char c : text(sizeof(Number))) value = value << 8U | static_cast<unsigned char>(c);
        return static_cast<Number>(value);
    }
    template <typename Bytes>
    void bytes(Bytes& into) {
        const auto part = text(into.size());
        std::copy(part.begin(), part.end(), into.begin());
    }
    void refuse() { whole_ = false; }  // what was read means nothing

    [[nodiscard]] std::size_t left() const { return rest_.size(); }
    [[nodiscard]] bool is_whole() const { return whole_; }
    [[nodiscard]] bool is_at_end() const { return whole_ && rest_.empty(); }

  private:
    std::string_view rest_;
    bool whole_ = true;
};

}  // namespace welcome::sync
