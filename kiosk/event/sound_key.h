#pragma once
// How a folded word sounds, coarsely and in no one language: "stephen" and "steven", "jimenez" and
// "gimenez", "mohammed" and the vowelless "mhmd" of transliterated Arabic share a key. Pure; any thread.

#include <cstdint>
#include <string_view>

namespace welcome::kiosk::event {

using SoundKey = std::uint64_t;

// Up to ten sounds, vowels but a first one left out; 0 where fewer than two are left.
SoundKey sound_key(std::string_view word);

}  // namespace welcome::kiosk::event
