#include "sync/pack/head.h"

#include <sodium.h>

#include "sync/bytes.h"

namespace welcome::sync {

namespace {

constexpr std::size_t k_words = 8;

std::string proquint(std::uint16_t number) {
    constexpr std::string_view consonants = "bdfghjklmnprstvz", vowels = "aiou";
    const auto bits = [number](int from, unsigned mask) { return (number >> from) & mask; };
    return {consonants[bits(12, 15U)], vowels[bits(10, 3U)], consonants[bits(6, 15U)], vowels[bits(4, 3U)],
            consonants[bits(0, 15U)]};
}

Result<ChainEnd> end_of(const Journal& journal, const DeviceId& device, std::uint64_t seq) {
    const auto last = journal.sealed_after(device, seq - 1, 1);
    if (!last) return tl::unexpected(last.error());
    if (last->empty()) return fail(Fault::unreadable, "the last fact of a device cannot be read");
    return ChainEnd{seq, hash_of(last->front())};
}

}  // namespace

Head head_of(const ChainEnds& ends) {
    Head head{.facts = 0, .devices = ends.size()};
    std::string said = "welcome-table head 1";
    for (const auto& [device, end] : ends) {
        head.facts += end.seq;
        put_bytes(said, device.bytes);
        put_number(said, end.seq);
        put_bytes(said, end.hash);
    }
    crypto_generichash(head.hash.data(), head.hash.size(),
                       reinterpret_cast<const unsigned char*>(said.data()), said.size(), nullptr, 0);
    return head;
}

Result<ChainEnds> chain_ends(const Journal& journal) {
    const auto held = journal.held();
    if (!held) return tl::unexpected(held.error());
    ChainEnds ends;
    for (const auto& [device, seq] : *held) {
        if (seq == 0) continue;
        auto end = end_of(journal, device, seq);
        if (!end) return tl::unexpected(end.error());
        ends[device] = *end;
    }
    return ends;
}

Result<Head> head_of(const Journal& journal) {
    return chain_ends(journal).map([](const ChainEnds& ends) { return head_of(ends); });
}

std::vector<std::string> words_of(const Head& head) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < k_words; ++i)
        words.push_back(proquint(static_cast<std::uint16_t>(head.hash[2 * i] << 8U | head.hash[2 * i + 1])));
    return words;
}

std::string hex_of(const Hash32& hash) {
    std::string digits(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
    digits.pop_back();
    return digits;
}

}  // namespace welcome::sync
