#include "sync/pack/frames.h"

#include <algorithm>
#include <sodium.h>
#include <zlib.h>

#include "sync/bytes.h"

namespace welcome::sync {

namespace {

constexpr std::size_t k_bits = 64;

std::size_t pieces_in(std::size_t length) {
    return (length + k_frame_piece - 1) / k_frame_piece;
}

std::uint64_t mark_of(std::string_view bytes) {
    std::array<std::uint8_t, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size(), nullptr, 0);
    std::uint64_t mark = 0;
    for (std::size_t i = 0; i < sizeof mark; ++i) mark = mark << 8U | hash[i];
    return mark;
}

std::uint32_t crc_of(std::string_view bytes) {
    return static_cast<std::uint32_t>(
        ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

template <typename Number>
Number number_at(std::string_view bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return static_cast<Number>(value);
}

// splitmix64: the same numbers on every machine.
std::uint64_t next(std::uint64_t& seed) {
    seed += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = seed;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
}

// Which pieces are in a frame, as bits.
std::vector<std::uint64_t> pieces_of(std::uint32_t number, std::uint64_t mark, std::size_t pieces) {
    std::vector<std::uint64_t> of((pieces + k_bits - 1) / k_bits, 0);
    if (number < pieces) {
        of[number / k_bits] = std::uint64_t{1} << (number % k_bits);
        return of;
    }
    std::uint64_t seed = mark ^ (std::uint64_t{number} << 32U);
    for (auto& word : of) word = next(seed);
    if (pieces % k_bits != 0) of.back() &= (std::uint64_t{1} << (pieces % k_bits)) - 1;
    if (std::all_of(of.begin(), of.end(), [](std::uint64_t word) { return word == 0; })) of[0] = 1;
    return of;
}

bool is_in(const std::vector<std::uint64_t>& of, std::size_t piece) {
    return (of[piece / k_bits] >> (piece % k_bits) & 1U) != 0;
}

void add(std::string& sum, std::string_view other) {
    for (std::size_t i = 0; i < other.size(); ++i) sum[i] = static_cast<char>(sum[i] ^ other[i]);
}

}  // namespace

FrameMaker::FrameMaker(std::string bytes) : bytes_(std::move(bytes)), mark_(mark_of(bytes_)) {}

std::size_t FrameMaker::pieces() const {
    return pieces_in(bytes_.size());
}

std::string FrameMaker::frame(std::uint32_t number) const {
    const auto of = pieces_of(number, mark_, pieces());
    std::string sum(k_frame_piece, '\0');
    for (std::size_t piece = 0; piece < pieces(); ++piece) {
        if (is_in(of, piece)) add(sum, std::string_view(bytes_).substr(piece * k_frame_piece, k_frame_piece));
    }
    std::string head, rest;
    put_number(head, static_cast<std::uint32_t>(bytes_.size()));
    put_number(head, mark_);
    put_number(head, number);
    rest = head + sum;
    put_number(head, crc_of(rest));
    return head + sum;
}

void FrameTaker::begin(std::uint32_t length, std::uint64_t mark) {
    length_ = length;
    mark_ = mark;
    rows_.assign(pieces_in(length), std::nullopt);
    have_ = 0;
}

FrameTaker::Taken FrameTaker::take(std::string_view frame) {
    if (frame.size() != k_frame_head + k_frame_piece) return Taken::none;
    const auto length = number_at<std::uint32_t>(frame, 0);
    const auto mark = number_at<std::uint64_t>(frame, 4);
    const auto piece = frame.substr(k_frame_head);
    if (length == 0 || length > k_most_framed) return Taken::none;
    if (number_at<std::uint32_t>(frame, 16) != crc_of(std::string(frame.substr(0, 16)).append(piece)))
        return Taken::none;
    if (length != length_ || mark != mark_) begin(length, mark);
    Row row{pieces_of(number_at<std::uint32_t>(frame, 12), mark, rows_.size()), std::string(piece)};
    for (std::size_t first = 0; first < rows_.size(); ++first) {
        if (!is_in(row.of, first)) continue;
        auto& known = rows_[first];
        if (!known) {
            known = std::move(row);
            ++have_;
            return Taken::fresh;
        }
        for (std::size_t i = 0; i < row.of.size(); ++i) row.of[i] ^= known->of[i];
        add(row.sum, known->sum);
    }
    return Taken::known;  // Nothing that the others together did not say.
}

std::optional<std::string> FrameTaker::whole() const {
    if (rows_.empty() || have_ < rows_.size()) return std::nullopt;
    std::vector<std::string> pieces(rows_.size());
    for (std::size_t first = rows_.size(); first-- > 0;) {
        pieces[first] = rows_[first]->sum;
        for (std::size_t later = first + 1; later < rows_.size(); ++later) {
            if (is_in(rows_[first]->of, later)) add(pieces[first], pieces[later]);
        }
    }
    std::string bytes;
    for (const auto& piece : pieces) bytes += piece;
    bytes.resize(length_);
    return mark_of(bytes) == mark_ ? std::optional(bytes) : std::nullopt;
}

}  // namespace welcome::sync
