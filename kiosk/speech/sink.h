#pragma once
// Where a voice's sound goes: the sound card, a file, or nowhere. Samples are 16-bit, one channel. One thread
// at a time; drop() may come from another.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "sync/result.h"

namespace welcome::kiosk::speech {

class Sink {
  public:
    Sink() = default;
    virtual ~Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    // Blocks until there is room for them. False: the sound is gone (unplugged); the words go on without it.
    virtual bool write(std::span<const std::int16_t> samples, int rate) = 0;
    virtual void finish() = 0;  // blocks until all of it was heard
    virtual void drop() = 0;    // what was not heard yet is not to be heard
};

// "" or "alsa[:DEVICE]": the sound card; "wav:FILE": a file; "none": nowhere. Not_found where there is no
// such card.
sync::Result<std::unique_ptr<Sink>> open_sink(const std::string& where);

}  // namespace welcome::kiosk::speech
