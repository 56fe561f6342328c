#pragma once
// eSpeak NG: text in a language becomes samples. The library is one for the whole process and stays as long
// as it; there is one Voice, in one thread.

#include <cstdint>
#include <functional>
#include <memory>
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

    // Loads the library. Not_found where it or its data are not installed.
    static sync::Result<Voice> open();
    Voice(Voice&&) noexcept;
    ~Voice();
    [[nodiscard]] int rate() const { return rate_; }
    // Blocks until all was handed out. Not_found where the language has no voice.
    sync::Result<void> speak(const std::string& text, const std::string& language, Samples samples);

  private:
    struct Library;  // what is called of eSpeak NG
    Voice(std::unique_ptr<Library> library, int rate);

    std::unique_ptr<Library> library_;
    int rate_;
    std::string loaded_;  // the voice set last
};

}  // namespace welcome::kiosk::speech
