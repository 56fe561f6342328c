#pragma once
// Chinese characters for the Latin letters of their sounds, by libgooglepinyin's dictionary of simplified
// characters. Learns nothing and writes nothing: no guest finds another one's name in it. UI thread only; the
// library is one for the whole process and is opened at the first letters.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace welcome::kiosk::ui {

struct Conversion {
    std::string text;     // UTF-8
    std::size_t letters;  // of the beginning that it stands for
};

// The letters a–z just before `at`, as far as they are no part of a word that has capitals.
std::string_view sounds_before(std::string_view text, std::size_t at);

class Pinyin {
  public:
    // The likeliest first; none where the letters are no sounds, or the dictionary is not on this machine.
    // begins_name: family names come before other single characters.
    std::vector<Conversion> conversions_of(std::string_view letters, bool begins_name);

  private:
    bool open();
    std::optional<bool> is_open_;
};

}  // namespace welcome::kiosk::ui
