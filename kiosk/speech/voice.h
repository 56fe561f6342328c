#pragma once
// eSpeak NG: text in a language becomes samples. The library is one for the whole process and stays as long
// as it; there is one Voice, in one thread.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sync/result.h"

namespace welcome::kiosk::speech {

// The name of eSpeak NG's voice for a BCP 47 tag; nothing where it has none (Somali, Tagalog, Hmong).
std::optional<std::string> voice_for(std::string_view language);

class Voice {
  public:
    // False: enough, be silent.
    using Samples = std::function<bool(std::span<const std::int16_t> samples)>;

    static sync::Result<Voice> open();
    [[nodiscard]] int rate() const { return rate_; }
    // Blocks until all was handed out. Not_found where the language has no voice.
    sync::Result<void> speak(const std::string& text, const std::string& language, Samples samples);

  private:
    explicit Voice(int rate) : rate_(rate) {}

    int rate_;
    std::string loaded_;  // the voice set last
};

}  // namespace welcome::kiosk::speech
