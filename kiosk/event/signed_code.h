#pragma once
// How a code of ours is signed, so that any tablet can tell offline that the event made it: a mark, then
// base45 of what it says and an Ed25519 signature over mark and saying. For this folder's code files only.

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/event/ticket.h"

namespace welcome::kiosk::event {

std::string write_signed(std::string_view mark, std::string_view saying, const TicketSeed& seed);

struct SignedCode {
    std::string saying, signature;
};
// Of a text that begins with the mark and says that many bytes; nothing where it is damaged.
std::optional<SignedCode> read_signed(std::string_view mark, std::string_view text, std::size_t bytes);
bool is_signed_by(const TicketPublicKey& key, std::string_view mark, const SignedCode& code);

// What a scanner read, without the blanks that some add.
std::string_view trimmed(std::string_view scanned);
std::string_view bytes_of(const auto& array) {
    return {reinterpret_cast<const char*>(array.data()), array.size()};
}

}  // namespace welcome::kiosk::event
