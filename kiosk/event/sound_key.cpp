#include "kiosk/event/sound_key.h"

namespace welcome::kiosk::event {

namespace {

bool is_soft(char next) {  // c and g before these
    return next == 'e' || next == 'i' || next == 'y';
}

// The sound of a letter before the next one; 0: silent or a vowel.
char sound_of(char letter, char next, bool first) {
    switch (letter) {
        case 'b':
        case 'f':
        case 'v':
            return 'f';
        case 'p':
            return next == 'h' ? 'f' : 'p';
        case 'w':
            return first ? 'f' : '\0';
        case 'c':
            if (next == 'h') return 'x';
            return is_soft(next) ? 's' : 'k';
        case 'k':
        case 'q':
            return 'k';
        case 'g':
            return is_soft(next) ? 'j' : 'g';
        case 'j':
            return 'j';
        case 'x':
            return first ? 'j' : 's';
        case 's':
        case 'z':
            return 's';
        case 'd':
        case 't':
            return 't';
        case 'l':
        case 'm':
        case 'n':
        case 'r':
            return letter;
        default:
            return letter >= '0' && letter <= '9' ? letter : '\0';
    }
}

}  // namespace

SoundKey sound_key(std::string_view word) {
    constexpr int k_most = 10;
    constexpr unsigned k_bits = 6;
    if (word.starts_with('h')) word.remove_prefix(1);
    SoundKey key = 0;
    int sounds = 0;
    char last = 0;
    for (std::size_t i = 0; i < word.size() && sounds < k_most; ++i) {
        const char next = i + 1 < word.size() ? word[i + 1] : '\0';
        char sound = sound_of(word[i], next, i == 0);
        const bool vowel_first = i == 0 && sound == 0;
        if (vowel_first) sound = 'a';
        if (sound == 0 || sound == last) continue;
        last = sound;
        key = key << k_bits | (static_cast<SoundKey>(static_cast<unsigned char>(sound)) & 0x3FU);
        ++sounds;
    }
    return sounds < 2 ? 0 : key;
}

}  // namespace welcome::kiosk::event
