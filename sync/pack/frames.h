#pragma once
// Bytes as an endless row of small frames for pictures that one device shows and another films: the first
// round is the bytes piece by piece, every later frame a mixture of many pieces. Whoever misses some makes up
// for it with any others, in any order, from any moment on; about as many frames are needed as there are
// pieces. Pure.
//
// A frame: length of all (4 bytes), mark of all (8), number (4), CRC-32 of the rest (4), piece; big-endian.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace welcome::sync {

inline constexpr std::size_t k_frame_piece = 500;
inline constexpr std::size_t k_frame_head = 20;
inline constexpr std::size_t k_most_framed = std::size_t{2} << 20U;  // what a person can hold still for

class FrameMaker {
  public:
    // At least one byte, at most k_most_framed.
    explicit FrameMaker(std::string bytes);
    [[nodiscard]] std::size_t pieces() const;
    [[nodiscard]] std::string frame(std::uint32_t number) const;

  private:
    std::string bytes_;
    std::uint64_t mark_;
};

class FrameTaker {
  public:
    enum class Taken { fresh, known, none };  // none: no frame, or a damaged one

    // A frame of other bytes than those begun with begins anew.
    Taken take(std::string_view frame);
    [[nodiscard]] std::size_t have() const { return have_; }
    [[nodiscard]] std::size_t pieces() const { return rows_.size(); }
    // All of it, once it is there and its mark is right.
    [[nodiscard]] std::optional<std::string> whole() const;

  private:
    struct Row {  // one equation: these pieces together are that
        std::vector<std::uint64_t> of;
        std::string sum;
    };
    void begin(std::uint32_t length, std::uint64_t mark);

    std::uint32_t length_ = 0;
    std::uint64_t mark_ = 0;
    std::vector<std::optional<Row>> rows_;  // by the first piece in it
    std::size_t have_ = 0;
};

}  // namespace welcome::sync
