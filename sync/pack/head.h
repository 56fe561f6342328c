#pragma once
// The evening's head: one hash over the ends of all devices' chains. Two tablets that hold the same facts
// have the same head, and a fact that is changed, dropped or added gives another. Pure but for
// what reads the journal.

#include <map>
#include <string>
#include <vector>

#include "sync/journal/journal.h"

namespace welcome::sync {

struct ChainEnd {
    std::uint64_t seq = 0;
    Hash32 hash{};  // of the device's last fact
    bool operator==(const ChainEnd&) const = default;
};
using ChainEnds = std::map<DeviceId, ChainEnd>;

struct Head {
    std::uint64_t facts = 0;  // the sum of the devices' sequences
    std::size_t devices = 0;
    Hash32 hash{};
    bool operator==(const Head&) const = default;
};

Result<ChainEnds> chain_ends(const Journal& journal);
Head head_of(const ChainEnds& ends);
Result<Head> head_of(const Journal& journal);

// The first 128 bits as eight words that can be said aloud in any language (proquints,
// arXiv:0901.4016), for two people who compare them across a room.
std::vector<std::string> words_of(const Head& head);
std::string hex_of(const Hash32& hash);  // all 64 digits
inline std::string hex_of(const Head& head) {
    return hex_of(head.hash);
}

}  // namespace welcome::sync
